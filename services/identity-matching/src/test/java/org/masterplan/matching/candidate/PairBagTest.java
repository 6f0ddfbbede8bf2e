package org.masterplan.matching.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.table.LongBag;

class PairBagTest {
  private static final int RECORDS = 2700;

  @Test
  void takeDistinct_ofSeveralBags_givesEachPairOnceAscending() {
    var bags = List.of(new PairBag(RECORDS), new PairBag(RECORDS), new PairBag(RECORDS));
    var expected = new TreeSet<Long>();
    var random = new Random(5);
    for (int n = 0; n < 200_000; n++) {
      int a = random.nextInt(RECORDS);
      int b = random.nextInt(RECORDS);
      bags.get(n % 2).add(a, b);
      expected.add(LongBag.pair(a, b));
    }
    assertThat(bags.getFirst().added()).isEqualTo(100_000);

    long[] pairs = PairBag.takeDistinct(bags, 2);

    assertThat(pairs).isEqualTo(expected.stream().mapToLong(Long::longValue).toArray());
    assertThat(PairBag.takeDistinct(bags, 1)).isEmpty();
  }

  @Test
  void morePairsThanAnArrayHolds_areRefusedByName() {
    assertThat(PairBag.fitting(2_000_000_000L)).isEqualTo(2_000_000_000);
    assertThatThrownBy(() -> PairBag.fitting(1L << 31))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            refusal -> {
              var violation = refusal.violations().getFirst();
              assertThat(violation.reason()).isEqualTo("PAIRS_TOO_MANY");
              assertThat(violation.about()).containsEntry("value", "2147483648");
            });
  }
}
