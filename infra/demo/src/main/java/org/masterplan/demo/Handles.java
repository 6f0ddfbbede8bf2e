package org.masterplan.demo;

import java.util.Locale;

/** The name a person goes by on a platform. */
final class Handles {
  private Handles() {}

  /** The place is a platform, or a source whose id ends in one. */
  static String of(String place, long index, Name name) {
    String given = People.ascii(name.given());
    String surname = People.ascii(name.surname());
    String number = Long.toString(index * 7919 % 1_000_003 + 1296, 36);
    String lower = place.toLowerCase(Locale.ROOT);
    if (lower.endsWith("zalo")) {
      return "zalo." + given + number;
    }
    if (lower.endsWith("tiktok")) {
      return "@" + given + "_" + number;
    }
    if (lower.endsWith("youtube")) {
      return "yt-" + surname + given + number;
    }
    return lower.endsWith("facebook") ? given + "." + surname + "." + number : given + number;
  }

  /** Somebody whom no database knows. */
  static String unknown(String community, int number) {
    return "khach." + community.substring(2) + "." + Integer.toString(46_656 + number, 36);
  }
}
