package org.masterplan.profiles.review.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.OptionalDouble;

/**
 * How far stewards agree where two said something without knowing of each other.
 *
 * @param kappa agreement beyond chance of two words a pair, whoever said them (J. L. Fleiss,
 *     "Measuring nominal scale agreement among many raters", Psychological Bulletin 76(5), 1971);
 *     empty of too few pairs, and where nobody ever said anything else
 */
public record Agreement(int pairs, int agreed, OptionalDouble kappa) {
  /** Of fewer it says nothing. */
  static final int ENOUGH = 10;

  /** Of these, as far as they were judged twice. */
  public static Agreement of(Collection<Review> reviews) {
    var words = new EnumMap<Verdict, Integer>(Verdict.class);
    int pairs = 0;
    int agreed = 0;
    for (var review : reviews) {
      if (review.judgedTwice()) {
        pairs++;
        agreed += review.agreed() ? 1 : 0;
        review.opinions().subList(0, 2).forEach(o -> words.merge(o.verdict(), 1, Integer::sum));
      }
    }
    int both = pairs;
    double chance = words.values().stream().mapToDouble(n -> Math.pow(n / (2.0 * both), 2)).sum();
    boolean telling = pairs >= ENOUGH && words.size() > 1;
    double plain = pairs == 0 ? 0 : (double) agreed / pairs;
    return new Agreement(
        pairs,
        agreed,
        telling ? OptionalDouble.of((plain - chance) / (1 - chance)) : OptionalDouble.empty());
  }
}
