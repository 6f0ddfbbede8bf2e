package org.masterplan.profiles.identity.engine;

import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.profiles.identity.app.Features;

/**
 * Records in the words of the engine. All fields of the dictionary are compared whatever the
 * sources of today hold, so that a model fits also when a source with another field comes. Further
 * fields ({@code number:}, {@code text:}) say nothing about who somebody is and are left out.
 */
final class Rows {
  static final Schema SCHEMA = new Schema(Field.dictionary());

  /** As many as the largest number has. */
  private static final int DIGITS = 19;

  private Rows() {}

  /** Named by its number alone: the engine orders by names, and a number is there after a start. */
  static RawRecord of(Features features) {
    var values =
        SCHEMA.fields().stream()
            .map(field -> features.values().getOrDefault(field.name(), ""))
            .toList();
    return new RawRecord("", id(features.record()), values);
  }

  private static String id(long record) {
    var digits = Long.toString(record);
    return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }
}
