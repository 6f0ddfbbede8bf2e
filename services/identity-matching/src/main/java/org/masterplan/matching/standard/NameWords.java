package org.masterplan.matching.standard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a person's name as they stand: lower case, composed, one spelling per syllable.
 *
 * @param words in the order of the text, what stands after a comma first
 * @param lost whether letters were visibly lost
 */
record NameWords(List<String> words, boolean comma, boolean lost, Set<Step> steps) {
  private static final Pattern REMARK = Pattern.compile("[(\\[{][^)\\]}]*[)\\]}]?");
  private static final Set<String> FINAL_I = Set.of("hi", "ki", "li", "mi", "si", "ti", "qui");

  static NameWords of(String raw) {
    var steps = EnumSet.noneOf(Step.class);
    // In VIQR a bracket is a letter's mark.
    var plain = Letters.ascii(raw) ? raw : withoutRemark(raw, steps);
    var decoded = LegacyText.decode(plain);
    steps.add(decoded.step());
    var text = withoutRemark(decoded.text(), steps);
    int comma = text.indexOf(',');
    boolean surnameFirst = comma > 0 && comma < text.length() - 1;
    if (surnameFirst) {
      text = text.substring(comma + 1) + " " + text.substring(0, comma);
    }
    var words = new ArrayList<String>(5);
    boolean lost = split(text, words, steps);
    steps.remove(Step.NONE);
    return new NameWords(words, surnameFirst, lost, steps);
  }

  private static String withoutRemark(String text, Set<Step> steps) {
    if (text.indexOf('(') < 0 && text.indexOf('[') < 0 && text.indexOf('{') < 0) {
      return text;
    }
    steps.add(Step.REMARK_LEFT_OUT);
    return REMARK.matcher(text).replaceAll(" ");
  }

  /** Cuts the text into words; answers whether a sign stands where a letter was. */
  private static boolean split(String text, List<String> words, Set<Step> steps) {
    var word = new StringBuilder();
    boolean lost = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c) && joined(text, i, word)) {
        steps.add(Step.WORDS_PARTED);
        add(word, words, steps);
      }
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        word.append(Character.toLowerCase(c));
      } else if (c == '?' || c == Letters.LOST) {
        lost |= !word.isEmpty() || i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
      } else if (c != '\'' && c != '’' && c != '`') {
        add(word, words, steps);
      }
    }
    add(word, words, steps);
    return lost;
  }

  /** "NguyenVanAn": a capital after a whole syllable begins another one. */
  private static boolean joined(String text, int at, StringBuilder word) {
    if (word.length() < 2 || !Character.isLowerCase(text.charAt(at - 1))) {
      return false;
    }
    int end = at + 1;
    while (end < text.length() && Character.isLowerCase(text.charAt(end))) {
      end++;
    }
    var next = text.substring(at, end).toLowerCase(Locale.ROOT);
    return Syllables.folded(Letters.fold(word.toString()))
        && next.length() > 1
        && Syllables.folded(Letters.fold(next));
  }

  private static void add(StringBuilder letters, List<String> words, Set<Step> steps) {
    if (letters.isEmpty()) {
      return;
    }
    var word = Letters.nfc(letters.toString()).replace('ð', 'đ');
    letters.setLength(0);
    if (Letters.fold(word).isEmpty()) {
      return;
    }
    var placed = Syllables.canonical(word);
    if (!placed.equals(word)) {
      steps.add(Step.TONE_MOVED);
    }
    if (finalI(placed)) {
      steps.add(Step.I_AS_Y);
      placed = withY(placed);
    }
    words.add(placed);
  }

  /** "Mĩ" is "Mỹ", but "Vi" is not "Vy", nor "Thi" "Thy". */
  private static boolean finalI(String word) {
    return word.length() <= 3
        && word.length() >= 2
        && Letters.toneless(word.charAt(word.length() - 1)) == 'i'
        && FINAL_I.contains(Letters.fold(word));
  }

  private static String withY(String word) {
    int last = word.length() - 1;
    return word.substring(0, last) + Letters.toned('y', Letters.tone(word.charAt(last)));
  }
}
