package org.masterplan.matching.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongBagTest {
  private static final int MANY = 5_000_000;

  @Test
  void takeDistinct_ofMoreThanThereIsRoomFor_givesEachOnceAscending() {
    var random = new Random(1);
    var bag = new LongBag();
    var expected = new long[MANY];
    for (int n = 0; n < MANY; n++) {
      expected[n] = random.nextInt(1_500_000) - 10;
      bag.add(expected[n]);
    }
    assertThat(bag.added()).isEqualTo(MANY);

    var distinct = bag.takeDistinct();

    assertThat(distinct).isEqualTo(Arrays.stream(expected).sorted().distinct().toArray());
    assertThat(bag.takeDistinct()).isEmpty();
  }
}
