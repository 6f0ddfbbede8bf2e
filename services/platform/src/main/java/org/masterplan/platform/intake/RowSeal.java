package org.masterplan.platform.intake;

import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** How what a kept row says stands in the database: as it is, where no service seals it. */
public interface RowSeal {
  /** Everything stands as it is. */
  RowSeal OPEN = new OpenRows();

  /** What is stored of the fields; bound to the document's id. */
  Document seal(String id, Document personal);

  /** The fields, of what is stored: sealed, by any key, or as they are. */
  Document open(String id, Document stored);

  /** What an index holds in the place of these words. */
  List<String> word(Collection<String> words);

  /** Everything that an index may hold in the place of these words. */
  List<String> words(Collection<String> words);

  /** Whether what is stored is as this would store it now. */
  boolean isCurrent(Document stored);
}
