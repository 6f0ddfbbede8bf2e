package org.masterplan.profiles.connection.jdbc;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a column's values become text, and how such a text is asked for again. */
enum Kind {
  NUMBER(true),
  DATE(true),
  /** A day and a time of no zone. */
  LOCAL_TIME(true),
  /** A moment. */
  MOMENT(true),
  /** SQLite: each value has a type of its own. */
  STORED(true),
  BOOLEAN(false),
  LIST(false),
  BYTES(false),
  TEXT(false);

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
  private static final ZoneOffset EARLIEST_DAY = ZoneOffset.ofHours(14);
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");
  private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})([ T].*)?");

  private final boolean grows;

  Kind(boolean grows) {
    this.grows = grows;
  }

  /** By the type's number in the standard. */
  static Kind of(int type) {
    return switch (type) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
      case Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.FLOAT, Types.DOUBLE -> NUMBER;
      case Types.DATE -> DATE;
      case Types.TIMESTAMP -> LOCAL_TIME;
      case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
      case Types.BIT, Types.BOOLEAN -> BOOLEAN;
      case Types.ARRAY -> LIST;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      default -> TEXT;
    };
  }

  /** Whether its values have an order in which they can be asked for. */
  boolean grows() {
    return grows;
  }

  /** The value in a row; null if there is none, or if it is bytes. */
  @Nullable String text(ResultSet row, int column) throws SQLException {
    return switch (this) {
      case NUMBER -> plain(row.getString(column));
      case DATE -> text(row.getObject(column, LocalDate.class));
      case LOCAL_TIME -> local(row.getObject(column, LocalDateTime.class));
      case MOMENT -> moment(row.getObject(column, OffsetDateTime.class));
      case STORED -> stored(row.getObject(column));
      case BOOLEAN -> truth(row.getString(column));
      case LIST -> list(row, column);
      case BYTES -> null;
      case TEXT -> row.getString(column);
    };
  }

  /** Asks for a value that {@link #text} gave; throws a runtime exception if it is none such. */
  void bind(PreparedStatement statement, int parameter, String text) throws SQLException {
    switch (this) {
      case NUMBER -> statement.setBigDecimal(parameter, new BigDecimal(text));
      case DATE -> statement.setObject(parameter, LocalDate.parse(text));
      case LOCAL_TIME -> statement.setObject(parameter, LocalDateTime.parse(text));
      case MOMENT -> statement.setObject(parameter, OffsetDateTime.parse(text));
      case STORED -> bindStored(statement, parameter, text);
      case BOOLEAN, LIST, BYTES, TEXT ->
          throw new IllegalArgumentException(this + " (expected: a kind that grows)");
    }
  }

  /**
   * Whether a reading that began then may leave off at the value: it can be asked for again, and
   * hides none of the rows to come, as a date far ahead would. A time of no zone may be that of
   * wherever it is latest.
   */
  boolean isCursor(String text, Instant began) {
    var latest = LocalDateTime.ofInstant(began, EARLIEST_DAY);
    try {
      return switch (this) {
        case NUMBER -> isNumber(text);
        case DATE -> !LocalDate.parse(text).isAfter(latest.toLocalDate());
        case LOCAL_TIME -> !LocalDateTime.parse(text).isAfter(latest);
        case MOMENT -> !OffsetDateTime.parse(text).toInstant().isAfter(began);
        case STORED -> isStoredCursor(text, latest.toLocalDate());
        case BOOLEAN, LIST, BYTES, TEXT -> false;
      };
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static boolean isNumber(String text) {
    try {
      return new BigDecimal(text).precision() > 0;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  /** A text stands behind every number there, so that one that is no date would hide them all. */
  private static boolean isStoredCursor(String text, LocalDate latest) {
    if (WHOLE.matcher(text).matches() || FRACTION.matcher(text).matches()) {
      return true;
    }
    var day = DAY.matcher(text);
    return day.matches() && !LocalDate.parse(day.group(1)).isAfter(latest);
  }

  /** SQLite compares by the type of what is given where the column has none of its own. */
  private static void bindStored(PreparedStatement statement, int parameter, String text)
      throws SQLException {
    if (WHOLE.matcher(text).matches()) {
      statement.setLong(parameter, Long.parseLong(text));
    } else if (FRACTION.matcher(text).matches()) {
      statement.setDouble(parameter, Double.parseDouble(text));
    } else {
      statement.setString(parameter, text);
    }
  }

  private static @Nullable String stored(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case byte[] _ -> null;
      case Double number -> plain(number.toString());
      case Object other -> other.toString();
    };
  }

  private static @Nullable String plain(@Nullable String number) {
    if (number == null) {
      return null;
    }
    if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
      return number.endsWith(".0") ? whole(number) : number;
    }
    try {
      return new BigDecimal(number).toPlainString();
    } catch (NumberFormatException _) {
      return number;
    }
  }

  /** A driver's way of writing a number that has nothing behind the point. */
  private static String whole(String number) {
    return number.substring(0, number.length() - ".0".length());
  }

  private static @Nullable String truth(@Nullable String value) {
    return switch (value) {
      case null -> null;
      case "t", "1" -> "true";
      case "f", "0" -> "false";
      default -> value;
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String local(@Nullable LocalDateTime value) {
    return value == null ? null : LOCAL.format(value);
  }

  private static @Nullable String moment(@Nullable OffsetDateTime value) {
    return value == null ? null : value.toInstant().toString();
  }

  /** As a cell of a file would hold it: with semicolons between. */
  private static @Nullable String list(ResultSet row, int column) throws SQLException {
    var array = row.getArray(column);
    if (array == null) {
      return null;
    }
    return array.getArray() instanceof Object[] values
        ? Arrays.stream(values)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .collect(Collectors.joining(";"))
        : row.getString(column);
  }
}
