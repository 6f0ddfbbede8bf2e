package org.masterplan.matching.standard;

import java.util.List;
import java.util.Set;

/**
 * Which words of a name are what. Vietnamese names are written surname, middle, given, but also
 * given name first, in several ways; the reading is taken that the frequencies of the words make
 * likeliest.
 *
 * @param order the numbers of the words in the order surname, middle, given
 * @param unsure whether another reading is nearly as likely
 */
record NameOrder(int[] order, boolean unsure) {
  /** Surname, middle, given; given, surname, middle; middle, given, surname; all reversed. */
  private static final double[] PRIORS = {
    Math.log(0.88), Math.log(0.05), Math.log(0.04), Math.log(0.03)
  };

  private static final double CLOSE = Math.log(4);
  private static final double NEVER = -6;
  private static final Set<String> NEVER_GIVEN = Set.of("thi", "thị", "van", "văn");

  /** Whether it is a middle name that nobody is called by. */
  static boolean neverGiven(String word) {
    return NEVER_GIVEN.contains(word);
  }

  /** Whether the words are a Vietnamese name, in whatever order. */
  static boolean vietnamese(List<String> folded) {
    boolean surname = false;
    for (var word : folded) {
      surname |= NameFrequencies.SURNAMES.knows(word, false);
      if (word.length() > 1 && !Syllables.folded(word)) {
        return false;
      }
    }
    return surname && folded.size() > 1;
  }

  /** The likeliest order of two or more words. */
  static NameOrder of(List<String> words, boolean hasMarks) {
    int last = words.size() - 1;
    int[][] readings = {
      {0, last, 1}, {1, 0, Math.min(2, last)}, {last, Math.max(0, last - 1), 0}, {last, 0, 1}
    };
    int count = last == 1 ? 2 : readings.length;
    var scores = new double[count];
    int best = 0;
    for (int i = 0; i < count; i++) {
      scores[i] = PRIORS[i] + score(words, readings[i], hasMarks);
      // Only a surname that many bear says that the words are not in their usual order.
      boolean allowed =
          i == 0 || NameFrequencies.SURNAMES.common(words.get(readings[i][0]), hasMarks);
      scores[i] = allowed ? scores[i] : Double.NEGATIVE_INFINITY;
      best = scores[i] > scores[best] ? i : best;
    }
    boolean unsure = false;
    for (int i = 0; i < count; i++) {
      unsure |= i != best && scores[i] > scores[best] - CLOSE;
    }
    return new NameOrder(order(best, words.size()), unsure);
  }

  private static double score(List<String> words, int[] reading, boolean hasMarks) {
    var given = words.get(reading[1]);
    double score =
        NameFrequencies.SURNAMES.log(words.get(reading[0]), hasMarks)
            + NameFrequencies.GIVENS.log(given, hasMarks)
            + (neverGiven(given) ? NEVER : 0);
    return words.size() > 2
        ? score + NameFrequencies.MIDDLES.log(words.get(reading[2]), hasMarks)
        : score;
  }

  private static int[] order(int reading, int count) {
    var order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] =
          switch (reading) {
            case 0 -> i;
            case 1 -> (i + 1) % count;
            case 2 -> (i + count - 1) % count;
            default -> i == 0 ? count - 1 : i == count - 1 ? 0 : i;
          };
    }
    return order;
  }

  boolean changed() {
    for (int i = 0; i < order.length; i++) {
      if (order[i] != i) {
        return true;
      }
    }
    return false;
  }
}
