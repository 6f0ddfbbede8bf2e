package org.masterplan.platform.parquet;

import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;

/** Why a file is not read. */
final class Faults {
  private Faults() {}

  /** Not as the format says; from where on cannot be told to somebody who did not write it. */
  static InvalidFields broken() {
    return refused("FILE_PARQUET_BROKEN", Map.of());
  }

  static InvalidFields encrypted() {
    return refused("FILE_PARQUET_ENCRYPTED", Map.of());
  }

  /** Unpacks to more than is allowed. */
  static InvalidFields bomb() {
    return refused("FILE_PARQUET_BOMB", Map.of());
  }

  static InvalidFields codec(String column, String codec) {
    return refused("FILE_PARQUET_CODEC", Map.of("column", column, "value", codec));
  }

  static InvalidFields encoding(String column, long encoding) {
    return refused(
        "FILE_PARQUET_ENCODING", Map.of("column", column, "value", Long.toString(encoding)));
  }

  /** A column that is no list of plain values. */
  static InvalidFields nested(String column) {
    return refused("FILE_PARQUET_NESTED", Map.of("column", column));
  }

  static InvalidFields binary(String column) {
    return refused("FILE_PARQUET_BINARY", Map.of("column", column));
  }

  static InvalidFields tooLarge(long max) {
    return refused("FILE_TOO_LARGE", Map.of("max", Long.toString(max)));
  }

  static InvalidFields tooWide(long found, int max) {
    return refused(
        "FILE_COLUMNS", Map.of("found", Long.toString(found), "max", Integer.toString(max)));
  }

  private static InvalidFields refused(String reason, Map<String, String> about) {
    return InvalidFields.of("file", reason, about);
  }
}
