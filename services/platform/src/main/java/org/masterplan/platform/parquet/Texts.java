package org.masterplan.platform.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stored values as the texts that a CSV file would hold: dates as ISO 8601 has them, points in time
 * in UTC as RFC 3339 has them, numbers without exponents. A timestamp that is no point in time is
 * written without a zone, and as a date at midnight, as days are kept by programs without dates.
 */
final class Texts {
  private static final long NANOS = 1_000_000_000;
  private static final char REPLACEMENT = '\uFFFD';
  private static final int JULIAN_1970 = 2_440_588;

  /** More bytes than any decimal type has; to write them out would take minutes. */
  private static final int MAX_DECIMAL_BYTES = 64;

  private Texts() {}

  /** How that column's values are written; refuses columns that hold no text or figure. */
  static Text of(String column, Physical physical, Meaning meaning) {
    return switch (physical) {
      case BOOLEAN -> String::valueOf;
      case FLOAT -> value -> number((Float) value, value.toString());
      case DOUBLE -> value -> number((Double) value, value.toString());
      case INT96 -> value -> julian((byte[]) value);
      case INT32, INT64 -> value -> whole((Long) value, physical, meaning);
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> bytes(column, meaning);
    };
  }

  /** What a stored value reads. */
  @FunctionalInterface
  interface Text {
    /** Null if the bytes are no text. */
    @Nullable String of(Object value);
  }

  private static @Nullable String text(byte[] value) {
    var text = new String(value, UTF_8);
    return text.indexOf(REPLACEMENT) < 0 || Arrays.equals(text.getBytes(UTF_8), value)
        ? text
        : null;
  }

  private static String whole(long value, Physical physical, Meaning meaning) {
    return switch (meaning.kind()) {
      case DECIMAL -> BigDecimal.valueOf(value, meaning.scale()).toPlainString();
      case DATE -> LocalDate.ofEpochDay((int) value).toString();
      case TIME -> time(value, meaning.perSecond());
      case TIMESTAMP -> timestamp(value, meaning);
      case UNSIGNED ->
          physical == Physical.INT32
              ? Integer.toUnsignedString((int) value)
              : Long.toUnsignedString(value);
      case NONE, TEXT, UUID, FLOAT16, OPAQUE -> Long.toString(value);
    };
  }

  private static Text bytes(String column, Meaning meaning) {
    return switch (meaning.kind()) {
      case TEXT -> value -> text((byte[]) value);
      case DECIMAL -> value -> decimal((byte[]) value, meaning.scale());
      case UUID -> value -> uuid((byte[]) value);
      case FLOAT16 -> value -> half((byte[]) value);
      case NONE, DATE, TIME, TIMESTAMP, UNSIGNED, OPAQUE -> throw Faults.binary(column);
    };
  }

  private static String number(double value, String written) {
    if (Double.isNaN(value)) {
      return "";
    }
    return Double.isInfinite(value)
        ? written
        : new BigDecimal(written).stripTrailingZeros().toPlainString();
  }

  private static String decimal(byte[] value, int scale) {
    if (value.length == 0 || value.length > MAX_DECIMAL_BYTES) {
      throw Faults.broken();
    }
    return new BigDecimal(new BigInteger(value), scale).toPlainString();
  }

  private static String half(byte[] value) {
    float number = Float.float16ToFloat((short) Bytes.of(value).littleEndian(2));
    return number(number, Float.toString(number));
  }

  private static String uuid(byte[] value) {
    if (value.length != 16) {
      throw Faults.broken();
    }
    var number = new BigInteger(value);
    return new UUID(number.shiftRight(64).longValue(), number.longValue()).toString();
  }

  private static String time(long value, long perSecond) {
    if (value < 0 || value / perSecond >= 24 * 60 * 60) {
      throw Faults.broken();
    }
    var time = LocalTime.ofNanoOfDay(value * (NANOS / perSecond));
    return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
  }

  private static String timestamp(long value, Meaning meaning) {
    long perSecond = meaning.perSecond();
    long nanos = Math.floorMod(value, perSecond) * (NANOS / perSecond);
    var instant = Instant.ofEpochSecond(Math.floorDiv(value, perSecond), nanos);
    return meaning.utc() ? instant.toString() : local(instant);
  }

  private static String local(Instant instant) {
    var time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }

  /** Nanoseconds of a day, and the day as astronomers count: how Spark once wrote timestamps. */
  private static String julian(byte[] value) {
    var in = Bytes.of(value);
    long nanos = in.littleEndian(8);
    long day = in.littleEndian(4) - JULIAN_1970;
    return Instant.ofEpochSecond(day * 24 * 60 * 60, nanos).toString();
  }
}
