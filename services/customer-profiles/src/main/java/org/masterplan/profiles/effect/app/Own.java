package org.masterplan.profiles.effect.app;

import java.util.Optional;
import java.util.Set;
import org.masterplan.profiles.profile.domain.Profile;

/** Ids of the sources, and names of the units, that count; empty: all. */
record Own(Optional<Set<String>> sources, Optional<Set<String>> units) {
  boolean meets(Profile profile) {
    return sources.map(profile::knownTo).orElse(true);
  }

  boolean isOfUnit(String unit) {
    return units.map(some -> some.contains(unit)).orElse(true);
  }

  /** {@code source}: which brought it; empty if none did. */
  boolean isOfSource(Optional<String> source) {
    return sources.map(some -> source.filter(some::contains).isPresent()).orElse(true);
  }
}
