package org.masterplan.platform.intake;

import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** Rows that stand as they are. */
final class OpenRows implements RowSeal {
  @Override
  public Document seal(String id, Document personal) {
    return personal;
  }

  @Override
  public Document open(String id, Document stored) {
    return stored;
  }

  @Override
  public List<String> word(Collection<String> words) {
    return List.copyOf(words);
  }

  @Override
  public List<String> words(Collection<String> words) {
    return List.copyOf(words);
  }

  @Override
  public boolean isCurrent(Document stored) {
    return true;
  }
}
