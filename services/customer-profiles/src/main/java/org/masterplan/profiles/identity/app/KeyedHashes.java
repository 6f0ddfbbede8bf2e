package org.masterplan.profiles.identity.app;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.LongUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names hashes of values by the installation's key, which is not in the database: whoever has the
 * database alone cannot even try names and numbers.
 */
public final class KeyedHashes implements LongUnaryOperator {
  private static final String ALGORITHM = "HmacSHA256";

  /** The same key marks the erased: what one says of a value says nothing of the other. */
  private static final byte[] USE = "matching model".getBytes(StandardCharsets.UTF_8);

  private final Mac mac;

  /** {@code secret} is the installation's. */
  public KeyedHashes(byte[] secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }

  @Override
  public synchronized long applyAsLong(long hash) {
    mac.update(USE);
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(hash).flip());
    return ByteBuffer.wrap(mac.doFinal()).getLong();
  }
}
