package org.masterplan.registry.organisation.domain;

import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;

/** What people call something: 1-120 letters. */
public final class Titles {
  private static final int MAX = 120;

  private Titles() {}

  /** The title in canonical form; refuses an empty or an overlong one. */
  public static String check(String title, String field) {
    var canonical = Texts.canonical(title);
    int length = Texts.length(canonical);
    if (length < 1 || length > MAX) {
      throw InvalidFields.of(
          field,
          "TEXT_LENGTH",
          Map.of(
              "field",
              field,
              "length",
              Integer.toString(length),
              "min",
              "1",
              "max",
              Integer.toString(MAX)));
    }
    return canonical;
  }
}
