package org.masterplan.profiles.mongo;

import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.masterplan.platform.intake.RowSeal;

/**
 * How what people say of themselves stands in the database: as it is, or sealed by a key that is
 * not there. The one place that knows; stores hand it whole what is personal in a document, and the
 * values by which it is to be found. Every implementation passes {@code SealingContract}.
 */
public interface Sealing extends RowSeal {
  /** Everything stands as it is. */
  Sealing OPEN = new OpenSealing();

  /**
   * What is stored of the fields; bound to the document's id, so that it cannot stand in another.
   */
  @Override
  Document seal(String id, Document personal);

  /** The fields, of a whole document as it is stored: sealed, by any key, or as they are. */
  @Override
  Document open(String id, Document stored);

  /** What an index holds in the place of a value. */
  String word(String value);

  /** Everything that an index may hold in the place of the value: by each key, and as it is. */
  List<String> words(String value);

  /** As {@link #word}, of several. */
  @Override
  default List<String> word(Collection<String> values) {
    return values.stream().map(this::word).toList();
  }

  /** As {@link #words}, of several. */
  @Override
  default List<String> words(Collection<String> values) {
    return values.stream().flatMap(value -> words(value).stream()).distinct().toList();
  }

  /** Whether everything stands as it is. */
  boolean isOpen();

  /** The number of the key that seals; 0 where nothing is sealed. */
  int newestKey();

  /** Whether a stored document is as this would store it now. */
  @Override
  boolean isCurrent(Document stored);
}
