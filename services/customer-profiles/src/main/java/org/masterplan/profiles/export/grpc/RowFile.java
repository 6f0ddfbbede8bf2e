package org.masterplan.profiles.export.grpc;

import java.io.IOException;
import java.io.OutputStream;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.export.domain.RowColumns;

/** A file of people that is being written. */
interface RowFile {
  void row(ExportRow row) throws IOException;

  /** Writes its end, and closes what it was written into. */
  void end() throws IOException;

  /** What such a file calls itself. */
  static String type(ProfileExport.Format format) {
    return switch (format) {
      case CSV -> "text/csv; charset=utf-8";
      case JSONL -> "application/jsonl; charset=utf-8";
      case PARQUET -> "application/vnd.apache.parquet";
    };
  }

  /** Begins one with these columns. */
  static RowFile open(ProfileExport.Format format, RowColumns columns, OutputStream out)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvFile(columns, out);
      case JSONL -> new JsonLinesFile(columns, out);
      case PARQUET -> new ParquetRowFile(columns, out);
    };
  }
}
