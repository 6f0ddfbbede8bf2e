package org.masterplan.matching.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.masterplan.matching.candidate.CandidateLimits;
import org.masterplan.matching.candidate.Candidates;
import org.masterplan.matching.cluster.Clusters;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.model.Frequencies;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.model.Trainer;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/** Resolves a batch of records into entities. */
public final class Resolver {
  /** The second round learns again, knowing which random pairs and values were of one person. */
  private static final int ROUNDS = 2;

  private final Table table;
  private final Candidates.Found candidates;
  private final Comparer comparer;
  private final long[] patterns;
  private final Trainer trainer;

  private Resolver(Table table) {
    this.table = table;
    this.candidates = Candidates.of(table, CandidateLimits.DEFAULT);
    this.comparer = new Comparer(table);
    var pairs = candidates.pairs();
    this.patterns = new long[pairs.length];
    for (int p = 0; p < pairs.length; p++) {
      patterns[p] = comparer.pattern(LongBag.left(pairs[p]), LongBag.right(pairs[p]));
    }
    this.trainer = new Trainer(table);
  }

  /** Resolves these records; the answer does not depend on their order. */
  public static Resolution resolve(Schema schema, List<RawRecord> records) {
    var table = new Table(schema);
    records.stream()
        .sorted(Comparator.comparing(RawRecord::source).thenComparing(RawRecord::id))
        .forEach(table::add);
    var run = new Resolver(table);
    var entities = new int[table.size()];
    Arrays.setAll(entities, i -> i);
    var done = run.round(entities);
    for (int round = 1; round < ROUNDS; round++) {
      done = run.round(done.entities());
    }
    return done;
  }

  private Resolution round(int[] entities) {
    var frequencies = Frequencies.of(table, entities);
    var pairs = candidates.pairs();
    var model = Priors.refine(table, trainer.train(entities), frequencies, pairs, patterns);
    var scorer = new Scorer(table, model, frequencies);
    var weights = new float[pairs.length];
    for (int p = 0; p < pairs.length; p++) {
      int left = LongBag.left(pairs[p]);
      int right = LongBag.right(pairs[p]);
      weights[p] = (float) scorer.weight(patterns[p], left, right);
    }
    var found =
        Clusters.of(
            table.size(), pairs, weights, (a, b) -> scorer.weight(comparer.pattern(a, b), a, b));
    return new Resolution(table, model, frequencies, candidates, weights, found);
  }
}
