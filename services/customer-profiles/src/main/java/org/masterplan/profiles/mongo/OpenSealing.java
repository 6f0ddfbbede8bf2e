package org.masterplan.profiles.mongo;

import java.util.List;
import org.bson.Document;

/** Everything stands as it is. */
final class OpenSealing implements Sealing {
  @Override
  public Document seal(String id, Document personal) {
    return personal;
  }

  @Override
  public Document open(String id, Document stored) {
    if (stored.containsKey(KeyedSealing.SEALED)) {
      throw new IllegalStateException("sealed, and there is no key: " + KeyedSealing.key(stored));
    }
    return stored;
  }

  @Override
  public String word(String value) {
    return value;
  }

  @Override
  public List<String> words(String value) {
    return List.of(value);
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public int newestKey() {
    return 0;
  }

  @Override
  public boolean isCurrent(Document stored) {
    return !stored.containsKey(KeyedSealing.SEALED);
  }
}
