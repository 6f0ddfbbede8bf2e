package org.masterplan.matching.command;

import java.util.HashMap;
import java.util.List;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.table.RecordKey;

/**
 * An entity that somebody has to look at: it is large, or was cut out of what was too large.
 *
 * @param entity as the crosswalk numbers it
 * @param first its smallest record
 * @param records how many it has
 * @param tied how many records hung together before they were cut; 0 where they were few enough to
 *     be compared all with all
 */
public record Alarm(int entity, RecordKey first, int records, int tied) {

  /** Every one of a run, in the crosswalk's order. */
  static List<Alarm> of(Resolution found, int alarmSize) {
    var sizes = new int[found.entities().length];
    for (int entity : found.entities()) {
      sizes[entity]++;
    }
    var tied = new HashMap<Integer, Integer>();
    for (var crowd : found.crowds()) {
      tied.merge(found.entities()[crowd.record()], crowd.size(), Integer::sum);
    }
    var numbers = Crosswalk.numbers(found);
    return found.alarms(alarmSize).stream()
        .map(
            entity ->
                new Alarm(
                    numbers[entity],
                    found.table().key(entity),
                    sizes[entity],
                    tied.getOrDefault(entity, 0)))
        .toList();
  }
}
