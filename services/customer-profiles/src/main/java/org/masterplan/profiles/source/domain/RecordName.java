package org.masterplan.profiles.source.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * The name of a record, {@code sources/{source}/records/{record}}. Sources choose their ids as they
 * like; what a name may not hold is written as {@code ~} and two hex digits a byte.
 *
 * @param source the source's id
 * @param id the record's id as its source writes it
 */
public record RecordName(String source, String id) {
  /** The longest id that is taken. */
  public static final int MAX_ID = 128;

  private static final String SOURCES = "sources/";
  private static final String RECORDS = "/records/";

  /** Parses a name; {@code field} names it in errors. An id that is not escaped is taken too. */
  public static RecordName parse(String field, String text) {
    int at = text.indexOf(RECORDS);
    boolean named = text.startsWith(SOURCES) && at > SOURCES.length();
    if (!named || at + RECORDS.length() >= text.length()) {
      throw InvalidFields.of(
          field,
          "NAME_FORMAT",
          Map.of("field", field, "value", text, "expected", "sources/{source}/records/{record}"));
    }
    var source = text.substring(SOURCES.length(), at);
    return new RecordName(source, decode(text.substring(at + RECORDS.length())));
  }

  /** The key under which it is stored. */
  public String key() {
    return source + "/" + id;
  }

  /** The name behind {@link #key}. */
  public static RecordName ofKey(String key) {
    int at = key.indexOf('/');
    return new RecordName(key.substring(0, at), key.substring(at + 1));
  }

  @Override
  public String toString() {
    return SOURCES + source + RECORDS + encode(id);
  }

  private static String encode(String id) {
    var encoded = new StringBuilder(id.length() + 8);
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      if (plain(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('~').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static boolean plain(byte b) {
    return b >= '0' && b <= '9'
        || b >= 'A' && b <= 'Z'
        || b >= 'a' && b <= 'z'
        || b == '.'
        || b == '_'
        || b == '-';
  }

  private static String decode(String text) {
    if (text.indexOf('~') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean escaped = text.charAt(i) == '~' && i + 2 <= text.length() - 1 && hex(text, i + 1);
      if (escaped) {
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean hex(String text, int at) {
    return HexFormat.isHexDigit(text.charAt(at)) && HexFormat.isHexDigit(text.charAt(at + 1));
  }
}
