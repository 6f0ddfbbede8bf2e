package org.masterplan.matching.standard;

import java.util.HashMap;
import java.util.Map;

/**
 * How often words are surnames, middle and given names among Vietnamese people, as natural
 * logarithms. A word with marks is looked up with them ("lệ" is no surname, "lê" is), one without
 * as any of the words that it may stand for. Words never counted get less than the rarest.
 */
final class NameFrequencies {
  static final NameFrequencies SURNAMES = new NameFrequencies("surname-frequency.tsv", 0.1);
  static final NameFrequencies MIDDLES = new NameFrequencies("middle-frequency.tsv", 0.5);
  static final NameFrequencies GIVENS = new NameFrequencies("given-frequency.tsv", 0.5);

  private static final double COMMON = Math.log(0.004);

  static {
    for (var row : Tables.rows("surnames-rare.txt", "\\s+")) {
      for (var name : row) {
        double once = Math.log(1 / SURNAMES.total);
        SURNAMES.marked.putIfAbsent(Syllables.canonical(name), once);
        SURNAMES.folded.putIfAbsent(Letters.fold(name), once);
      }
    }
  }

  private final Map<String, Double> marked = new HashMap<>();
  private final Map<String, Double> folded = new HashMap<>();
  private final double total;
  private final double unseen;

  private NameFrequencies(String table, double unseenCount) {
    for (var row : Tables.rows(table, "\t")) {
      double count = Double.parseDouble(row[1]);
      marked.merge(Syllables.canonical(row[0]), count, Double::sum);
      folded.merge(Letters.fold(row[0]), count, Double::sum);
    }
    total = folded.values().stream().mapToDouble(Double::doubleValue).sum();
    unseen = Math.log(unseenCount / total);
    marked.replaceAll((_, count) -> Math.log(count / total));
    folded.replaceAll((_, count) -> Math.log(count / total));
  }

  /**
   * @param hasMarks whether the name that the word stands in was written with marks
   */
  boolean knows(String word, boolean hasMarks) {
    return log(word, hasMarks) > unseen;
  }

  /** Whether at least four in a thousand bear it. */
  boolean common(String word, boolean hasMarks) {
    return log(word, hasMarks) > COMMON;
  }

  double log(String word, boolean hasMarks) {
    var exact = hasMarks ? marked.get(word) : folded.get(word);
    if (exact != null) {
      return exact;
    }
    return hasMarks && Letters.ascii(word) ? folded.getOrDefault(word, unseen) : unseen;
  }
}
