package org.masterplan.platform.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Looks through an XLSX file before it is opened, unpacking it once into nothing: a small file may
 * hold gigabytes, and its own statement of sizes may lie.
 */
final class WorkbookGuard {
  private static final int MAX_ENTRIES = 5000;

  private final Limits limits;
  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;

  private WorkbookGuard(Limits limits) {
    this.limits = limits;
  }

  /** Throws {@link InvalidFields} if the file is none, or holds more than the limits allow. */
  static void check(Path file, Limits limits) throws IOException {
    if (Files.size(file) > limits.workbookBytes()) {
      throw InvalidFields.of(
          "file", "FILE_TOO_LARGE", Map.of("max", String.valueOf(limits.workbookBytes())));
    }
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw bomb();
      }
      new WorkbookGuard(limits).checkEntries(zip);
    } catch (EOFException | ZipException | IllegalArgumentException _) {
      throw broken();
    }
  }

  static InvalidFields broken() {
    return InvalidFields.of("file", "FILE_WORKBOOK_BROKEN", Map.of());
  }

  private static InvalidFields bomb() {
    return InvalidFields.of("file", "FILE_WORKBOOK_BOMB", Map.of());
  }

  private void checkEntries(ZipFile zip) throws IOException {
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      try (var in = zip.getInputStream(entry)) {
        checkEntry(entry, in);
      }
    }
  }

  private void checkEntry(ZipEntry entry, InputStream in) throws IOException {
    boolean sheet = entry.getName().toLowerCase(Locale.ROOT).contains("worksheets/");
    var scan = new SheetScan(sheet ? limits.recordChars() * 8L : Long.MAX_VALUE);
    long part = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      part += n;
      unpacked += n;
      if (unpacked > limits.unpackedBytes() || (!sheet && part > limits.partBytes())) {
        throw bomb();
      }
      if (sheet && !scan.accepts(buffer, n)) {
        throw bomb();
      }
    }
  }

  /**
   * Watches the bytes of a sheet: no row, and no text, may be longer than a limit. Declarations and
   * CDATA are refused, because no spreadsheet writes them and they could hide where a row begins.
   */
  private static final class SheetScan {
    private final long maxRow;
    private final StringBuilder name = new StringBuilder();
    private boolean inName;
    private long sinceRow;

    SheetScan(long maxRow) {
      this.maxRow = maxRow;
    }

    boolean accepts(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        byte each = bytes[i];
        sinceRow++;
        if (each == 0 || (inName && name.isEmpty() && each == '!') || sinceRow > maxRow) {
          return false;
        }
        take(each);
      }
      return true;
    }

    private void take(byte each) {
      if (each == '<') {
        inName = true;
        name.setLength(0);
      } else if (inName && each == ':') {
        name.setLength(0);
      } else if (inName && Character.isLetterOrDigit(each) && name.length() < 16) {
        name.append((char) each);
      } else if (inName) {
        inName = false;
        sinceRow = name.compareTo(new StringBuilder("row")) == 0 ? 0 : sinceRow;
      }
    }
  }
}
