package org.masterplan.matching.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.table.LongBag;

/** A tree of few pairs joins as many records as one of all pairs, and is hardly lighter. */
class SpanningTest {
  private static final long[] NOTHING = {};

  @Property(tries = 30)
  void ofNear_joinsAll_whateverWasCompared(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int persons) {
    var found = Resolver.resolve(Crowd.SCHEMA, Crowd.of(seed, persons));
    var members = IntStream.range(0, found.table().size()).toArray();

    assertJoins(members, spanning(found, NOTHING).ofNear(members));
    assertJoins(members, spanning(found, found.candidates().pairs()).ofNear(members));
    assertJoins(members, spanning(found, NOTHING).ofAll(members));
  }

  private static void assertJoins(int[] members, long[] edges) {
    var parent = members.clone();
    for (long edge : edges) {
      int from = parent[LongBag.left(edge)];
      int into = parent[LongBag.right(edge)];
      assertThat(from).as("no edge is one too many").isNotEqualTo(into);
      Arrays.setAll(parent, r -> parent[r] == from ? into : parent[r]);
    }
    assertThat(edges).hasSize(members.length - 1);
  }

  /** Both are the heaviest tree of what they were given. */
  @Property(tries = 30)
  void ofNear_whereAllPairsWereCompared_isAsHeavyAsOfAll(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int persons) {
    var found = Resolver.resolve(Crowd.SCHEMA, Crowd.of(seed, persons));
    var members = IntStream.range(0, found.table().size()).toArray();
    var all = new LongBag();
    for (int right = 1; right < members.length; right++) {
      for (int left = 0; left < right; left++) {
        all.add(LongBag.pair(left, right));
      }
    }
    var spanning = spanning(found, all.takeDistinct());

    assertThat(weight(found, spanning.ofNear(members)))
        .isCloseTo(weight(found, spanning.ofAll(members)), within(1e-3 * members.length));
  }

  private static double weight(Resolution found, long[] edges) {
    var comparer = new Comparer(found.table());
    var scorer = found.scorer();
    return Arrays.stream(edges)
        .mapToDouble(
            edge -> {
              int left = LongBag.left(edge);
              int right = LongBag.right(edge);
              // A veto outweighs all evidence together.
              return Math.max(-1000, scorer.weight(comparer.pattern(left, right), left, right));
            })
        .sum();
  }

  private static Spanning spanning(Resolution found, long[] compared) {
    var comparer = new Comparer(found.table());
    var scorer = found.scorer();
    return new Spanning(
        found.table(),
        compared,
        (left, right) -> scorer.weight(comparer.pattern(left, right), left, right));
  }
}
