package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What createIndexes may ask for. Anything else is refused rather than accepted and ignored. */
public final class IndexSpecifications {
  private static final int CANNOT_CREATE_INDEX = 67;
  // As MongoDB, and as many as Columns marks.
  private static final int MOST_FIELDS = 32;
  private static final String EXPIRE_AFTER = "expireAfterSeconds";
  private static final Set<String> OPTIONS =
      Set.of(
          "v",
          "key",
          "name",
          "ns",
          "unique",
          "sparse",
          "background",
          EXPIRE_AFTER,
          "partialFilterExpression");

  private IndexSpecifications() {}

  /**
   * Accepts {@code spec} or throws.
   *
   * @throws MongoServerError when the kind of index or an option is not supported
   */
  public static void check(Document spec) {
    if (!(spec.get("key") instanceof Document key) || key.isEmpty()) {
      throw refusal("key: " + spec.get("key") + " (expected: a document of fields)");
    }
    if (key.size() > MOST_FIELDS) {
      throw refusal("key: %d fields (expected: at most %d)".formatted(key.size(), MOST_FIELDS));
    }
    if (!(spec.get("name") instanceof String)) {
      throw refusal("name: " + spec.get("name") + " (expected: a name)");
    }
    for (String option : spec.keySet()) {
      if (!OPTIONS.contains(option)) {
        throw refusal("index option '" + option + "' is not supported by the embedded store");
      }
    }
    key.entrySet().forEach(IndexSpecifications::checkField);
    if (spec.containsKey(EXPIRE_AFTER)) {
      checkExpiry(key, spec.get(EXPIRE_AFTER));
    }
  }

  private static void checkExpiry(Document key, @Nullable Object seconds) {
    boolean fits =
        seconds instanceof Number number
            && number.doubleValue() >= 0
            && number.doubleValue() <= Integer.MAX_VALUE;
    if (!fits) {
      throw refusal(
          "expireAfterSeconds: %s (expected: 0 to %d)".formatted(seconds, Integer.MAX_VALUE));
    }
    if (key.size() > 1) {
      throw refusal("expireAfterSeconds: key " + key + " (expected: one field)");
    }
  }

  private static void checkField(Map.Entry<String, Object> field) {
    boolean plain = field.getValue() instanceof Number number && number.doubleValue() != 0;
    if (!plain || field.getKey().contains("$")) {
      throw refusal(
          "index key {%s: %s} is not supported by the embedded store (expected: 1 or -1)"
              .formatted(field.getKey(), field.getValue()));
    }
  }

  private static MongoServerError refusal(String message) {
    return new MongoServerError(CANNOT_CREATE_INDEX, "CannotCreateIndex", message);
  }
}
