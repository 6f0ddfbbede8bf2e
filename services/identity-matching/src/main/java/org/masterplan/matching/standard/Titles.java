package org.masterplan.matching.standard;

import java.util.List;
import java.util.Set;

/** Words before a name that are no part of it. */
final class Titles {
  /** Never names. */
  private static final Set<String> PLAIN =
      Set.of(
          "mr", "mrs", "ms", "miss", "mister", "dr", "prof", "sir", "madam", "kh", "bs", "ths",
          "gs", "pgs", "ks", "ls", "mme", "khach", "khách");

  /** Titles in Vietnamese that may be names as well. */
  private static final Set<String> KIN =
      Set.of("anh", "chi", "co", "chu", "bac", "ong", "ba", "em", "a", "c", "e", "o", "b");

  private static final Set<String> KIN_MARKED =
      Set.of("anh", "chị", "cô", "chú", "bác", "ông", "bà", "em", "a", "c", "e", "o", "b");

  /** Read as names rather than titles where it is open, as people are often called so. */
  private static final Set<String> OFTEN_NAMES = Set.of("anh", "chi", "em");

  private Titles() {}

  /**
   * How many words in front are titles; always leaves one.
   *
   * @param hasMarks whether the name is written with marks
   */
  static int count(List<String> words, boolean hasMarks) {
    int count = 0;
    while (count < words.size() - 1 && title(words.subList(count, words.size()), hasMarks)) {
      count++;
    }
    return count;
  }

  private static boolean title(List<String> words, boolean hasMarks) {
    var first = words.getFirst();
    var next = words.get(1);
    if (PLAIN.contains(first) || Letters.fold(first + next).equals("quykhach")) {
      return true;
    }
    if (!(hasMarks ? KIN_MARKED : KIN).contains(first)) {
      return false;
    }
    boolean surnameNext = NameFrequencies.SURNAMES.common(next, hasMarks);
    if (words.size() == 2) {
      return !surnameNext && first.length() > 1 && Syllables.folded(Letters.fold(next));
    }
    if (!surnameNext || NameOrder.neverGiven(words.getLast())) {
      return false;
    }
    return words.size() > 3 || !OFTEN_NAMES.contains(first);
  }
}
