package org.masterplan.platform.intake;

import java.util.Locale;
import java.util.Map;

/** The content type of a file that somebody brings, as {@link Uploads} understands it. */
public final class ContentTypes {
  /** Of Parquet files. */
  public static final String PARQUET = "application/vnd.apache.parquet";

  private static final String DELIMITED = "text/csv";
  private static final Map<String, String> BY_ENDING =
      Map.of(
          "tsv", "text/tab-separated-values",
          "jsonl", "application/jsonl",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "parquet", PARQUET);

  private ContentTypes() {}

  /** By the ending of its name, in capitals or not; what has no ending that is known is CSV. */
  public static String of(String fileName) {
    var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_ENDING.getOrDefault(ending, DELIMITED);
  }
}
