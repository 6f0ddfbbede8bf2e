package org.masterplan.profiles.resolution.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Roster;

/**
 * What would change. Speaks of records by number, so that nothing is said any more of those that
 * are erased meanwhile.
 *
 * @param records looked at
 * @param profilesBefore how many profiles they are in
 * @param profilesAfter how many they would be in
 * @param merged profiles that would be one with others
 * @param split profiles of which records would leave
 * @param samples of both, at most {@link #SAMPLES} of each
 */
public record Effect(
    long records,
    long profilesBefore,
    long profilesAfter,
    long merged,
    long split,
    List<Sample> samples) {
  /** How many merges and how many splits are shown. */
  public static final int SAMPLES = 20;

  /** Nothing was looked at yet. */
  public static final Effect NONE = new Effect(0, 0, 0, 0, 0, List.of());

  /**
   * Profiles that are there, and the persons that their records would be: several profiles and one
   * person, or one profile and several persons.
   */
  public record Sample(List<Long> profiles, List<LongSet> persons) {
    public Sample {
      profiles = List.copyOf(profiles);
      persons = List.copyOf(persons);
    }
  }

  public Effect {
    samples = List.copyOf(samples);
  }

  /** Of these persons on the profiles that there are. */
  public static Effect of(List<LongSet> persons, Roster roster) {
    var merged = new HashSet<Long>();
    var parts = new HashMap<Long, Integer>();
    var samples = new ArrayList<Sample>();
    long records = 0;
    for (var person : persons) {
      var profiles = profiles(person, roster);
      profiles.forEach(profile -> parts.merge(profile, 1, Integer::sum));
      records += person.size();
      if (profiles.size() > 1) {
        merged.addAll(profiles);
        if (samples.size() < SAMPLES) {
          samples.add(new Sample(profiles, List.of(person)));
        }
      }
    }
    var split = new TreeSet<Long>();
    parts.forEach((profile, count) -> addIf(count > 1, profile, split));
    samples.addAll(splits(persons, roster, split.stream().limit(SAMPLES).toList()));
    return new Effect(records, parts.size(), persons.size(), merged.size(), split.size(), samples);
  }

  private static void addIf(boolean wanted, long profile, TreeSet<Long> into) {
    if (wanted) {
      into.add(profile);
    }
  }

  private static List<Sample> splits(List<LongSet> persons, Roster roster, List<Long> some) {
    Map<Long, List<LongSet>> parts = new HashMap<>();
    for (var person : persons) {
      for (long profile : profiles(person, roster)) {
        if (some.contains(profile)) {
          var part = person.and(roster.members(profile));
          parts.computeIfAbsent(profile, _ -> new ArrayList<>()).add(part);
        }
      }
    }
    return some.stream()
        .map(profile -> new Sample(List.of(profile), parts.getOrDefault(profile, List.of())))
        .toList();
  }

  /** The profiles that the records are in, oldest first. */
  private static List<Long> profiles(LongSet records, Roster roster) {
    var profiles = new HashSet<Long>();
    for (long record : records.toArray()) {
      profiles.add(roster.profileOf(record));
    }
    profiles.remove(Move.NONE);
    return profiles.stream().sorted(java.util.Comparator.comparingInt(roster::age)).toList();
  }
}
