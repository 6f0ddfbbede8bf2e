package org.masterplan.profiles.identity.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.matching.live.Reached;
import org.masterplan.profiles.identity.domain.Constraint;

/**
 * Into which persons records that hang together fall, found out beforehand. It holds as long as the
 * same records hang together, none of them was touched and nothing else was said of them.
 */
final class Foreseen {
  private final Map<Integer, Part> parts = new HashMap<>();

  /** What hangs together, and what follows from it. */
  private record Part(int[] places, double least, Set<Constraint> words, List<int[]> persons) {}

  void keep(Reached reached, Set<Constraint> words, List<int[]> persons) {
    var part = new Part(ordered(reached.records()), reached.least(), words, persons);
    reached.records().forEach(place -> parts.put(place, part));
  }

  /** The persons that these are, if that was found out and still holds. */
  Optional<List<int[]>> persons(Reached reached, Set<Constraint> words) {
    return reached.records().stream()
        .findFirst()
        .map(parts::get)
        .filter(part -> part.least() == reached.least() && part.words().equals(words))
        .filter(part -> Arrays.equals(part.places(), ordered(reached.records())))
        .map(Part::persons);
  }

  /** These were touched: nothing is known any more of all that hung together with them. */
  void forget(Collection<Integer> touched) {
    for (var place : touched) {
      var part = parts.get(place);
      if (part != null) {
        Arrays.stream(part.places()).forEach(parts::remove);
      }
    }
  }

  private static int[] ordered(Collection<Integer> places) {
    return places.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
