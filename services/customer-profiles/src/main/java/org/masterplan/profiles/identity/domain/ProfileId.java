package org.masterplan.profiles.identity.domain;

import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Profile ids: opaque, minted once. Twelve letters that stand for 60 bits, so that a million of
 * them fit in primitive arrays.
 */
public final class ProfileId {
  /** How the collection begins. */
  public static final String PREFIX = "profiles/";

  /** Every id is below this. */
  public static final long LIMIT = 1L << 60;

  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 12;

  private ProfileId() {}

  /** The id as letters. */
  public static String text(long id) {
    var letters = new char[LENGTH];
    long rest = id;
    for (int i = LENGTH - 1; i >= 0; i--) {
      letters[i] = LETTERS.charAt((int) (rest & 31));
      rest >>>= 5;
    }
    return new String(letters);
  }

  /** The full name, {@code profiles/{id}}. */
  public static String name(long id) {
    return PREFIX + text(id);
  }

  /** Parses a full name; {@code field} names it in errors. */
  public static long parse(String field, String name) {
    return read(name)
        .orElseThrow(
            () ->
                InvalidFields.of(
                    field,
                    "NAME_FORMAT",
                    Map.of("field", field, "value", name, "expected", "profiles/{profile}")));
  }

  /** Reads a full name; empty if it cannot be one. */
  public static Optional<Long> read(String name) {
    if (!name.startsWith(PREFIX) || name.length() != PREFIX.length() + LENGTH) {
      return Optional.empty();
    }
    long id = 0;
    for (int i = PREFIX.length(); i < name.length(); i++) {
      int digit = LETTERS.indexOf(name.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      id = id << 5 | digit;
    }
    return Optional.of(id);
  }
}
