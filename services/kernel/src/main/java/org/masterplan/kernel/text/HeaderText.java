package org.masterplan.kernel.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Text of any language in a header, which holds printable ASCII only: everything else, and the
 * percent sign, is written as {@code %XX} of its UTF-8 bytes, as gRPC itself writes its messages.
 */
public final class HeaderText {
  private static final char ESCAPE = '%';
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private HeaderText() {}

  /** The text as a header may hold it. */
  public static String encode(String text) {
    var written = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each >= ' ' && each <= '~' && each != ESCAPE) {
        written.append((char) each);
      } else {
        written.append(ESCAPE).append(HEX.toHexDigits(each));
      }
    }
    return written.toString();
  }

  /**
   * What a header says. A percent sign that no two hexadecimal digits follow is itself; bytes
   * beyond ASCII, which servers hand on as ISO 8859-1, are UTF-8 where they can be.
   */
  public static String decode(String header) {
    var bytes = new ByteArrayOutputStream();
    for (int at = 0; at < header.length(); at++) {
      if (isEscaped(header, at)) {
        bytes.write(HexFormat.fromHexDigits(header, at + 1, at + 3));
        at += 2;
      } else {
        bytes.write(header.charAt(at));
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static boolean isEscaped(String header, int at) {
    return header.charAt(at) == ESCAPE
        && at + 2 < header.length()
        && HexFormat.isHexDigit(header.charAt(at + 1))
        && HexFormat.isHexDigit(header.charAt(at + 2));
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
