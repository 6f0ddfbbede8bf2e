package org.masterplan.abandonment.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.masterplan.kernel.text.Texts;

/**
 * Turns what authors call themselves into pseudonyms of this installation: the same author has the
 * same one everywhere, and nobody without the salt can tell whose it is.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern ALREADY = Pattern.compile("(?:employees/)?(~[0-9a-f]{32})");
  private static final int MIN_SALT = 16;

  /** What names of staff begin with, and those of nobody else. */
  static final String STAFF = "employees/";

  private final SecretKeySpec salt;

  public Pseudonyms(byte[] salt) {
    if (salt.length < MIN_SALT) {
      throw new IllegalArgumentException(
          "salt: " + salt.length + " bytes (expected: at least " + MIN_SALT + ")");
    }
    this.salt = new SecretKeySpec(salt, ALGORITHM);
  }

  /** Whether it is a name of staff, as the register has it. */
  static boolean isStaff(String name) {
    return Texts.canonical(name).toLowerCase(Locale.ROOT).startsWith(STAFF);
  }

  /** The pseudonym of a handle as its platform has it, even if it looks like a name of staff. */
  String ofHandle(String handle) {
    var plain = Texts.canonical(handle);
    return of(plain.startsWith("@") ? plain : "@" + plain);
  }

  /** The pseudonym of a name; an empty one of none, a pseudonym of itself, also as staff's. */
  public String of(String name) {
    var plain = Texts.canonical(name).toLowerCase(Locale.ROOT);
    var already = ALREADY.matcher(plain);
    if (already.matches()) {
      return already.group(1);
    }
    if (plain.isEmpty()) {
      return plain;
    }
    // A handle that is written as a name of staff keeps its mark, and so stays another's.
    boolean marked = plain.startsWith("@") && !plain.startsWith("@" + STAFF);
    var unmarked = marked ? plain.substring(1) : plain;
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(salt);
      var digest = mac.doFinal(unmarked.getBytes(StandardCharsets.UTF_8));
      return "~" + HexFormat.of().formatHex(digest, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }
}
