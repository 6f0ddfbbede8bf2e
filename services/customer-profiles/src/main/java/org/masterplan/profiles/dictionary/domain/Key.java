package org.masterplan.profiles.dictionary.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A normalised value that one person holds.
 *
 * @param type dictionary field
 * @param value its one form
 */
public record Key(String type, String value) {
  /** The fields whose values are keys. */
  public static final List<String> TYPES =
      List.of(Dictionary.NATIONAL_ID, Dictionary.EMAIL, Dictionary.PHONE, Dictionary.HANDLE);

  /** A handle on whichever platform; no value of a person's is of this type. */
  private static final String ANYWHERE = "handleAnywhere";

  /** What handles are found by, with whatever platform in front they are written or without one. */
  public static Key anywhere(String handle) {
    return new Key(ANYWHERE, withoutSign(handle.substring(handle.indexOf(':') + 1).strip()));
  }

  private static String withoutSign(String handle) {
    return handle.startsWith("@") ? handle.substring(1) : handle;
  }

  /** The key behind a value in any notation; empty if it cannot be one. */
  public static Optional<Key> of(String type, String text) {
    return Readings.read(type, text, "").map(value -> new Key(type, value));
  }

  /** The keys of a record's normalised values. */
  public static List<Key> of(Map<String, String> values) {
    var keys = new ArrayList<Key>(TYPES.size());
    for (var type : TYPES) {
      var value = values.get(type);
      if (value != null) {
        keys.add(new Key(type, value));
      }
    }
    return keys;
  }

  /** Whether people type it where they have nothing to say. */
  public boolean placeholder() {
    return switch (type) {
      case Dictionary.PHONE -> Placeholders.phone(value);
      case Dictionary.EMAIL -> Placeholders.email(value);
      case Dictionary.NATIONAL_ID -> Placeholders.nationalId(value);
      default -> false;
    };
  }

  @Override
  public String toString() {
    return type + ":" + value;
  }
}
