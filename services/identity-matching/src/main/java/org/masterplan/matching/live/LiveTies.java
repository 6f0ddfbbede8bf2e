package org.masterplan.matching.live;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.masterplan.matching.candidate.LiveIndex;
import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.compare.Comparers;
import org.masterplan.matching.engine.Evidence;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.explain.Explaining;
import org.masterplan.matching.explain.Explanation;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/**
 * Records one at a time, by number, and how heavily each two of them are tied: candidates by the
 * same keys as a batch, weighed by what a batch learned. Who is one person is left to whoever asks.
 * What ties two records follows from what is there, not from the order in which it came. Texts of
 * values that no record has any more stay. Not for use by two threads at once.
 */
public final class LiveTies {
  private final Table table;
  private final Scorer scorer;
  private final Explaining explaining;
  private final LiveIndex index;
  private final Said said;
  private final PairWeights weights;
  private final Edges edges = new Edges(this::look);

  /** Records whose candidates are weighed: a pair is, as soon as either of its records is here. */
  private final BitSet looked = new BitSet();

  /** What people said of two records outweighs any evidence. */
  interface Said {
    /** What it weighs; null where nobody said anything. */
    @Nullable Double weight(int left, int right);
  }

  private LiveTies(Table table, Scorer scorer, Explaining explaining, Said said) {
    this.table = table;
    this.scorer = scorer;
    this.explaining = explaining;
    this.index = new LiveIndex(table);
    this.said = said;
    this.weights =
        new Ordered(table, new Evidence(scorer, new Comparers(table, 1).one())).under(this::said);
  }

  /**
   * No record yet, to be weighed by what a run learned of such records.
   *
   * @throws org.masterplan.kernel.refusal.InvalidFields where that run compared other things
   */
  public static LiveTies of(Schema schema, Learned learned) {
    var table = new Table(schema);
    learned.requireFor(table);
    var scorer = new Scorer(table, learned.model(), learned.frequencies().over(table));
    var explaining = new Explaining(table, learned.model(), scorer);
    return new LiveTies(table, scorer, explaining, (_, _) -> null);
  }

  /** The records of a batch, whose table is taken over. */
  static LiveTies of(Resolution batch, Said said) {
    var scorer = batch.scorer();
    // Not the batch's own, which would keep all its pairs.
    var explaining = new Explaining(batch.table(), batch.model(), scorer);
    var ties = new LiveTies(batch.table(), scorer, explaining, said);
    var pairs = batch.candidates().pairs();
    for (int p = 0; p < pairs.length; p++) {
      ties.edges.tie(LongBag.left(pairs[p]), LongBag.right(pairs[p]), batch.weights()[p]);
    }
    ties.looked.set(0, batch.table().size());
    return ties;
  }

  /** How many numbers were given out: the next record's number. */
  public int size() {
    return table.size();
  }

  /**
   * Takes a record in under the next number, without looking what it is tied to: for the start,
   * before anybody was told of ties.
   */
  public void load(RawRecord row) {
    int record = table.add(row);
    index.change(record, LiveIndex.Keys.NONE, index.keys(record));
  }

  /** Takes a record in under the next number; answers all whose ties changed, and itself. */
  public Set<Integer> add(RawRecord row) {
    return settled(table.add(row), LiveIndex.Keys.NONE, new TreeSet<>());
  }

  /** Puts another record under that number; answers all whose ties changed, and itself. */
  public Set<Integer> replace(int record, RawRecord row) {
    var touched = forgotten(record);
    var before = index.keys(record);
    table.replace(record, row);
    return settled(record, before, touched);
  }

  /** Whether a record says nothing else than what stands under that number. */
  public boolean holds(int record, RawRecord row) {
    return table.holds(record, row);
  }

  /** Forgets what stands under that number; answers all others whose ties changed. */
  public Set<Integer> clear(int record) {
    var touched = forgotten(record);
    cross(index.change(record, index.keys(record), LiveIndex.Keys.NONE), touched);
    table.clear(record);
    touched.remove(record);
    return touched;
  }

  private TreeSet<Integer> forgotten(int record) {
    look(record);
    var touched = new TreeSet<Integer>();
    for (int other : edges.forget(record)) {
      touched.add(other);
    }
    looked.clear(record);
    return touched;
  }

  private Set<Integer> settled(int record, LiveIndex.Keys before, TreeSet<Integer> touched) {
    var after = index.keys(record);
    // What these are tied to by the list alone is to be known before it ties nobody any more.
    for (var list : index.aboutToBeCommon(before, after)) {
      for (int other : list) {
        look(other);
      }
    }
    cross(index.change(record, before, after), touched);
    looked.set(record);
    for (int other : index.candidates(record)) {
      again(record, other);
    }
    touched.add(record);
    return touched;
  }

  private void cross(LiveIndex.Crossed crossed, Set<Integer> touched) {
    crossed.common().forEach(list -> loosen(list, touched));
    crossed.rare().forEach(list -> tighten(list, touched));
    for (var list : crossed.shorter()) {
      for (int record : list) {
        looked.clear(record);
      }
    }
  }

  /** What only this list made worth comparing is tied no more. */
  private void loosen(int[] list, Set<Integer> touched) {
    for (int record : list) {
      for (int other : edges.of(record)) {
        if (said.weight(record, other) == null && !index.paired(record, other)) {
          edges.untie(record, other);
          touched.add(record);
          touched.add(other);
        }
      }
    }
  }

  private void tighten(int[] list, Set<Integer> touched) {
    for (int i = 0; i < list.length; i++) {
      for (int j = 0; j < i; j++) {
        if (!edges.tied(list[i], list[j]) && again(list[i], list[j])) {
          touched.add(list[i]);
          touched.add(list[j]);
        }
      }
    }
  }

  private void look(int record) {
    if (!looked.get(record)) {
      looked.set(record);
      for (int other : index.candidates(record)) {
        if (!looked.get(other)) {
          again(record, other);
        }
      }
    }
  }

  /** Weighs two records anew; answers whether they are tied. */
  boolean again(int left, int right) {
    edges.untie(left, right);
    return edges.tie(left, right, weight(left, right));
  }

  /** The records worth comparing with this one, ascending. */
  public int[] candidates(int record) {
    return index.candidates(record);
  }

  /** The log odds in bits that the two are one person; whether they are candidates or not. */
  public double weight(int left, int right) {
    return weights.weight(left, right);
  }

  /** The same of any two, to cluster them by. */
  public PairWeights weights() {
    return weights;
  }

  private double said(int left, int right) {
    var word = said.weight(left, right);
    return word == null ? Double.NaN : word;
  }

  /** What speaks for and against the two. */
  public Explanation explain(int left, int right) {
    return explaining.pair(left, right);
  }

  /**
   * These and all that they may be joined with, over however many others. Where those are too many
   * to be compared all with all, by stronger ties alone: then each of them reaches the same.
   *
   * @param fellows who else belongs to a record though no pair ties them
   */
  public Reached reach(Collection<Integer> from, Function<Integer, List<Integer>> fellows) {
    return edges.reach(from, fellows);
  }

  /**
   * Clusters records, in the order of their keys.
   *
   * @param between what two weigh, decisions of people included
   * @param decided with whom people decided something about a record
   */
  public List<int[]> groups(
      Reached reached, PairWeights between, Function<Integer, List<Integer>> decided) {
    return new Component(table, edges, reached.least(), between, decided).groups(reached.records());
  }

  /** How many keys are kept to find records by: as many as the records there are need. */
  public int keys() {
    return index.keys();
  }

  Table table() {
    return table;
  }
}
