package org.masterplan.platform.intake;

/**
 * What a reader takes, so that memory stays bounded whatever is sent.
 *
 * @param bytes of a whole file
 * @param workbookBytes of an XLSX file, as packed
 * @param unpackedBytes of an XLSX file, unpacked
 * @param partBytes of any part of an XLSX file that must be held in memory, unpacked
 * @param recordChars of one line or record
 * @param recordLines of one record whose quoted fields hold line breaks
 * @param columns of a file
 */
public record Limits(
    long bytes,
    long workbookBytes,
    long unpackedBytes,
    long partBytes,
    int recordChars,
    int recordLines,
    int columns) {
  private static final long MIB = 1L << 20;

  /** 2 GiB a file, 50 MB a workbook, a million characters a record. */
  public static Limits usual() {
    return new Limits(2048 * MIB, 50_000_000, 1024 * MIB, 64 * MIB, 1_000_000, 1000, 2000);
  }
}
