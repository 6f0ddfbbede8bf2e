package org.masterplan.profiles.review.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final List<Review> NONE = List.of();

  /** So many pairs about which two stewards said these two things. */
  private static List<Review> pairs(int count, Verdict one, Verdict other) {
    var reviews = new ArrayList<Review>();
    for (int i = 0; i < count; i++) {
      reviews.add(
          ReviewTest.asked(2).say(ReviewTest.word("lan", one)).say(ReviewTest.word("ha", other)));
    }
    return reviews;
  }

  /**
   * By hand: 20 pairs, 15 alike (.75); of 40 words 25 SAME and 15 DIFFERENT, so by chance .625^2 +
   * .375^2 = .53125; (.75 - .53125) / (1 - .53125) = .46667.
   */
  @Test
  void of_twentyPairs_isWhatAHandReckons() {
    var all = new ArrayList<Review>();
    all.addAll(pairs(10, Verdict.SAME, Verdict.SAME));
    all.addAll(pairs(5, Verdict.DIFFERENT, Verdict.DIFFERENT));
    all.addAll(pairs(5, Verdict.SAME, Verdict.DIFFERENT));

    var agreement = Agreement.of(all);

    assertThat(agreement.pairs()).isEqualTo(20);
    assertThat(agreement.agreed()).isEqualTo(15);
    assertThat(agreement.kappa().orElseThrow()).isCloseTo(0.46667, within(1e-5));
  }

  @Test
  void of_tooFew_orOfOneWordOnly_hasNoKappa() {
    assertThat(Agreement.of(NONE).kappa()).isEmpty();
    assertThat(Agreement.of(pairs(9, Verdict.SAME, Verdict.DIFFERENT)).kappa()).isEmpty();
    assertThat(Agreement.of(pairs(20, Verdict.SAME, Verdict.SAME)).kappa()).isEmpty();
    assertThat(Agreement.of(pairs(20, Verdict.SAME, Verdict.SAME)).agreed()).isEqualTo(20);
  }

  @Test
  void of_thoseThatOneStewardDecided_countsNone() {
    var one = ReviewTest.asked(1).say(ReviewTest.word("lan", Verdict.SAME));

    assertThat(Agreement.of(List.of(one, one.unsay("lan"))).pairs()).isZero();
  }

  @Test
  void of_aSettledDispute_countsTheFirstTwoWords() {
    var settled =
        pairs(1, Verdict.SAME, Verdict.DIFFERENT)
            .getFirst()
            .say(ReviewTest.word("minh", Verdict.DIFFERENT));

    var agreement = Agreement.of(List.of(settled));

    assertThat(agreement.pairs()).isEqualTo(1);
    assertThat(agreement.agreed()).isZero();
  }
}
