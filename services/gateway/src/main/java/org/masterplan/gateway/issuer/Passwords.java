package org.masterplan.gateway.issuer;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes and checks passwords. */
public final class Passwords {
  static final int SHORTEST = 12;

  /** What bcrypt reads; the rest of a longer word would not count. */
  private static final int LONGEST_BYTES = 72;

  private final BCryptPasswordEncoder bcrypt;
  private final String nobody;

  public Passwords(int strength) {
    this.bcrypt = new BCryptPasswordEncoder(strength);
    this.nobody = String.valueOf(bcrypt.encode("nobody's password"));
  }

  /** The hash of a new password; refuses one that is too short or too long. */
  public String hash(String password) {
    var word = nfc(password);
    if (word.codePointCount(0, word.length()) < SHORTEST) {
      throw InvalidFields.of(
          "password", "PASSWORD_SHORT", Map.of("min", Integer.toString(SHORTEST)));
    }
    if (word.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw InvalidFields.of(
          "password", "PASSWORD_LONG", Map.of("max", Integer.toString(LONGEST_BYTES)));
    }
    return String.valueOf(bcrypt.encode(word));
  }

  /** Whether the word is the one behind the hash. Takes as long for nobody as for somebody. */
  boolean matches(String password, String hash) {
    var word = nfc(password);
    if (hash.isEmpty() || word.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      bcrypt.matches("x", nobody);
      return false;
    }
    return bcrypt.matches(word, hash);
  }

  /** Vietnamese letters are typed in two ways that look the same. */
  private static String nfc(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
