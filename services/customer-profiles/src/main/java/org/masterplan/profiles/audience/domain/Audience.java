package org.masterplan.profiles.audience.domain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.domain.ContactPoints;
import org.masterplan.profiles.consent.domain.Standing;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.profile.domain.Profile;

/** What is known of a community's people, counted one after another. */
public final class Audience {
  /** The data that every community is to collect, so that decisions can be made of them. */
  public static final List<String> COMMON =
      List.of(
          Dictionary.FULL_NAME,
          Dictionary.BIRTH_YEAR,
          Dictionary.GENDER,
          Dictionary.PHONE,
          Dictionary.EMAIL,
          Dictionary.PROVINCE);

  private final String purpose;
  private final Map<String, Long> filled = new LinkedHashMap<>();
  private final Map<Way, Long> ways = new EnumMap<>(Way.class);
  private long known;
  private long reachable;

  /** A channel. */
  public enum Way {
    EMAIL,
    SMS,
    ZALO,
    CALL;

    private boolean reaches(Profile profile, List<Consent> standing, String purpose) {
      return profile.values().containsKey(ContactPoints.needed(name()))
          && Standing.agreed(purpose, name(), standing);
    }
  }

  /** Nobody yet; {@code purpose} is what they would be written to for. */
  public Audience(String purpose) {
    this.purpose = purpose;
    COMMON.forEach(field -> filled.put(field, 0L));
    for (var way : Way.values()) {
      ways.put(way, 0L);
    }
  }

  /** Counts a person, who stands there with consent. */
  public void add(Profile profile, List<Consent> standing) {
    known++;
    for (var field : COMMON) {
      if (profile.values().containsKey(field)) {
        filled.merge(field, 1L, Long::sum);
      }
    }
    boolean any = false;
    for (var way : Way.values()) {
      if (way.reaches(profile, standing, purpose)) {
        ways.merge(way, 1L, Long::sum);
        any = true;
      }
    }
    reachable += any ? 1 : 0;
  }

  /** How many people were counted. */
  public long known() {
    return known;
  }

  /** Those who can be reached on any channel. */
  public long reachable() {
    return reachable;
  }

  /** Those who can be reached, by channel. */
  public Map<Way, Long> ways() {
    return Map.copyOf(ways);
  }

  /** People of whom the common field is known. */
  public long filled(String field) {
    return filled.getOrDefault(field, 0L);
  }

  /** The part of the known people of whom it is known; nobody can tell if nobody is known. */
  public OptionalDouble share(String field) {
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) filled(field) / known);
  }

  /** The mean over the common fields. */
  public OptionalDouble complete() {
    return COMMON.stream().flatMapToDouble(field -> share(field).stream()).average();
  }
}
