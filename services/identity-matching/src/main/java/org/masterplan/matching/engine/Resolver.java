package org.masterplan.matching.engine;

import java.util.Arrays;
import java.util.List;
import org.masterplan.matching.candidate.Candidates;
import org.masterplan.matching.cluster.Clusters;
import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.compare.Comparers;
import org.masterplan.matching.model.Frequencies;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.model.Trainer;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.Batch;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/** Resolves a batch of records into entities. */
public final class Resolver {
  /** The second round learns again, knowing which random pairs and values were of one person. */
  private static final int ROUNDS = 2;

  private final Table table;
  private final Settings settings;
  private final Decisions decisions;
  private final Candidates.Found candidates;
  private final Comparers comparers;
  private final Compared compared;

  private Resolver(Table table, Settings settings, Comparers comparers, Scorer first) {
    this.table = table;
    this.settings = settings;
    this.comparers = comparers;
    this.decisions = Decisions.of(table, settings.links());
    this.candidates =
        Candidates.of(table, settings.limits(), pairs -> share(pairs, first), settings.threads())
            .with(decisions.pairs());
    this.compared =
        Compared.of(candidates.pairs(), table.size(), comparers, first, settings.threads());
  }

  /** Resolves these records with nothing told; the answer does not depend on their order. */
  public static Resolution resolve(Schema schema, List<RawRecord> records) {
    return resolve(schema, Settings.DEFAULT, records);
  }

  /**
   * As above; the answer depends neither on the order of records nor on the threads.
   *
   * @throws org.masterplan.kernel.refusal.InvalidFields where the schema compares too much
   */
  public static Resolution resolve(Schema schema, Settings settings, List<RawRecord> records) {
    Comparer.requireFit(new Table(schema));
    var batch = new Batch(schema, settings.formats());
    records.forEach(batch::add);
    return resolve(batch, settings);
  }

  /** As above, of rows that were taken as they came and need not be held. */
  public static Resolution resolve(Batch batch, Settings settings) {
    var table = batch.table(settings.threads());
    Comparer.requireFit(table);
    var comparers = new Comparers(table, settings.threads());
    var trainer = new Trainer(comparers, settings.threads());
    var strangers = new int[table.size()];
    Arrays.setAll(strangers, i -> i);
    var first = trainer.train(strangers);
    var unresolved = Frequencies.unresolved(table, settings.threads());
    var run = new Resolver(table, settings, comparers, new Scorer(table, first, unresolved));
    int[] known = run.round(first, unresolved).entities();
    for (int round = 2; round < ROUNDS; round++) {
      known =
          run.round(trainer.train(known), Frequencies.of(table, known, settings.threads()))
              .entities();
    }
    return run.round(trainer.train(known), Frequencies.of(table, known, settings.threads()));
  }

  /**
   * As above, learning nothing: weighs by what an earlier run learned.
   *
   * @throws org.masterplan.kernel.refusal.InvalidFields where that run compared other things
   */
  public static Resolution resolve(Batch batch, Settings settings, Learned learned) {
    var table = batch.table(settings.threads());
    learned.requireFor(table);
    var frequencies = learned.frequencies().over(table);
    var scorer = new Scorer(table, learned.model(), frequencies);
    var run = new Resolver(table, settings, new Comparers(table, settings.threads()), scorer);
    return run.weigh(scorer, run.weighing(scorer), frequencies);
  }

  /** The share of pairs that weigh more than nothing. */
  private double share(long[] pairs, Scorer scorer) {
    var patterns = comparers.patterns(pairs, 1);
    int likely = 0;
    for (int p = 0; p < pairs.length; p++) {
      double weight = scorer.weight(patterns[p], LongBag.left(pairs[p]), LongBag.right(pairs[p]));
      likely += weight > 0 ? 1 : 0;
    }
    return pairs.length == 0 ? 0 : (double) likely / pairs.length;
  }

  private Resolution round(Model trained, Frequencies frequencies) {
    var first = new Scorer(table, trained, frequencies);
    var weighing = weighing(first);
    var refined = Priors.refine(first, weighing, table.size(), settings.threads());
    return weigh(refined, weighing, frequencies);
  }

  private Weighing weighing(Scorer scorer) {
    return new Weighing(candidates.pairs(), compared, scorer, settings.threads());
  }

  private Resolution weigh(Scorer scorer, Weighing weighing, Frequencies frequencies) {
    var weights = weights(weighing, scorer);
    var found =
        Clusters.found(
            table.size(), candidates.pairs(), weights, () -> decided(scorer), settings.threads());
    new StrongIds(table, frequencies).join(decided(scorer), found.entities());
    return new Resolution(
        table,
        scorer.model(),
        frequencies,
        settings.links(),
        candidates,
        weights,
        found.entities(),
        found.crowds());
  }

  private PairWeights decided(Scorer scorer) {
    return decisions.over(new Evidence(scorer, comparers.one()));
  }

  /** Of all candidates: what was not compared, and what weighs less, weighs the least. */
  private float[] weights(Weighing weighing, Scorer scorer) {
    var pairs = candidates.pairs();
    var weights = new float[pairs.length];
    Arrays.fill(weights, (float) Compared.LEAST);
    for (int c = 0; c < weighing.size(); c++) {
      weights[compared.places()[c]] = (float) Compared.told(weighing.weight(c, scorer));
    }
    decisions.forEach(
        (pair, weight) -> weights[Arrays.binarySearch(pairs, pair)] = weight.floatValue());
    return weights;
  }
}
