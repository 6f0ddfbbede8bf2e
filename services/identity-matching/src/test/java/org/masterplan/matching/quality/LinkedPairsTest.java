package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.table.LongBag;

class LinkedPairsTest {
  @Property
  void pair_ofEveryNumber_isEachLinkedPairOnce(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int records,
      @ForAll @IntRange(min = 1, max = 40) int spread) {
    var entities = entities(new SplittableRandom(seed), records, spread);

    var pairs = LinkedPairs.of(entities);

    var expected = new LongBag();
    for (int right = 0; right < records; right++) {
      for (int left = 0; left < right; left++) {
        if (entities[left] == entities[right]) {
          expected.add(LongBag.pair(left, right));
        }
      }
    }
    assertThat(LongStream.range(0, pairs.size()).map(pairs::pair).toArray())
        .containsExactlyInAnyOrder(expected.takeDistinct());
  }

  /** Each record joins an earlier one or itself; an entity's number is its smallest record. */
  private static int[] entities(SplittableRandom random, int records, int spread) {
    var entities = new int[records];
    for (int r = 0; r < records; r++) {
      int joined = r - random.nextInt(Math.min(r + 1, spread));
      entities[r] = joined == r ? r : entities[joined];
    }
    return entities;
  }

  /** Row by row; where a row begins, the root that finds it is a whole number. */
  @Test
  void pair_ofMillionsOfRecords_isFoundWithoutListingTheOthers() {
    int records = 3_000_000;
    var pairs = LinkedPairs.of(new int[records]);

    assertThat(pairs.size()).isEqualTo(4_499_998_500_000L);
    assertThat(pairs.pair(0)).isEqualTo(LongBag.pair(0, 1));
    assertThat(pairs.pair(pairs.size() - 1)).isEqualTo(LongBag.pair(records - 2, records - 1));
    for (long row : new long[] {2, 3, 46_341, 1_000_003, 2_999_999}) {
      long begin = row * (row - 1) / 2;
      assertThat(pairs.pair(begin)).isEqualTo(LongBag.pair(0, (int) row));
      assertThat(pairs.pair(begin - 1)).isEqualTo(LongBag.pair((int) row - 2, (int) row - 1));
    }
  }
}
