package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.GrowingBytes;

/**
 * Bytes whose unsigned order is the order of BSON values, types included. Each value ends itself,
 * so that values may follow one another in a key; values that compare equal (5 and 5.0) have the
 * same bytes.
 */
public final class KeyEncoding {
  static final int MIN_KEY = 1;
  static final int EMPTY_ARRAY = 4;
  static final int NULL = 5;
  static final int NUMBER = 10;
  static final int STRING = 15;
  static final int DOCUMENT = 20;
  static final int ARRAY = 25;
  static final int BINARY = 30;
  static final int LEGACY_UUID = 31;
  static final int UUID_VALUE = 32;
  static final int OBJECT_ID = 35;
  static final int BOOLEAN = 40;
  static final int INSTANT = 45;
  static final int TIMESTAMP = 47;
  static final int OTHER = 60;
  static final int MAX_KEY = 255;

  static final int FIRST = 48;

  private static final int STRING_TERMINATOR_BYTES = 2;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final GrowingBytes out = new GrowingBytes(FIRST);

  private KeyEncoding() {}

  /** The key bytes of {@code value}; null and a missing field are the same. */
  public static byte[] of(@Nullable Object value) {
    KeyEncoding encoding = new KeyEncoding();
    encoding.write(value);
    return encoding.out.toByteArray();
  }

  /** The start that the keys of every string beginning with {@code text} have in common. */
  static byte[] stringsStartingWith(String text) {
    byte[] whole = of(text);
    return java.util.Arrays.copyOf(whole, whole.length - STRING_TERMINATOR_BYTES);
  }

  static byte[] emptyArray() {
    return new byte[] {EMPTY_ARRAY};
  }

  static int typeOf(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case Missing missing -> NULL;
      case MinKey min -> MIN_KEY;
      case MaxKey max -> MAX_KEY;
      case Number number -> NUMBER;
      case String text -> STRING;
      case Map<?, ?> document -> DOCUMENT;
      case Collection<?> array -> ARRAY;
      case BinData binary -> BINARY;
      case LegacyUUID uuid -> LEGACY_UUID;
      case UUID uuid -> UUID_VALUE;
      case ObjectId id -> OBJECT_ID;
      case Boolean flag -> BOOLEAN;
      case Instant instant -> INSTANT;
      case BsonTimestamp timestamp -> TIMESTAMP;
      default -> OTHER;
    };
  }

  private void write(@Nullable Object value) {
    out.write(typeOf(value));
    switch (value) {
      case null -> {}
      case Missing missing -> {}
      case MinKey min -> {}
      case MaxKey max -> {}
      case Number number -> writeNumber(number);
      case String text -> writeText(text);
      case Map<?, ?> document -> writeDocument(document);
      case Collection<?> array -> writeArray(array);
      case BinData binary -> writeBinary(binary.getData());
      case LegacyUUID uuid -> writeSigned(uuid.getUuid());
      case UUID uuid -> writeUnsigned(uuid);
      case ObjectId id -> out.write(id.toByteArray());
      case Boolean flag -> out.write(flag ? 1 : 0);
      case Instant instant -> writeLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
      case BsonTimestamp timestamp -> writeLong(timestamp.getValue());
      default -> writeText(value.toString());
    }
  }

  /** As a double, then what a long loses on the way to a double (at most a thousand or so). */
  private void writeNumber(Number number) {
    double asDouble = number.doubleValue() + 0.0; // turns -0.0 into 0.0
    long rest = number instanceof Long whole ? whole - (long) asDouble : 0;
    long bits = Double.doubleToLongBits(asDouble);
    writeLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    int shifted = (int) rest + (1 << 15);
    out.write(shifted >> 8);
    out.write(shifted);
  }

  private void writeText(String text) {
    if (text.indexOf('\0') < 0) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } else {
      writeEscaped(text);
    }
    out.write(0);
    out.write(1);
  }

  private void writeEscaped(String text) {
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      out.write(each);
      if (each == 0) {
        out.write(0xFF);
      }
    }
  }

  // As BSON compares documents: the type of each field, then its name, then its value.
  private void writeDocument(Map<?, ?> document) {
    for (Map.Entry<?, ?> field : document.entrySet()) {
      out.write(1);
      out.write(typeOf(field.getValue()));
      writeText(String.valueOf(field.getKey()));
      write(field.getValue());
    }
    out.write(0);
  }

  private void writeArray(Collection<?> array) {
    for (Object element : array) {
      out.write(1);
      write(element);
    }
    out.write(0);
  }

  private void writeBinary(byte[] data) {
    out.write(Bytes.ofInt(data.length));
    out.write(data);
  }

  private void writeUnsigned(UUID uuid) {
    writeLong(uuid.getMostSignificantBits());
    writeLong(uuid.getLeastSignificantBits());
  }

  private void writeSigned(UUID uuid) {
    writeLong(uuid.getMostSignificantBits() ^ Long.MIN_VALUE);
    writeLong(uuid.getLeastSignificantBits() ^ Long.MIN_VALUE);
  }

  private void writeLong(long value) {
    int at = out.reserve(Long.BYTES);
    LONG.set(out.array(), at, value);
  }
}
