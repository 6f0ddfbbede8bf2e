package org.masterplan.matching.standard;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Vietnam's numbering plan as it was and is: mobile numbers lost a digit on 2018-09-15 (decision
 * 798/QĐ-BTTTT), landlines got new area codes in 2017 (decision 2036/QĐ-BTTTT), so that an old
 * landline may look like a mobile of today.
 */
final class VietnamNumbers {
  private static final LocalDate MOBILES_RENUMBERED = LocalDate.of(2018, 9, 15);
  private static final int SUBSCRIBER_OF_TWO_CITIES = 8;
  private static final int SUBSCRIBER = 7;

  /**
   * One way to read a number.
   *
   * @param e164 as it is dialled today
   * @param landline what else it may be, an old landline as dialled today; else null
   * @param landlineUntil the day on which that landline was renumbered
   */
  record Reading(
      String e164,
      boolean mobile,
      Step step,
      @Nullable String landline,
      @Nullable LocalDate landlineUntil) {
    private static Reading plain(String national, boolean mobile, Step step) {
      return new Reading(international(national), mobile, step, null, null);
    }

    /** What it is, known when it was written down. */
    Reading recorded(LocalDate day) {
      if (landline == null || landlineUntil == null) {
        return this;
      }
      // 03x, 05x, 07x and 081-085 were nobody's mobile before the renumbering.
      boolean old = day.isBefore(landlineUntil) || later(e164) && day.isBefore(MOBILES_RENUMBERED);
      return old
          ? new Reading(landline, false, Step.RENUMBERED_2017, null, null)
          : new Reading(e164, true, Step.NONE, null, null);
    }

    private static boolean later(String e164) {
      return NEW_MOBILES.contains("0" + e164.substring(3, 5));
    }
  }

  private record Area(String code, LocalDate since) {}

  private static final Map<String, String> OLD_MOBILES = new HashMap<>();
  private static final Set<String> NEW_MOBILES = new HashSet<>();
  private static final Map<String, Area> OLD_AREAS = new HashMap<>();
  private static final Set<String> NEW_AREAS = new HashSet<>();
  private static final Set<String> MOBILE_TODAY =
      Set.of(
          ("030 031 032 033 034 035 036 037 038 039 052 056 058 059 070 076 077 078 079 081"
                  + " 082 083 084 085 086 087 088 089 090 091 092 093 094 095 096 097 098 099")
              .split(" "));

  static {
    for (var row : Tables.rows("mobile_prefix_2018.csv", ",")) {
      OLD_MOBILES.put(row[0], row[1]);
      NEW_MOBILES.add(row[1]);
    }
    for (var row : Tables.rows("landline_area_code_2017.csv", ",")) {
      if (!row[0].equals("province")) {
        NEW_AREAS.add(row[2]);
        if (!row[4].isEmpty()) {
          OLD_AREAS.put(row[1], new Area(row[2], LocalDate.parse(row[4])));
        }
      }
    }
  }

  private VietnamNumbers() {}

  /**
   * Reads a number as dialled inside the country.
   *
   * @param national digits with the leading zero
   * @param parted whether the area code was written apart, as of a landline
   */
  static Optional<Reading> read(String national, boolean parted) {
    return switch (national.length()) {
      case 10 -> ten(national, parted);
      case 11 -> eleven(national);
      default -> Optional.empty();
    };
  }

  private static Optional<Reading> ten(String national, boolean parted) {
    var landline = oldLandline(national);
    if (!mobileOfToday(national)) {
      return landline.map(l -> Reading.plain(l, false, Step.RENUMBERED_2017));
    }
    if (landline.isEmpty()) {
      return Optional.of(Reading.plain(national, true, Step.NONE));
    }
    if (parted) {
      return Optional.of(Reading.plain(landline.get(), false, Step.RENUMBERED_2017));
    }
    var until = area(national).map(Area::since).orElseThrow();
    return Optional.of(
        new Reading(
            international(national),
            true,
            Step.LANDLINE_OR_MOBILE,
            international(landline.get()),
            until));
  }

  private static Optional<Reading> eleven(String national) {
    var mobile = OLD_MOBILES.get(national.substring(0, 4));
    if (mobile != null) {
      return Optional.of(Reading.plain(mobile + national.substring(4), true, Step.RENUMBERED_2018));
    }
    if (landlineOfToday(national)) {
      return Optional.of(Reading.plain(national, false, Step.NONE));
    }
    return oldLandline(national).map(l -> Reading.plain(l, false, Step.RENUMBERED_2017));
  }

  private static boolean mobileOfToday(String national) {
    return MOBILE_TODAY.contains(national.substring(0, 3)) || national.startsWith("0559");
  }

  private static boolean landlineOfToday(String national) {
    return NEW_AREAS.contains(national.substring(0, 4)) && subscriber(national.charAt(4))
        || NEW_AREAS.contains(national.substring(0, 3)) && subscriber(national.charAt(3));
  }

  /** Subscriber numbers of landlines begin with 2 to 8. */
  private static boolean subscriber(char first) {
    return first >= '2' && first <= '8';
  }

  /** Until 2017 none began with 4 or 8, so that 084 and 088 are mobiles of today. */
  private static boolean oldSubscriber(char first) {
    return subscriber(first) && first != '4' && first != '8';
  }

  private static Optional<String> oldLandline(String national) {
    return area(national)
        .map(area -> area.code() + national.substring(national.length() - length(area)));
  }

  private static Optional<Area> area(String national) {
    for (int digits = 2; digits <= 4; digits++) {
      var area = OLD_AREAS.get(national.substring(0, digits));
      if (area != null
          && national.length() == digits + length(area)
          && oldSubscriber(national.charAt(digits))) {
        return Optional.of(area);
      }
    }
    return Optional.empty();
  }

  private static int length(Area area) {
    return area.code().length() == 3 ? SUBSCRIBER_OF_TWO_CITIES : SUBSCRIBER;
  }

  /** Whether the digits, with the leading zero, are an area code of before 2017. */
  static boolean oldArea(String digits) {
    return OLD_AREAS.containsKey(digits);
  }

  private static String international(String national) {
    return "+84" + national.substring(1);
  }
}
