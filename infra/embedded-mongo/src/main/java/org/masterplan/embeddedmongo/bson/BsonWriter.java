package org.masterplan.embeddedmongo.bson;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.kv.GrowingBytes;

/** Writes BSON into an array that grows. */
public final class BsonWriter {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FIRST = 1024;

  private static final int OVERFLOW = 15;

  private final int mostDeep;
  private final GrowingBytes out = new GrowingBytes(FIRST);
  private int depth;

  /** Writes whatever it is given: replies are deeper than what they hold. */
  public BsonWriter() {
    this(Integer.MAX_VALUE);
  }

  private BsonWriter(int mostDeep) {
    this.mostDeep = mostDeep;
  }

  /**
   * @throws MongoServerError when {@link BsonReader} would not read so many documents in each other
   */
  public static byte[] encode(Map<String, ?> document) {
    BsonWriter writer = new BsonWriter(BsonReader.MAX_DEPTH);
    writer.writeDocument(document);
    return writer.out.toByteArray();
  }

  /** What was written. */
  public GrowingBytes written() {
    return out;
  }

  public void writeDocument(Map<String, ?> document) {
    int from = begin();
    for (Map.Entry<String, ?> field : document.entrySet()) {
      writeField(field.getKey(), field.getValue());
    }
    finish(from);
  }

  private void writeArray(Collection<?> array) {
    int from = begin();
    int index = 0;
    for (Object element : array) {
      writeField(Integer.toString(index++), element);
    }
    finish(from);
  }

  private int begin() {
    if (++depth > mostDeep) {
      throw new MongoServerError(
          OVERFLOW,
          "Overflow",
          "more than %d documents in each other (expected: at most so many)".formatted(mostDeep));
    }
    return out.reserve(Integer.BYTES);
  }

  private void finish(int from) {
    depth--;
    out.write(BsonConstants.TERMINATING_BYTE);
    INT.set(out.array(), from, out.size() - from);
  }

  private void writeField(String name, @Nullable Object value) {
    int type = out.reserve(1);
    writeName(name);
    byte written = writeValue(value);
    out.array()[type] = written;
  }

  /** Writes the value and answers its type. */
  private byte writeValue(@Nullable Object value) {
    return switch (value) {
      case null -> BsonConstants.TYPE_NULL;
      case String text -> writeText(text, BsonConstants.TYPE_UTF8_STRING);
      case Integer number -> writeInt(number);
      case Long number -> writeLong(number, BsonConstants.TYPE_INT64);
      case Double number ->
          writeLong(Double.doubleToRawLongBits(number), BsonConstants.TYPE_DOUBLE);
      case Boolean flag -> writeBoolean(flag);
      case Instant instant -> writeLong(instant.toEpochMilli(), BsonConstants.TYPE_UTC_DATETIME);
      case Raw raw -> writeBytes(raw.bson(), BsonConstants.TYPE_EMBEDDED_DOCUMENT);
      case Map<?, ?> document -> writeEmbedded(document);
      case Collection<?> array -> {
        writeArray(array);
        yield BsonConstants.TYPE_ARRAY;
      }
      default -> writeRare(value);
    };
  }

  private byte writeRare(Object value) {
    return switch (value) {
      case ObjectId id -> writeBytes(id.toByteArray(), BsonConstants.TYPE_OBJECT_ID);
      case BinData binary -> writeBinary(binary.getData());
      case UUID uuid -> writeUuid(uuid);
      case LegacyUUID uuid -> writeLegacyUuid(uuid.getUuid());
      case Decimal128 decimal -> {
        writeLong(decimal.getLow(), BsonConstants.TYPE_DECIMAL128);
        yield writeLong(decimal.getHigh(), BsonConstants.TYPE_DECIMAL128);
      }
      case BsonTimestamp timestamp -> writeLong(timestamp.getValue(), BsonConstants.TYPE_TIMESTAMP);
      case BsonRegularExpression expression -> {
        writeName(expression.getPattern());
        writeName(expression.getOptions() == null ? "" : expression.getOptions());
        yield BsonConstants.TYPE_REGEX;
      }
      case BsonJavaScript code -> writeText(code.getCode(), BsonConstants.TYPE_JAVASCRIPT_CODE);
      case MaxKey max -> BsonConstants.TYPE_MAX_KEY;
      case MinKey min -> BsonConstants.TYPE_MIN_KEY;
      default ->
          throw new IllegalArgumentException("a value of " + value.getClass().getSimpleName());
    };
  }

  @SuppressWarnings("unchecked") // documents have names for keys
  private byte writeEmbedded(Map<?, ?> document) {
    writeDocument((Map<String, ?>) document);
    return BsonConstants.TYPE_EMBEDDED_DOCUMENT;
  }

  private void writeName(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    writeBytes(text, BsonConstants.TYPE_UTF8_STRING);
    out.write(BsonConstants.STRING_TERMINATION);
  }

  private byte writeText(String value, byte type) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    writeInt(text.length + 1);
    writeBytes(text, type);
    out.write(BsonConstants.STRING_TERMINATION);
    return type;
  }

  private byte writeBinary(byte[] data) {
    writeInt(data.length);
    out.write(BsonConstants.BINARY_SUBTYPE_GENERIC);
    return writeBytes(data, BsonConstants.TYPE_DATA);
  }

  private byte writeUuid(UUID uuid) {
    writeInt(BsonConstants.LENGTH_UUID);
    out.write(BsonConstants.BINARY_SUBTYPE_UUID);
    writeLong(Long.reverseBytes(uuid.getMostSignificantBits()), BsonConstants.TYPE_DATA);
    return writeLong(Long.reverseBytes(uuid.getLeastSignificantBits()), BsonConstants.TYPE_DATA);
  }

  private byte writeLegacyUuid(UUID uuid) {
    writeInt(BsonConstants.LENGTH_UUID);
    out.write(BsonConstants.BINARY_SUBTYPE_OLD_UUID);
    writeLong(uuid.getMostSignificantBits(), BsonConstants.TYPE_DATA);
    return writeLong(uuid.getLeastSignificantBits(), BsonConstants.TYPE_DATA);
  }

  private byte writeBoolean(boolean flag) {
    out.write(flag ? 1 : 0);
    return BsonConstants.TYPE_BOOLEAN;
  }

  private byte writeInt(int value) {
    int at = out.reserve(Integer.BYTES);
    INT.set(out.array(), at, value);
    return BsonConstants.TYPE_INT32;
  }

  private byte writeLong(long value, byte type) {
    int at = out.reserve(Long.BYTES);
    LONG.set(out.array(), at, value);
    return type;
  }

  private byte writeBytes(byte[] more, byte type) {
    out.write(more);
    return type;
  }
}
