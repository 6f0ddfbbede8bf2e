package org.masterplan.platform.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.masterplan.platform.intake.Line.Flaw;

/** Cuts a text into lines without ever holding more than a line, and that only up to a limit. */
final class TextLines implements Closeable {
  private static final char REPLACEMENT = '\uFFFD';

  private final Reader reader;
  private final int maxChars;
  private final char[] buffer = new char[1 << 15];
  private final StringBuilder text = new StringBuilder();
  private final Deque<Line> pushedBack = new ArrayDeque<>();
  private int at;
  private int end;
  private long number;
  private boolean afterReturn;

  TextLines(InputStream in, Charset charset, int maxChars) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.reader = new InputStreamReader(in, decoder);
    this.maxChars = maxChars;
  }

  /** The next line, null at the end. */
  @Nullable Line next() {
    if (!pushedBack.isEmpty()) {
      return pushedBack.pop();
    }
    text.setLength(0);
    if (!fill()) {
      return null;
    }
    if (afterReturn && buffer[at] == '\n') {
      at++;
      if (!fill()) {
        return null;
      }
    }
    return read();
  }

  /** Gives lines back, to be read again in this order. */
  void pushBack(List<Line> lines) {
    lines.reversed().forEach(pushedBack::push);
  }

  private Line read() {
    var flaw = Flaw.NONE;
    boolean broken = false;
    while (!broken && fill()) {
      int start = at;
      while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
        flaw = worse(flaw, buffer[at++]);
      }
      flaw = append(start, flaw);
      broken = at < end;
    }
    afterReturn = broken && buffer[at] == '\r';
    at += broken ? 1 : 0;
    return new Line(++number, text.toString(), flaw);
  }

  private Flaw append(int start, Flaw flaw) {
    int room = Math.min(at - start, maxChars - text.length());
    text.append(buffer, start, room);
    return room < at - start ? Flaw.LINE_TOO_LONG : flaw;
  }

  private static Flaw worse(Flaw flaw, char letter) {
    if (flaw != Flaw.NONE) {
      return flaw;
    }
    return letter == 0
        ? Flaw.LINE_HOLDS_NUL
        : letter == REPLACEMENT ? Flaw.LINE_UNDECODABLE : Flaw.NONE;
  }

  private boolean fill() {
    if (at < end) {
      return true;
    }
    try {
      at = 0;
      end = Math.max(0, reader.read(buffer));
      return end > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
