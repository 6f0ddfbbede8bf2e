package org.masterplan.profiles.identity.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.explain.Explanation;
import org.masterplan.matching.live.LiveTies;
import org.masterplan.matching.live.Reached;
import org.masterplan.profiles.identity.app.Doubt;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.domain.LongIndex;
import org.masterplan.profiles.identity.domain.LongSet;

/**
 * The records that are there, weighed by what was learned, each under a place: its number among
 * those that ever came. A place is kept for a record that is gone, and taken again if it comes
 * back.
 */
final class Standing {
  private static final int NOWHERE = -1;

  private final LiveTies ties;
  private final LongIndex places = new LongIndex();
  private final BitSet present = new BitSet();
  private long[] citizens = new long[64];

  /** Whether anybody was told of ties. */
  private boolean asked;

  private Foreseen foreseen = new Foreseen();

  Standing(Learned learned) {
    this.ties = LiveTies.of(Rows.SCHEMA, learned);
  }

  /** Takes a record in of which nobody asks what it is tied to; cheaper while nobody ever asked. */
  void load(Features features) {
    if (!asked && places.find(features.record()) == NOWHERE) {
      ties.load(Rows.of(features));
      stand(features);
    } else {
      put(features);
    }
  }

  /** Takes a record in; answers all whose ties this changed, itself included. */
  LongSet put(Features features) {
    asked = true;
    int place = places.find(features.record());
    var row = Rows.of(features);
    boolean same = place != NOWHERE && present.get(place) && ties.holds(place, row);
    var touched =
        same ? Set.of(place) : place == NOWHERE ? ties.add(row) : ties.replace(place, row);
    stand(features);
    foreseen.forget(touched);
    return numbers(touched);
  }

  private void stand(Features features) {
    int place = places.add(features.record());
    present.set(place);
    if (place >= citizens.length) {
      citizens = Arrays.copyOf(citizens, citizens.length * 2);
    }
    citizens[place] = features.citizen();
  }

  /** Forgets a record; answers all others whose ties this changed. */
  LongSet remove(long record) {
    int place = place(record);
    if (place == NOWHERE) {
      return LongSet.of();
    }
    var touched = ties.clear(place);
    present.clear(place);
    citizens[place] = 0;
    foreseen.forget(Set.of(place));
    foreseen.forget(touched);
    return numbers(touched);
  }

  /** The place of a record, -1 if it is not there. */
  int place(long record) {
    int place = places.find(record);
    return place == NOWHERE || !present.get(place) ? NOWHERE : place;
  }

  long number(int place) {
    return places.number(place);
  }

  /** The citizen number of the record there, hashed; 0 if it has none. */
  long citizen(int place) {
    return citizens[place];
  }

  /** What hangs together with the record there, over however many others. */
  Reached reach(int place, Function<Integer, List<Integer>> fellows) {
    asked = true;
    return ties.reach(List.of(place), fellows);
  }

  /** The records and all that hang together with them; those that are not there stay alone. */
  LongSet reach(LongSet records) {
    var found = new TreeSet<Integer>();
    for (long record : records.toArray()) {
      int place = place(record);
      if (place != NOWHERE && !found.contains(place)) {
        found.addAll(reach(place, _ -> List.of()).records());
      }
    }
    return numbers(found).plus(records);
  }

  /** Cuts what hangs together into persons. */
  List<int[]> groups(
      Reached reached, PairWeights between, Function<Integer, List<Integer>> decided) {
    return ties.groups(reached, between, decided);
  }

  /** What was found out beforehand of who is one person. */
  Foreseen foreseen() {
    return foreseen;
  }

  /** Nothing is known beforehand any more. */
  void forgetForeseen() {
    foreseen = new Foreseen();
  }

  /** The log odds in bits that any two are one person. */
  PairWeights weights() {
    return ties.weights();
  }

  /** What speaks for and against the two; empty where one of them is not there. */
  Optional<Explanation> explain(long left, long right) {
    int a = place(left);
    int b = place(right);
    return a == NOWHERE || b == NOWHERE || a == b
        ? Optional.empty()
        : Optional.of(ties.explain(a, b));
  }

  /** Pairs worth comparing of which it is not sure; two citizen numbers are no doubt. */
  List<Doubt> doubts(LongSet some, double least, double most) {
    var doubts = new ArrayList<Doubt>();
    for (long record : some.toArray()) {
      int place = place(record);
      for (int other : place == NOWHERE ? new int[0] : ties.candidates(place)) {
        double belief = 1 / (1 + Math.pow(2, -ties.weight(place, other)));
        boolean counts = present.get(other) && !differ(citizens[place], citizens[other]);
        if (counts && belief >= least && belief <= most) {
          doubts.add(new Doubt(record, number(other), belief));
        }
      }
    }
    return doubts;
  }

  private static boolean differ(long left, long right) {
    return left != 0 && right != 0 && left != right;
  }

  LongSet numbers(Collection<Integer> some) {
    return LongSet.of(some.stream().filter(present::get).mapToLong(places::number).toArray());
  }
}
