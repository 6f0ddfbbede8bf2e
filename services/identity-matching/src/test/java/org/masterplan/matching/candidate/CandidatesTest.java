package org.masterplan.matching.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.explain.Crowd;
import org.masterplan.matching.table.Table;

@Tag("cap-8")
class CandidatesTest {
  private static final CandidateLimits FEW_ALWAYS = new CandidateLimits(100, 50, 200);

  private final Table table = new Table(Crowd.SCHEMA);

  CandidatesTest() {
    Crowd.of(3, 200).forEach(table::add);
  }

  @Test
  void cap008_keysWhosePairsAreWorthNothing_giveOnlyFew() {
    var all = Candidates.of(table, FEW_ALWAYS, Worth.ALL, 1);

    var few = Candidates.of(table, FEW_ALWAYS, pairs -> 0, 1);

    assertThat(few.pairs()).hasSizeLessThan(all.pairs().length).isNotEmpty();
    assertThat(few.keys())
        .filteredOn(key -> !key.key().equals("words of the name"))
        .allSatisfy(key -> assertThat(key.pairs()).isLessThanOrEqualTo(50));
  }

  @Test
  void cap008_keysOfWhichOneInFiftyIsLikely_giveTheirPairs_thoseOfLessDoNot() {
    var all = Candidates.of(table, FEW_ALWAYS, Worth.ALL, 1);

    var enough = Candidates.of(table, FEW_ALWAYS, pairs -> 0.02, 1);
    var tooFew = Candidates.of(table, FEW_ALWAYS, pairs -> 0.0199, 1);

    assertThat(enough.pairs()).isEqualTo(all.pairs());
    assertThat(tooFew.pairs()).isEqualTo(Candidates.of(table, FEW_ALWAYS, pairs -> 0, 1).pairs());
  }

  @Test
  void cap008_keysOfFewPairs_areNotAsked() {
    var asked = new AtomicInteger();
    Worth counting =
        pairs -> {
          asked.incrementAndGet();
          assertThat(pairs).isNotEmpty();
          return 1;
        };

    Candidates.of(table, CandidateLimits.DEFAULT, counting, 1);
    assertThat(asked).hasValue(0);
    Candidates.of(table, FEW_ALWAYS, counting, 1);
    assertThat(asked.get()).isPositive();
  }

  @Test
  void cap008_moreThreads_findTheSamePairs() {
    var one = Candidates.of(table, FEW_ALWAYS, pairs -> pairs[0] % 2, 1);
    var two = Candidates.of(table, FEW_ALWAYS, pairs -> pairs[0] % 2, 2);

    assertThat(two.pairs()).isEqualTo(one.pairs());
    assertThat(two.keys()).isEqualTo(one.keys());
  }
}
