package org.masterplan.governance.message.app;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.masterplan.kernel.text.Texts;

/** Ids made from what people write, where they chose none. */
public final class Slugs {
  private static final int MAX = 48;

  private Slugs() {}

  /** A readable id: the title's letters, and four digits of whatever tells two titles apart. */
  public static String of(String title, String mark) {
    var words = Texts.fold(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    var cut = words.length() <= MAX ? words : words.substring(0, MAX).replaceAll("-+$", "");
    var crc = new CRC32();
    crc.update((Texts.canonical(title) + "\u0000" + mark).getBytes(StandardCharsets.UTF_8));
    var tail = String.format("%04x", crc.getValue() & 0xffff);
    return cut.isEmpty() ? "message-" + tail : cut + "-" + tail;
  }
}
