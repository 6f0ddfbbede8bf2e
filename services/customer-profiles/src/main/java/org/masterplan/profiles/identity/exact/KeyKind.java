package org.masterplan.profiles.identity.exact;

import java.util.Arrays;
import java.util.Optional;
import org.masterplan.profiles.dictionary.domain.Dictionary;

/** The keys that link, strongest first. */
enum KeyKind {
  NATIONAL_ID(Dictionary.NATIONAL_ID, 24, false),
  EMAIL(Dictionary.EMAIL, 20, true),
  PHONE(Dictionary.PHONE, 17, true);

  static final int COUNT = values().length;

  private final String field;
  private final double bits;
  private final boolean needsName;

  KeyKind(String field, double bits, boolean needsName) {
    this.field = field;
    this.bits = bits;
    this.needsName = needsName;
  }

  static Optional<KeyKind> of(String field) {
    return Arrays.stream(values()).filter(k -> k.field.equals(field)).findFirst();
  }

  String field() {
    return field;
  }

  /** How much sharing it says, in bits. */
  double bits() {
    return bits;
  }

  /** Whether names must not contradict each other. */
  boolean needsName() {
    return needsName;
  }
}
