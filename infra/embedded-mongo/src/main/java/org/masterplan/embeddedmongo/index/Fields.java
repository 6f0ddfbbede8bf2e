package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that must be there, read as what they must be. */
public final class Fields {
  private static final int TYPE_MISMATCH = 14;

  private Fields() {}

  public static Document document(Document from, String field) {
    return read(from, field, Document.class);
  }

  public static List<?> list(Document from, String field) {
    return read(from, field, List.class);
  }

  public static Number number(Document from, String field) {
    return read(from, field, Number.class);
  }

  public static String text(Document from, String field) {
    return read(from, field, String.class);
  }

  private static <T> T read(Document from, String field, Class<T> type) {
    @Nullable Object value = from.get(field);
    if (!type.isInstance(value)) {
      throw new MongoServerError(
          TYPE_MISMATCH,
          "TypeMismatch",
          "field '%s' is %s (expected: %s)"
              .formatted(
                  field,
                  value == null ? "missing" : "a " + value.getClass().getSimpleName(),
                  type.getSimpleName()));
    }
    return type.cast(value);
  }
}
