package org.masterplan.embeddedmongo.bson;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads BSON from an array. Every read is checked by the array's bounds and every document by the
 * length it states, so damaged bytes end in an exception and not in a wrong document.
 */
public final class BsonReader {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** MongoDB's own limit; what is stored came in a message and is less deep than that. */
  static final int MAX_DEPTH = 200;

  private final byte[] bytes;
  private int at;
  private int depth;

  /** Begins at {@code from}. */
  public BsonReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  public static Document decode(byte[] bson) {
    return new BsonReader(bson, 0).readDocument();
  }

  /** Those of the document's own fields that are named in {@code fields}. */
  public static Document decode(byte[] bson, Set<String> fields) {
    return new BsonReader(bson, 0).read(fields);
  }

  /** Where the next thing to read begins. */
  public int position() {
    return at;
  }

  public byte readByte() {
    return bytes[at++];
  }

  public int readInt() {
    int value = (int) INT.get(bytes, at);
    at += Integer.BYTES;
    return value;
  }

  /** The same, without going on. */
  public int peekInt() {
    return (int) INT.get(bytes, at);
  }

  private long readLong() {
    long value = (long) LONG.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  private long readBigEndianLong() {
    long value = (long) BIG_ENDIAN_LONG.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  /** A string that ends with a zero. */
  public String readName() {
    int from = at;
    int hash = 0;
    byte each = bytes[at++];
    while (each != 0) {
      hash = 31 * hash + each;
      each = bytes[at++];
    }
    return FieldNames.of(bytes, from, at - 1, hash);
  }

  public Document readDocument() {
    return read(null);
  }

  private Document read(@Nullable Set<String> fields) {
    int end = deeper();
    Document document = new Document();
    for (byte type = readByte(); type != BsonConstants.TERMINATING_BYTE; type = readByte()) {
      String name = readName();
      if (fields != null && !fields.contains(name)) {
        skip(type);
      } else if (document.put(name, readValue(type)) != null) {
        throw new IllegalArgumentException("a document has one field twice");
      }
    }
    checkEnd(end);
    depth--;
    return document;
  }

  /** As MongoDB: a message cannot use the stack up. */
  private int deeper() {
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "more than %d documents in each other".formatted(MAX_DEPTH));
    }
    return end();
  }

  private int end() {
    int from = at;
    int length = readInt();
    if (length <= Integer.BYTES || length > bytes.length - from) {
      throw new IllegalArgumentException("a document of %d bytes".formatted(length));
    }
    return from + length;
  }

  private void checkEnd(int end) {
    if (at != end) {
      throw new IllegalArgumentException("a document does not end where it says");
    }
  }

  private List<@Nullable Object> readArray() {
    int end = deeper();
    List<@Nullable Object> array = new ArrayList<>();
    for (byte type = readByte(); type != BsonConstants.TERMINATING_BYTE; type = readByte()) {
      skipName(); // its number
      array.add(readValue(type));
    }
    checkEnd(end);
    depth--;
    return array;
  }

  private @Nullable Object readValue(byte type) {
    return switch (type) {
      case BsonConstants.TYPE_DOUBLE -> Double.longBitsToDouble(readLong());
      case BsonConstants.TYPE_UTF8_STRING -> readText();
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT -> readDocument();
      case BsonConstants.TYPE_ARRAY -> readArray();
      case BsonConstants.TYPE_DATA -> readBinary();
      case BsonConstants.TYPE_UNDEFINED, BsonConstants.TYPE_NULL -> null;
      case BsonConstants.TYPE_OBJECT_ID -> new ObjectId(readBytes(BsonConstants.LENGTH_OBJECTID));
      case BsonConstants.TYPE_BOOLEAN -> readByte() != BsonConstants.BOOLEAN_VALUE_FALSE;
      case BsonConstants.TYPE_UTC_DATETIME -> Instant.ofEpochMilli(readLong());
      case BsonConstants.TYPE_REGEX -> new BsonRegularExpression(readName(), readName());
      case BsonConstants.TYPE_INT32 -> readInt();
      case BsonConstants.TYPE_TIMESTAMP -> new BsonTimestamp(readLong());
      case BsonConstants.TYPE_INT64 -> readLong();
      case BsonConstants.TYPE_DECIMAL128 -> new Decimal128(readLong(), readLong());
      case BsonConstants.TYPE_MAX_KEY -> MaxKey.getInstance();
      case BsonConstants.TYPE_MIN_KEY -> MinKey.getInstance();
      case BsonConstants.TYPE_JAVASCRIPT_CODE -> new BsonJavaScript(readText());
      default -> throw unknown(type);
    };
  }

  private static IllegalArgumentException unknown(int type) {
    return new IllegalArgumentException("a value of type 0x%02x".formatted(type & 0xFF));
  }

  private String readText() {
    int length = readInt() - 1;
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    if (readByte() != BsonConstants.STRING_TERMINATION) {
      throw new IllegalArgumentException("a string without an end");
    }
    return text;
  }

  private byte[] readBytes(int length) {
    int from = at;
    advance(length);
    return since(from);
  }

  private Object readBinary() {
    int length = readInt();
    byte subtype = readByte();
    return switch (subtype) {
      case BsonConstants.BINARY_SUBTYPE_GENERIC, BsonConstants.BINARY_SUBTYPE_USER_DEFINED ->
          new BinData(readBytes(length));
      case BsonConstants.BINARY_SUBTYPE_OLD_UUID -> {
        checkUuid(length);
        yield new LegacyUUID(readLong(), readLong());
      }
      case BsonConstants.BINARY_SUBTYPE_UUID -> {
        checkUuid(length);
        yield new UUID(readBigEndianLong(), readBigEndianLong());
      }
      default ->
          throw new IllegalArgumentException("binary of type 0x%02x".formatted(subtype & 0xFF));
    };
  }

  private static void checkUuid(int length) {
    if (length != BsonConstants.LENGTH_UUID) {
      throw new IllegalArgumentException("a UUID of %d bytes".formatted(length));
    }
  }

  private void skip(byte type) {
    switch (type) {
      case BsonConstants.TYPE_DOUBLE,
          BsonConstants.TYPE_UTC_DATETIME,
          BsonConstants.TYPE_TIMESTAMP,
          BsonConstants.TYPE_INT64 ->
          advance(Long.BYTES);
      case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE -> advance(readInt());
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
          advance(readInt() - Integer.BYTES);
      case BsonConstants.TYPE_DATA -> advance(readInt() + 1);
      case BsonConstants.TYPE_OBJECT_ID -> advance(BsonConstants.LENGTH_OBJECTID);
      case BsonConstants.TYPE_BOOLEAN -> advance(1);
      case BsonConstants.TYPE_REGEX -> {
        skipName();
        skipName();
      }
      case BsonConstants.TYPE_INT32 -> advance(Integer.BYTES);
      case BsonConstants.TYPE_DECIMAL128 -> advance(2 * Long.BYTES);
      case BsonConstants.TYPE_UNDEFINED,
          BsonConstants.TYPE_NULL,
          BsonConstants.TYPE_MAX_KEY,
          BsonConstants.TYPE_MIN_KEY -> {}
      default -> throw unknown(type);
    }
  }

  private void advance(int length) {
    if (length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException("a value of %d bytes".formatted(length));
    }
    at += length;
  }

  private void skipName() {
    while (bytes[at++] != 0) {
      // on to its end
    }
  }

  /** The bytes from {@code from} to where this has read. */
  public byte[] since(int from) {
    return Arrays.copyOfRange(bytes, from, at);
  }
}
