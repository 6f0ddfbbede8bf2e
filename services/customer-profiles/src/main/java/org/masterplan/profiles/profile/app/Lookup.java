package org.masterplan.profiles.profile.app;

import java.util.List;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.domain.RecordName;

/** By what somebody is looked up. */
public sealed interface Lookup {

  /**
   * Whom it means.
   *
   * @throws NotFound if nobody
   */
  Reading.Found find(Reading reading);

  /** Whether the profile's own records say so. */
  boolean names(Profile profile);

  /** By the name that a source gave. */
  record OfRecord(RecordName name) implements Lookup {
    @Override
    public Reading.Found find(Reading reading) {
      return new Reading.Found(reading.lookup(name), List.of());
    }

    @Override
    public boolean names(Profile profile) {
      return profile.records().stream().anyMatch(record -> record.name().equals(name));
    }
  }

  /** By the first of these keys that anybody has. */
  record OfKey(List<Key> keys) implements Lookup {
    public OfKey {
      keys = List.copyOf(keys);
    }

    @Override
    public Reading.Found find(Reading reading) {
      for (var key : keys.subList(0, keys.size() - 1)) {
        try {
          return reading.lookup(key);
        } catch (NotFound _) {
          // The next one is asked.
        }
      }
      return reading.lookup(keys.getLast());
    }

    @Override
    public boolean names(Profile profile) {
      return profile.records().stream().anyMatch(r -> r.keys().stream().anyMatch(keys::contains));
    }
  }
}
