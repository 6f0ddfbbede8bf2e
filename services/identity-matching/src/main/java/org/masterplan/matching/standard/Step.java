package org.masterplan.matching.standard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was done to a raw value, in the words of {@code Standardised.how}. */
enum Step {
  NONE(""),
  COMPOSED("composed (NFC)"),
  DECODED_TCVN3("decoded TCVN3"),
  DECODED_VNI("decoded VNI"),
  DECODED_VIQR("decoded VIQR"),
  DECODED_MOJIBAKE("decoded UTF-8 read as windows-1252"),
  TONE_MOVED("tone placed by one rule"),
  I_AS_Y("final i written y"),
  LETTERS_LOST("letters lost"),
  REMARK_LEFT_OUT("remark left out"),
  TITLE_LEFT_OUT("title left out"),
  WORDS_PARTED("joined words parted"),
  ORDER_CHANGED("brought into the order surname, middle, given"),
  ORDER_UNSURE("order of the words unsure"),
  INITIALS("initials"),
  FIRST_OF_SEVERAL("first of several in the cell"),
  SPREADSHEET("spreadsheet's notation undone"),
  ZERO_ADDED("leading zeros added"),
  RENUMBERED_2018("renumbered 2018"),
  RENUMBERED_2017("area code of 2017"),
  LANDLINE_OR_MOBILE("old landline or mobile of today"),
  PARTS_SWAPPED("day and month swapped: else no date"),
  ORDER_OF_DAY_UNSURE("day before month assumed"),
  CENTURY_ASSUMED("century assumed"),
  YEAR_ONLY("year only"),
  SERIAL_DAY("spreadsheet's day number"),
  FIRST_OF_JANUARY("first of January: often only the year is known"),
  NO_SUCH_DAY("no such day"),
  PROVINCE_UNKNOWN("province code never given"),
  MAILBOX_OF_A_ROLE("mailbox of a role"),
  LEGAL_FORM_LEFT_OUT("legal form left out"),
  PROVINCE_OF_2025("province of 2025"),
  WORDS_EXPANDED("abbreviations expanded"),
  CUT("cut at the greatest length");

  private static final Map<Set<Step>, List<String>> LISTS = new ConcurrentHashMap<>();

  private final String text;

  Step(String text) {
    this.text = text;
  }

  /** The steps as texts; the same list for the same steps, as there are few combinations. */
  static List<String> texts(Set<Step> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    var known = LISTS.get(steps);
    return known != null ? known : LISTS.computeIfAbsent(Set.copyOf(steps), Step::list);
  }

  private static List<String> list(Set<Step> steps) {
    return steps.stream().filter(s -> s != NONE).sorted().map(s -> s.text).toList();
  }
}
