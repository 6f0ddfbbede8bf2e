package org.masterplan.matching.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.quality.CustomerSample;

/** The entities of a sample: by the crosswalk's numbers, with what their records say. */
final class EntityWords {
  /** Neighbours shown of an entity; who labels searches for others anyway. */
  private static final int NEIGHBOURS = 10;

  private final Resolution run;
  private final int[] numbers;
  private final Map<Integer, List<Integer>> members = new HashMap<>();

  EntityWords(Resolution run, CustomerSample sample) {
    this.run = run;
    this.numbers = Crosswalk.numbers(run);
    for (var drawn : sample.drawn()) {
      Stream.concat(Stream.of(drawn.entity()), shown(drawn))
          .forEach(entity -> members.put(entity, List.of()));
    }
    members.putAll(
        IntStream.range(0, numbers.length)
            .boxed()
            .filter(record -> members.containsKey(run.entities()[record]))
            .collect(Collectors.groupingBy(record -> run.entities()[record])));
  }

  static Stream<Integer> shown(CustomerSample.Drawn drawn) {
    return drawn.neighbours().stream().limit(NEIGHBOURS);
  }

  String name(int entity) {
    return Integer.toString(numbers[entity]);
  }

  int records(int entity) {
    return members.getOrDefault(entity, List.of()).size();
  }

  /** What its first records say, and how many more there are. */
  String told(int entity, int most) {
    int more = Math.max(0, records(entity) - most);
    return members.getOrDefault(entity, List.of()).stream()
            .limit(most)
            .map(this::told)
            .collect(Collectors.joining("\n"))
        + (more == 0 ? "" : "\n+ " + more);
  }

  private String told(int record) {
    var key = run.table().key(record);
    return key.source() + "," + key.id() + ": " + SampleFile.told(run, record);
  }
}
