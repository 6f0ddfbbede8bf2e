package org.masterplan.platform.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;

/** Counts what is read, and refuses more than a limit. */
final class CountedStream extends FilterInputStream {
  private final long max;
  private long count;

  CountedStream(InputStream in, long max) {
    super(in);
    this.max = max;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      counted(1);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    counted(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void counted(int more) {
    count += more;
    if (count > max) {
      throw InvalidFields.of("file", "FILE_TOO_LARGE", Map.of("max", String.valueOf(max)));
    }
  }
}
