package org.masterplan.platform.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes an answer with its request id, which is kept nowhere: only whoever repeats the request
 * opens it. An answer may hold a person's values, and an erasure does not find it.
 */
final class AnswerSeal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private AnswerSeal(SecretKeySpec key) {
    this.key = key;
  }

  /** The seal of one request. */
  static AnswerSeal of(String subject, String method, String requestId) {
    var text = String.join("\u0000", "answer", subject, method, requestId);
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return new AnswerSeal(
          new SecretKeySpec(sha.digest(text.getBytes(StandardCharsets.UTF_8)), "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  byte[] close(byte[] answer) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    var closed = run(Cipher.ENCRYPT_MODE, nonce, answer, 0);
    var all = Arrays.copyOf(nonce, NONCE + closed.length);
    System.arraycopy(closed, 0, all, NONCE, closed.length);
    return all;
  }

  byte[] open(byte[] closed) {
    return run(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, NONCE), closed, NONCE);
  }

  private byte[] run(int mode, byte[] nonce, byte[] bytes, int from) {
    try {
      var cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes, from, bytes.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an answer that was kept cannot be read", e);
    }
  }
}
