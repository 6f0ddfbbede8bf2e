package org.masterplan.matching.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.engine.Resolver;

/** What an explanation says adds up to what the engine reckoned with. */
class ExplanationInvariantsTest {
  @Property
  void cap007_weightsOfAnExplanation_sumToTheScore(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int persons) {
    var found = Resolver.resolve(Crowd.SCHEMA, Crowd.of(seed, persons));
    var comparer = new Comparer(found.table());
    var scorer = found.scorer();
    var explaining = found.explaining();

    for (int right = 1; right < found.table().size(); right++) {
      for (int left = 0; left < right; left++) {
        var why = explaining.pair(left, right);
        double sum = why.start() + why.guard();
        for (var part : why.contributions()) {
          sum += part.weight() + part.tfAdjustment();
        }
        double score = scorer.weight(comparer.pattern(left, right), left, right);
        assertThat(why.weight()).isEqualTo(score);
        assertThat(sum).isCloseTo(score, within(1e-6));
        assertThat(why.guard() != 0).isEqualTo(!why.guardReason().isEmpty());
        assertThat(why.guard() == 0 || why.probability() < .5).isTrue();
      }
    }
  }

  @Property
  void cap007_edgesOfAnEntity_joinAllItsRecords(@ForAll long seed) {
    var found = Resolver.resolve(Crowd.SCHEMA, Crowd.of(seed, 20));
    var members = new TreeMap<Integer, List<Integer>>();
    for (int r = 0; r < found.table().size(); r++) {
      members.computeIfAbsent(found.entities()[r], e -> new ArrayList<>()).add(r);
    }
    for (var entity : members.values()) {
      var edges = found.explaining().entity(entity.stream().mapToInt(r -> r).toArray());
      var joined = new HashSet<>(Set.of(found.table().key(entity.getFirst())));
      for (int round = 0; round < edges.size(); round++) {
        edges.stream()
            .filter(edge -> joined.contains(edge.left()) || joined.contains(edge.right()))
            .forEach(edge -> joined.addAll(List.of(edge.left(), edge.right())));
      }
      assertThat(edges).hasSize(entity.size() - 1);
      assertThat(joined).hasSize(entity.size());
    }
  }
}
