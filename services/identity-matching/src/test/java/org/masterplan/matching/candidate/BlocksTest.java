package org.masterplan.matching.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
  private static final int RECORD_BITS = 10;
  private static final int RECORDS = 400;

  /** Blocks of 1, 2, 3, ... records. */
  private final Blocks blocks = new Blocks(growing(), RECORD_BITS);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12, 200})
  void pairs_upToACap_areThoseEmitted(int cap) {
    assertThat(blocks.pairs(cap)).isEqualTo(emitted(cap).length);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12, 200})
  void sample_ofEachPair_isAllThatIsEmitted(int cap) {
    assertThat(blocks.sample(cap, 1)).isEqualTo(emitted(cap));
  }

  @Test
  void sample_ofEachSeventh_isThatPartOfThem() {
    long[] sample = blocks.sample(20, 7);

    assertThat(sample).hasSize((int) Math.ceilDiv(blocks.pairs(20), 7L));
    assertThat(Arrays.stream(emitted(20)).boxed().toList())
        .containsAll(Arrays.stream(sample).boxed().toList());
  }

  @Test
  void emit_intoNothing_stillMarksWhatIsTooWide() {
    var wide = new Wide(RECORDS);

    long tooWide = blocks.emit(5, null, wide);

    assertThat(tooWide).isPositive().isEqualTo(wide.take().size());
  }

  private long[] emitted(int cap) {
    var bag = new PairBag(RECORDS);
    blocks.emit(cap, bag, Wide.NONE);
    return PairBag.takeDistinct(List.of(bag), 1);
  }

  private static Entries growing() {
    var entries = new Entries();
    entries.clear(RECORDS);
    int block = 1;
    int in = 0;
    for (int record : IntStream.range(0, RECORDS).toArray()) {
      entries.add((long) block << RECORD_BITS | record);
      if (++in == block) {
        block++;
        in = 0;
      }
    }
    entries.sort();
    return entries;
  }
}
