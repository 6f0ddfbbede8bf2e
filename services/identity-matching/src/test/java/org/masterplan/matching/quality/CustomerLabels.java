package org.masterplan.matching.quality;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.masterplan.matching.engine.Resolution;

/** Somebody who knows the truth and searches all records for the customers of an entity. */
final class CustomerLabels {
  private final Map<Integer, Set<Integer>> persons = new HashMap<>();
  private final Map<Integer, Set<Integer>> entities = new HashMap<>();

  CustomerLabels(Resolution run, int[] truth) {
    for (int r = 0; r < truth.length; r++) {
      persons.computeIfAbsent(run.entities()[r], e -> new TreeSet<>()).add(truth[r]);
      entities.computeIfAbsent(truth[r], p -> new HashSet<>()).add(run.entities()[r]);
    }
  }

  /** How many customers there are. */
  int customers() {
    return entities.size();
  }

  /** Of each customer of an entity, in how many others it stands. */
  List<Integer> elsewhere(int entity) {
    return persons.getOrDefault(entity, Set.of()).stream()
        .map(person -> entities.getOrDefault(person, Set.of()).size() - 1)
        .toList();
  }

  LabelledCustomers labelled(CustomerSample sample) {
    var labelled = new LabelledCustomers(sample.records());
    for (var each : sample.drawn()) {
      labelled.add(each.stratum(), elsewhere(each.entity()));
    }
    return labelled;
  }
}
