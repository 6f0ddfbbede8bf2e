package org.masterplan.profiles.identity.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.masterplan.matching.engine.Settings.Link;
import org.masterplan.matching.live.Reached;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.Groups;
import org.masterplan.profiles.identity.domain.LongSet;

/**
 * Cuts records into persons: the engine decides, and what people said and two citizen numbers hold
 * also where the engine cuts a crowd along its strongest ties and does not look at every pair.
 */
final class Grouping {
  private final Standing standing;
  private final Constraints constraints;
  private final long[] numbers;
  private final Map<Integer, Integer> indexes = new HashMap<>();
  private final boolean spoken;
  private final boolean parted;
  private final Groups groups;

  /** Of these records, in the order of their numbers. */
  Grouping(Standing standing, LongSet records, Constraints constraints) {
    this.standing = standing;
    this.constraints = constraints;
    this.numbers = records.toArray();
    for (int i = 0; i < numbers.length; i++) {
      indexes.put(standing.place(numbers[i]), i);
    }
    var words = constraints.about(records);
    this.spoken = !words.isEmpty();
    this.parted = words.stream().anyMatch(Constraint.Apart.class::isInstance);
    this.groups = new Groups(numbers.length, this::mayJoin);
    for (var word : words) {
      if (word instanceof Constraint.Together(var some)) {
        joinAll(some.and(records));
      }
    }
  }

  private void joinAll(LongSet together) {
    var some = together.toArray();
    for (int i = 1; i < some.length; i++) {
      groups.join(Arrays.binarySearch(numbers, some[0]), Arrays.binarySearch(numbers, some[i]));
    }
  }

  /** The persons. */
  List<LongSet> persons() {
    eachPart(
        reached ->
            standing
                .foreseen()
                .persons(reached, words(reached))
                .orElseGet(() -> parted(reached))
                .forEach(this::join));
    return groups.all().stream()
        .map(group -> LongSet.of(Arrays.stream(group).mapToLong(i -> numbers[i]).toArray()))
        .toList();
  }

  /** Finds the persons out, for whoever asks the same later. */
  void foresee() {
    eachPart(reached -> standing.foreseen().keep(reached, words(reached), parted(reached)));
  }

  private void eachPart(Consumer<Reached> use) {
    var done = new BitSet();
    for (long number : numbers) {
      int place = standing.place(number);
      if (place >= 0 && !done.get(place)) {
        var reached = standing.reach(place, this::fellows);
        reached.records().retainAll(indexes.keySet());
        reached.records().forEach(done::set);
        use.accept(reached);
      }
    }
  }

  private List<int[]> parted(Reached reached) {
    return standing.groups(reached, standing.weights().under(this::decided), this::fellows);
  }

  private Set<Constraint> words(Reached reached) {
    return spoken ? Set.copyOf(constraints.about(standing.numbers(reached.records()))) : Set.of();
  }

  /** Whom people called one person with the record there, by way of the first of them. */
  private List<Integer> fellows(int place) {
    if (!spoken) {
      return List.of();
    }
    int index = indexes.getOrDefault(place, 0);
    int[] one = groups.of(index);
    var known = index == one[0] ? Arrays.stream(one).skip(1) : Arrays.stream(one).limit(1);
    return known
        .filter(other -> other != index)
        .map(other -> standing.place(numbers[other]))
        .filter(other -> other >= 0)
        .boxed()
        .toList();
  }

  private double decided(int a, int b) {
    int left = indexes.getOrDefault(a, 0);
    int right = indexes.getOrDefault(b, 0);
    if (spoken && groups.one(left, right)) {
      return Link.MUST;
    }
    return mayMeet(left, right) ? Double.NaN : Link.CANNOT;
  }

  /** Those that may not be with the first go with whom they may. */
  private void join(int[] places) {
    for (int j = 1; j < places.length; j++) {
      int joining = indexes.getOrDefault(places[j], 0);
      for (int i = 0; i < j && !groups.join(indexes.getOrDefault(places[i], 0), joining); i++) {}
    }
  }

  private boolean mayJoin(int[] left, int[] right) {
    return Arrays.stream(left).allMatch(a -> Arrays.stream(right).allMatch(b -> mayMeet(a, b)));
  }

  private boolean mayMeet(int a, int b) {
    return !differ(citizen(a), citizen(b))
        && !(parted && constraints.apart(numbers[a], numbers[b]));
  }

  private long citizen(int index) {
    int place = standing.place(numbers[index]);
    return place < 0 ? 0 : standing.citizen(place);
  }

  private static boolean differ(long left, long right) {
    return left != 0 && right != 0 && left != right;
  }
}
