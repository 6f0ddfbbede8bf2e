package org.masterplan.matching.standard;

import java.util.Locale;
import java.util.Optional;

/**
 * How a source writes its dates.
 *
 * @param order the parts in their order, such as {@code dMy}
 * @param lengths digits of each part where nothing stands between them, else empty
 */
record DateFormat(String order, int[] lengths) {
  static final DateFormat DAY_FIRST = new DateFormat("dMy", new int[0]);

  /** Reads a pattern of java.time, such as {@code dd/MM/yyyy}; empty if it has not all parts. */
  static Optional<DateFormat> of(String pattern) {
    var order = new StringBuilder(3);
    var lengths = new int[3];
    boolean packed = true;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      char part = c == 'u' || c == 'Y' ? 'y' : c == 'D' ? 'd' : c == 'L' ? 'M' : c;
      if ("dMy".indexOf(part) < 0) {
        if (order.length() == 3) {
          break;
        }
        packed = false;
      } else if (order.indexOf(String.valueOf(part)) < 0) {
        order.append(part);
        lengths[order.length() - 1] = 1;
      } else if (order.charAt(order.length() - 1) == part) {
        lengths[order.length() - 1]++;
      }
    }
    return order.length() == 3
        ? Optional.of(new DateFormat(order.toString(), packed ? lengths : new int[0]))
        : Optional.empty();
  }

  /** The digits cut into the parts, as they stand; empty if they are of another length. */
  Optional<String[]> cut(String digits) {
    if (lengths.length == 0 || lengths[0] + lengths[1] + lengths[2] != digits.length()) {
      return Optional.empty();
    }
    int second = lengths[0] + lengths[1];
    return Optional.of(
        new String[] {
          digits.substring(0, lengths[0]),
          digits.substring(lengths[0], second),
          digits.substring(second)
        });
  }

  /** The part of the groups that is the day ({@code d}), the month or the year. */
  String part(String[] groups, char part) {
    return groups[order.indexOf(part)];
  }

  /** What the names of months are in digits, in English and Vietnamese. */
  static String withoutNames(String text) {
    var plain = Letters.fold(text).toLowerCase(Locale.ROOT);
    if (plain.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
      return text;
    }
    plain = plain.replaceAll("(?<=[0-9])(st|nd|rd|th)\\b", " ").replaceAll("thang|ngay|nam", " ");
    var months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
    for (int i = 0; i < months.length; i++) {
      plain = plain.replaceFirst(months[i] + "[a-z]*", " " + (i + 1) + " ");
    }
    return plain.strip();
  }
}
