package org.masterplan.matching.engine;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.masterplan.matching.candidate.Candidates;
import org.masterplan.matching.cluster.Clusters;
import org.masterplan.matching.explain.Explaining;
import org.masterplan.matching.model.Frequencies;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.Table;

/**
 * What a run found.
 *
 * @param links decisions of people that it was told
 * @param weights log odds in bits of each candidate pair
 * @param entities the entity of each record: the number of its smallest record
 * @param crowds records tied together that were too many to be compared all with all
 */
public record Resolution(
    Table table,
    Model model,
    Frequencies frequencies,
    List<Settings.Link> links,
    Candidates.Found candidates,
    float[] weights,
    int[] entities,
    List<Clusters.Crowd> crowds) {

  /** A scorer with what this run learned. */
  public Scorer scorer() {
    return new Scorer(table, model, frequencies);
  }

  /** Explains by what this run learned. */
  public Explaining explaining() {
    return new Explaining(table, model, scorer(), candidates.pairs());
  }

  /** How many entities there are. */
  public int count() {
    int count = 0;
    for (int r = 0; r < entities.length; r++) {
      count += entities[r] == r ? 1 : 0;
    }
    return count;
  }

  /**
   * What a person has to look at, by its smallest record: entities of more records than the limit,
   * and crowds that had to be cut.
   */
  public List<Integer> alarms(int limit) {
    return Stream.concat(
            largerThan(limit).stream(), crowds.stream().map(crowd -> entities[crowd.record()]))
        .sorted()
        .distinct()
        .toList();
  }

  /** Entities of more records than the limit, by their smallest record: to be looked at. */
  public List<Integer> largerThan(int limit) {
    var sizes = new int[entities.length];
    for (int entity : entities) {
      sizes[entity]++;
    }
    return IntStream.range(0, sizes.length).filter(e -> sizes[e] > limit).boxed().toList();
  }
}
