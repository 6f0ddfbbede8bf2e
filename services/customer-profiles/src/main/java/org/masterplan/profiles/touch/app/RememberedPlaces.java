package org.masterplan.profiles.touch.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Asks for the unit of each community once. For one piece of work, and for one thread. */
final class RememberedPlaces implements Places {
  private final Places places;
  private final Map<String, String> units = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  RememberedPlaces(Places places) {
    this.places = places;
  }

  @Override
  public Map<String, Set<String>> seats(Collection<String> names) {
    return places.seats(names);
  }

  @Override
  public Map<String, String> units(Collection<String> communities) {
    var fresh = communities.stream().filter(community -> !asked.contains(community)).toList();
    units.putAll(places.units(fresh));
    asked.addAll(fresh);
    var wanted = new HashMap<>(units);
    wanted.keySet().retainAll(Set.copyOf(communities));
    return wanted;
  }
}
