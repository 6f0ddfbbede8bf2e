package org.masterplan.profiles.mongo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;

/**
 * Sealed with AES-256-GCM by the newest of the installation's keys, opened by the one that sealed.
 * Values are found by hashes that are keyed in the same way: what is equal is found, and nothing
 * can be said of what comes before or after.
 */
public final class KeyedSealing implements Sealing {
  /** The field of what is sealed. */
  public static final String SEALED = "sealed";

  private static final String KEY = "key";
  private static final String BYTES = "bytes";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String MAC = "HmacSHA256";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int WORD = 16;
  private static final byte[] SEALING = "sealing".getBytes(StandardCharsets.UTF_8);
  private static final byte[] FINDING = "finding".getBytes(StandardCharsets.UTF_8);

  private final TreeMap<Integer, Use> keys = new TreeMap<>();
  private final SecureRandom random = new SecureRandom();

  /** One secret, for its two uses: what one says of a value says nothing of the other. */
  private record Use(SecretKeySpec sealing, SecretKeySpec finding) {}

  /** By these secrets, each with the number under which it is known; the highest seals. */
  public KeyedSealing(Map<Integer, byte[]> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("keys: 0 (expected: at least 1)");
    }
    secrets.forEach(
        (number, secret) ->
            keys.put(
                number,
                new Use(
                    new SecretKeySpec(mac(new SecretKeySpec(secret, MAC), SEALING), "AES"),
                    new SecretKeySpec(mac(new SecretKeySpec(secret, MAC), FINDING), MAC))));
  }

  @Override
  public Document seal(String id, Document personal) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var plain = new RawBsonDocument(personal, new DocumentCodec()).getByteBuffer().asNIO();
    var sealed = run(Cipher.ENCRYPT_MODE, keys.lastKey(), nonce, id, plain);
    var bytes = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    return new Document(SEALED, new Document(KEY, keys.lastKey()).append(BYTES, new Binary(bytes)));
  }

  @Override
  public Document open(String id, Document stored) {
    if (!stored.containsKey(SEALED)) {
      return stored;
    }
    int key = key(stored);
    var bytes =
        ByteBuffer.wrap(stored.get(SEALED, Document.class).get(BYTES, Binary.class).getData());
    var nonce = new byte[NONCE];
    bytes.get(nonce);
    var plain = run(Cipher.DECRYPT_MODE, key, nonce, id, bytes);
    var opened = new Document(stored);
    opened.remove(SEALED);
    opened.putAll(new RawBsonDocument(plain).decode(new DocumentCodec()));
    return opened;
  }

  /** The number of the key by which the document is sealed. */
  static int key(Document stored) {
    return stored.get(SEALED, Document.class).getInteger(KEY);
  }

  private byte[] run(int mode, int number, byte[] nonce, String id, ByteBuffer text) {
    var key = keys.get(number);
    if (key == null) {
      throw new IllegalStateException(
          "sealed by key " + number + " (expected: " + keys.keySet() + ")");
    }
    try {
      var cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key.sealing(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
      var done = ByteBuffer.allocate(cipher.getOutputSize(text.remaining()));
      cipher.doFinal(text, done);
      var bytes = new byte[done.flip().remaining()];
      done.get(bytes);
      return bytes;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not as it was sealed, or in another's place", e);
    }
  }

  @Override
  public String word(String value) {
    return word(keys.lastEntry().getValue(), value);
  }

  @Override
  public List<String> words(String value) {
    var words = new ArrayList<String>(keys.size() + 1);
    keys.descendingMap().values().forEach(key -> words.add(word(key, value)));
    words.add(value);
    return words;
  }

  private static String word(Use key, String value) {
    var hash = mac(key.finding(), value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, WORD);
  }

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public int newestKey() {
    return keys.lastKey();
  }

  @Override
  public boolean isCurrent(Document stored) {
    return stored.containsKey(SEALED) && key(stored) == keys.lastKey();
  }

  private static byte[] mac(SecretKeySpec key, byte[] text) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + MAC, e);
    }
  }
}
