package org.masterplan.profiles.profile.app;

import java.util.List;
import java.util.function.Predicate;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

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

  /** By a key. */
  record OfKey(Key key) implements Lookup {
    @Override
    public Reading.Found find(Reading reading) {
      return reading.lookup(key);
    }

    @Override
    public boolean names(Profile profile) {
      return profile.records().stream().anyMatch(record -> record.keys().contains(key));
    }
  }

  /**
   * By an account.
   *
   * @param written how records may write it
   * @param tells whether a record does tell of it
   */
  record OfAccount(List<Key> written, Predicate<SourceRecord> tells) implements Lookup {
    public OfAccount {
      written = List.copyOf(written);
    }

    @Override
    public Reading.Found find(Reading reading) {
      return reading.lookup(written, tells);
    }

    @Override
    public boolean names(Profile profile) {
      return profile.records().stream().anyMatch(tells);
    }
  }
}
