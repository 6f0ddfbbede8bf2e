package org.masterplan.matching.standard;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a cell into the numbers that people write into it, with what they write around them. */
final class PhoneCells {
  /**
   * A number as it stands.
   *
   * @param digits all its digits
   * @param plus whether a plus stands in front
   * @param groups its digits as written apart
   * @param bracketed whether the first group stands in brackets
   */
  record Written(String digits, boolean plus, List<String> groups, boolean bracketed) {}

  private static final Pattern SEVERAL =
      Pattern.compile("[/;,|\\n&]|\\s+(?:-|or|và|va|hoặc|hoac)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern FRACTION = Pattern.compile("^\\s*([0-9]{7,12})\\.0+\\s*$");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("^\\s*([0-9])[.,]([0-9]+)[eE]\\+?([0-9]{1,2})\\s*$");
  private static final int ENOUGH = 7;
  private static final int MAX_LENGTH = 200;

  private PhoneCells() {}

  static String plain(String raw) {
    var cut = raw.length() > MAX_LENGTH ? raw.substring(0, MAX_LENGTH) : raw;
    return Letters.ascii(cut) ? cut : Normalizer.normalize(cut, Normalizer.Form.NFKC);
  }

  /** The number behind a spreadsheet's notation, the text itself where there is none. */
  static String withoutSpreadsheet(String text) {
    var fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      return fraction.group(1);
    }
    var scientific = SCIENTIFIC.matcher(text);
    if (scientific.matches()) {
      var digits = scientific.group(1) + scientific.group(2);
      return digits.length() == Integer.parseInt(scientific.group(3)) + 1 ? digits : text;
    }
    return text;
  }

  static List<Written> several(String text) {
    var numbers = new ArrayList<Written>(2);
    for (var part : SEVERAL.split(text)) {
      var written = written(part);
      if (written.digits().length() >= ENOUGH) {
        numbers.add(written);
      } else if (!numbers.isEmpty() && !written.digits().isEmpty() && part.length() <= 5) {
        numbers.add(ending(numbers.getLast(), written.digits()));
      }
    }
    return numbers;
  }

  /** "0912345678/79": the second number differs in its last digits. */
  private static Written ending(Written first, String last) {
    var digits = first.digits().substring(0, first.digits().length() - last.length()) + last;
    return new Written(digits, first.plus(), List.of(digits), false);
  }

  /** The number in a text that holds one; letters end it, or do not belong to it yet. */
  static Written written(String text) {
    var groups = new ArrayList<String>(4);
    var group = new StringBuilder(12);
    int digits = 0;
    boolean plus = false;
    boolean bracketed = false;
    for (int i = 0; i < text.length(); i++) {
      char c = digit(text, i);
      if (c >= '0' && c <= '9') {
        group.append(c);
        digits++;
        continue;
      }
      bracketed |= c == ')' && groups.isEmpty() && !group.isEmpty() && !plus;
      flush(group, groups);
      plus |= c == '+' && digits == 0;
      if (Character.isLetter(c) && digits >= ENOUGH) {
        break;
      }
      if (Character.isLetter(c)) {
        groups.clear();
        digits = 0;
        bracketed = false;
      }
    }
    flush(group, groups);
    return new Written(String.join("", groups), plus, groups, bracketed);
  }

  private static void flush(StringBuilder group, List<String> groups) {
    if (!group.isEmpty()) {
      groups.add(group.toString());
      group.setLength(0);
    }
  }

  /** The letter O before a digit is a nought. */
  private static char digit(String text, int at) {
    char c = text.charAt(at);
    boolean nought = (c == 'O' || c == 'o') && at + 1 < text.length();
    return nought && Character.isDigit(text.charAt(at + 1)) ? '0' : c;
  }
}
