package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Queries as the commands carry them. */
final class FindQueries {
  private FindQueries() {}

  static FindQuery ofFind(Document command) {
    return new FindQuery(
        filter(command, "filter"),
        sort(command.get("sort")),
        number(command, "skip"),
        Math.abs(number(command, "limit")),
        (Document) command.get("projection"));
  }

  static FindQuery ofCount(Document command) {
    return new FindQuery(
        filter(command, "query"),
        null,
        number(command, "skip"),
        Math.abs(number(command, "limit")),
        null);
  }

  static Document filter(Document command, String field) {
    return command.get(field) instanceof Document filter ? filter : new Document();
  }

  /** Null when any order will do. */
  static @Nullable Document sort(@Nullable Object value) {
    if (!(value instanceof Document sort) || sort.isEmpty() || sort.containsKey("$natural")) {
      return null;
    }
    for (String field : sort.keySet()) {
      if (!(sort.get(field) instanceof Number way) || Math.abs(way.doubleValue()) != 1) {
        throw Refusals.refusal("sort by {%s: ...} (expected: 1 or -1)".formatted(field));
      }
    }
    return sort;
  }

  private static int number(Document command, String field) {
    return command.get(field) instanceof Number number ? number.intValue() : 0;
  }
}
