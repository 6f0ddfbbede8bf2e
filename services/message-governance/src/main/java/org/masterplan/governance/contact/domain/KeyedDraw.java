package org.masterplan.governance.contact.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws by a keyed hash (HMAC-SHA256) of message and profile: nobody without the key can foresee or
 * choose who is drawn, and nothing has to be remembered for the same answer the next time.
 */
public final class KeyedDraw implements Draw {
  private static final String HMAC = "HmacSHA256";
  private static final int PERCENT = 100;

  private final SecretKeySpec key;

  /** {@code secret}: not empty, and not in the database. */
  public KeyedDraw(byte[] secret) {
    this.key = new SecretKeySpec(secret, HMAC);
  }

  @Override
  public boolean holdsOut(Ask.Origin origin, String profile) {
    if (origin.holdOut() == 0 || profile.isEmpty()) {
      return false;
    }
    var drawn = hash("hold-out " + origin.message() + " " + profile);
    return Long.remainderUnsigned(drawn, PERCENT) < origin.holdOut();
  }

  private long hash(String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
