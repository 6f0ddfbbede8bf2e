package org.masterplan.profiles.effect.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final List<String> NAMES =
      IntStream.range(0, 1000).mapToObj("profiles/%d"::formatted).toList();

  @Test
  void names_ofNoMoreThanAreDrawn_areAll() {
    assertThat(drawn(1000, 7, NAMES)).containsExactlyInAnyOrderElementsOf(NAMES);
  }

  @Test
  void names_areAsManyAsAreDrawn_whateverTheirOrder_andHoweverOftenTheyAreTold() {
    var drawn = drawn(50, 7, NAMES);
    var twice = new java.util.ArrayList<>(NAMES.reversed());
    twice.addAll(NAMES.subList(0, 300));

    assertThat(drawn).hasSize(50).doesNotHaveDuplicates().isSubsetOf(NAMES);
    assertThat(drawn(50, 7, twice)).containsExactlyElementsOf(drawn);
    assertThat(drawn(50, 8, NAMES)).isNotEqualTo(drawn);
  }

  /** Of 2,000 draws of a tenth, each name is in about 200: within 5 deviations of 13.4. */
  @Test
  void names_areEachAsLikely() {
    var few = NAMES.subList(0, 50);
    var times = new int[50];
    for (int seed = 0; seed < 2000; seed++) {
      drawn(5, seed, few).forEach(name -> times[few.indexOf(name)]++);
    }

    assertThat(IntStream.of(times).boxed()).allSatisfy(n -> assertThat(n).isBetween(133, 267));
  }

  private static List<String> drawn(int most, long seed, List<String> names) {
    var draw = new Draw(most, seed);
    names.forEach(draw::add);
    return draw.names();
  }
}
