package org.masterplan.listening.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.masterplan.listening.domain.Handles;

/** Finds keys of persons. */
final class MongoHandles {
  private MongoHandles() {}

  /** Those of the person; {@code Handles.isOf} says the same. */
  static Bson of(String field, String person) {
    return Handles.isAnywhere(person)
        ? regex(field, "^[^:]*:" + Pattern.quote(Handles.plain(person)) + "$")
        : eq(field, person);
  }
}
