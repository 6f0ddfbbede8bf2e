package org.masterplan.demo;

import static org.masterplan.demo.Resources.cell;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Telephone and identity numbers that follow the numbering plan and are chosen so as to be nobody's
 * as far as can be: see README, "Synthetic people".
 */
final class Numbers {
  private static final List<String> CLASSIC =
      List.of("090", "093", "089", "091", "094", "088", "096", "097", "098", "086", "092", "099");

  /** Between 001 and 096 and yet given to no province. */
  private static final List<String> PROVINCE_GAPS =
      List.of("003", "005", "007", "009", "013", "016", "018", "021", "023", "028", "029", "032");

  private static final int SUBSCRIBERS = 1_000_000;

  private final Map<String, String> oldPrefixes = new HashMap<>();
  private final Map<String, String> areaCodes = new HashMap<>();
  private final Map<String, String> oldAreaCodes = new HashMap<>();
  private final List<String> renumbered;
  private final Shuffle order;
  private final Shuffle subscribers;
  private final Shuffle households;
  private final Shuffle ids;

  Numbers(long seed, long people) {
    List<Map<String, String>> prefixes = Resources.table("mobile_prefix_2018.csv", ",");
    prefixes.forEach(row -> oldPrefixes.put(cell(row, "new_prefix"), cell(row, "old_prefix")));
    renumbered = prefixes.stream().map(row -> cell(row, "new_prefix")).toList();
    for (Map<String, String> row : Resources.table("landline_area_code_2017.csv", ",")) {
      String province = Marks.strip(cell(row, "province"));
      areaCodes.put(province, cell(row, "new_area_code"));
      oldAreaCodes.put(cell(row, "new_area_code"), cell(row, "old_area_code"));
    }
    order = Shuffle.of(seed, "phone-order", 0, 2 * people);
    subscribers = Shuffle.of(seed, "subscribers", 0, SUBSCRIBERS);
    households = Shuffle.of(seed, "households", 0, SUBSCRIBERS);
    ids = Shuffle.of(seed, "ids", 0, SUBSCRIBERS);
  }

  /** Ten digits; each index has numbers of its own. Half of them were renumbered in 2018. */
  String mobile(long index, int which, boolean wasRenumbered) {
    List<String> prefixes = wasRenumbered ? renumbered : CLASSIC;
    long number = order.at(2 * index + which);
    String prefix = prefixes.get((int) (number % prefixes.size()));
    return prefix + "0" + digits(subscribers.at(number / prefixes.size()), 6);
  }

  /** Area code and a number that begins with 30. */
  String landline(long household, String province) {
    String code = areaCodes.getOrDefault(Marks.strip(province), "028");
    long number = households.at(household);
    return code.length() == 3
        ? code + "30" + digits(number, 6)
        : code + "30" + digits(number % 100_000, 5);
  }

  /** How the number was dialled before it was renumbered; itself if it never was. */
  String before(String number) {
    if (number.startsWith("02")) {
      int length = number.startsWith("024") || number.startsWith("028") ? 3 : 4;
      String code = number.substring(0, length);
      return oldAreaCodes.getOrDefault(code, code) + number.substring(length);
    }
    String prefix = number.substring(0, 3);
    return oldPrefixes.getOrDefault(prefix, prefix) + number.substring(3);
  }

  boolean wasRenumbered(String number) {
    return !before(number).equals(number);
  }

  /** Twelve digits: an ungiven province, century with sex, year, six digits. */
  String citizenId(long index, LocalDate born, boolean female) {
    int century = (born.getYear() >= 2000 ? 2 : 0) + (female ? 1 : 0);
    String province = PROVINCE_GAPS.get((int) (index % PROVINCE_GAPS.size()));
    return province + century + digits(born.getYear() % 100, 2) + digits(ids.at(index), 6);
  }

  /** Nine digits that begin with a 9, which no province used. */
  String cardId(long index) {
    return "9" + digits(index % 97, 2) + digits(ids.at(index), 6);
  }

  /** With leading zeros. */
  static String digits(long number, int length) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, length - text.length())) + text;
  }
}
