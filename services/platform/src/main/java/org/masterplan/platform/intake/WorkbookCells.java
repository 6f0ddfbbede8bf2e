package org.masterplan.platform.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A workbook's cells as the texts that a CSV file would hold. */
final class WorkbookCells {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  /** What of a number format is no pattern: quoted or escaped text, colours, conditions. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

  private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

  private WorkbookCells() {}

  static String text(Cell cell) {
    return switch (cell.getType()) {
      case EMPTY -> "";
      case NUMBER -> isDate(cell.getDataFormatString()) ? date(cell) : number(cell);
      case BOOLEAN -> String.valueOf(cell.asBoolean());
      case FORMULA -> plain(cell.getRawValue());
      case STRING -> plain(cell.asString());
      case ERROR -> plain(cell.getRawValue());
    };
  }

  static boolean isError(Cell cell) {
    return cell.getType() == CellType.ERROR;
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String number(Cell cell) {
    BigDecimal number = cell.asNumber();
    // An exponent beyond any real figure would print as a gigabyte of zeros.
    return Math.abs((long) number.scale()) > 400
        ? plain(cell.getRawValue())
        : number.toPlainString();
  }

  private static String date(Cell cell) {
    LocalDateTime time = cell.asDate();
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : TIME.format(time);
  }

  static boolean isDate(@Nullable String format) {
    return format != null
        && !format.equalsIgnoreCase("General")
        && DATE_LETTER.matcher(LITERAL.matcher(format).replaceAll("")).find();
  }
}
