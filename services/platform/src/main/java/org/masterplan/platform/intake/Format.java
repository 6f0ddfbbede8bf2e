package org.masterplan.platform.intake;

import java.util.Locale;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;

/** In which format a file is: what its first bytes say, then what its content type says. */
enum Format {
  DELIMITED,
  JSON_LINES,
  WORKBOOK,
  PARQUET;

  /** Whether it is read from its beginning, line by line. */
  boolean isText() {
    return this == DELIMITED || this == JSON_LINES;
  }

  static Format of(String contentType, byte[] head) {
    if (startsWith(head, 'P', 'K', 3, 4)) {
      return WORKBOOK;
    }
    if (isParquet(head)) {
      return PARQUET;
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw refused("FILE_OLD_WORKBOOK", contentType);
    }
    if (startsWith(head, '%', 'P', 'D', 'F') || startsWith(head, 0x1F, 0x8B)) {
      throw refused("FILE_FORMAT", contentType);
    }
    return byType(contentType, head);
  }

  private static Format byType(String contentType, byte[] head) {
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text/csv", "application/csv", "text/tab-separated-values" -> DELIMITED;
      case "application/x-ndjson",
          "application/jsonl",
          "application/x-jsonlines",
          "application/json-lines",
          "application/jsonlines" ->
          JSON_LINES;
      case "", "application/octet-stream", "text/plain", "application/vnd.ms-excel" ->
          looksLikeJson(head) ? JSON_LINES : DELIMITED;
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ->
          throw refused("FILE_WORKBOOK_BROKEN", contentType);
      case "application/vnd.apache.parquet", "application/x-parquet", "application/parquet" ->
          throw refused(head.length == 0 ? "FILE_EMPTY" : "FILE_PARQUET_BROKEN", contentType);
      default -> throw refused("FILE_FORMAT", contentType);
    };
  }

  /** A header row may begin with the same letters, as that of "PARENT,...", but goes on as text. */
  private static boolean isParquet(byte[] head) {
    if (!startsWith(head, 'P', 'A', 'R', '1') && !startsWith(head, 'P', 'A', 'R', 'E')) {
      return false;
    }
    for (int i = 4; i < Math.min(head.length, 8); i++) {
      if (head[i] >= 0 && head[i] < ' ' && !Character.isWhitespace(head[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksLikeJson(byte[] head) {
    for (byte each : head) {
      if (!Character.isWhitespace(each)) {
        return each == '{';
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static InvalidFields refused(String reason, String contentType) {
    return InvalidFields.of("file", reason, Map.of("value", contentType));
  }
}
