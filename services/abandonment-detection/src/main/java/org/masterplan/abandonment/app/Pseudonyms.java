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

  private final SecretKeySpec salt;

  public Pseudonyms(byte[] salt) {
    if (salt.length < MIN_SALT) {
      throw new IllegalArgumentException(
          "salt: " + salt.length + " bytes (expected: at least " + MIN_SALT + ")");
    }
    this.salt = new SecretKeySpec(salt, ALGORITHM);
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
    var unmarked = plain.startsWith("@") ? plain.substring(1) : plain;
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
