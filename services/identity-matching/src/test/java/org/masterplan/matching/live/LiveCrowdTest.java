package org.masterplan.matching.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.cluster.Clusters;
import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/** More records tied together than are compared all with all: cut as a batch cuts them. */
class LiveCrowdTest {
  private static final int RECORDS = 500;
  private static final double HOLDS_THE_CROWD = 0.5;

  /** Of the pairs of neighbours every second one is joined, by each of these by turns. */
  private static final double[] JOINS = {1.5, 2.5, 5.5, 11.5, 12.5, 14};

  @Test
  void anUnchangedMemberOfACrowd_changesNothing() {
    var table = table();
    var ties = ties();
    var edges = new Edges();
    ties.forEach((pair, weight) -> edges.tie(LongBag.left(pair), LongBag.right(pair), weight));
    int[] batch = batch(ties);
    var entities = new Entities(table, batch);

    for (int record = 0; record < RECORDS; record++) {
      var reached = edges.reach(List.of(record), entities::fellows);
      var groups =
          new Component(table, edges, reached.least(), weights(ties), r -> List.of())
              .groups(reached.records());
      var change = entities.change(entities.among(reached.records()), groups);

      assertThat(change.isEmpty()).as("record %d of entity %d", record, batch[record]).isTrue();
    }
    assertThat(Arrays.stream(batch).distinct().count()).isEqualTo(RECORDS / 2);
  }

  private static Map<Long, Double> ties() {
    var ties = new HashMap<Long, Double>();
    for (int r = 0; r + 1 < RECORDS; r++) {
      ties.put(LongBag.pair(r, r + 1), r % 2 == 1 ? HOLDS_THE_CROWD : JOINS[r / 2 % JOINS.length]);
    }
    return ties;
  }

  private static PairWeights weights(Map<Long, Double> ties) {
    return (a, b) -> ties.getOrDefault(LongBag.pair(Math.min(a, b), Math.max(a, b)), -12.0);
  }

  private static int[] batch(Map<Long, Double> ties) {
    long[] pairs = ties.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    var weights = new float[pairs.length];
    for (int p = 0; p < pairs.length; p++) {
      weights[p] = ties.getOrDefault(pairs[p], 0.0).floatValue();
    }
    return Clusters.of(RECORDS, pairs, weights, weights(ties));
  }

  private static Table table() {
    var table = new Table(Schema.of("handle"));
    for (int r = 0; r < RECORDS; r++) {
      table.add(new RawRecord("s", "%03d".formatted(r), List.of("handle" + r)));
    }
    return table;
  }
}
