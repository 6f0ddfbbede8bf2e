package org.masterplan.profiles.profile.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.masterplan.profiles.dictionary.domain.Dictionary;

/**
 * What lists and feeds know of one profile name: enough to find and to count people by, and no
 * contact points.
 *
 * @param name {@code profiles/{profile}}
 * @param journal the decision behind it; an older card never replaces a newer one
 * @param standing whether the name means a person
 * @param facts what people are found by
 * @param change what brought it about
 */
public record Card(String name, long journal, Standing standing, Facts facts, Change change) {
  /** Other fields of the dictionary that people are found by. */
  public static final List<String> MORE =
      List.of("ward", "district", "city", "country", "occupation", "organisation");

  /** What brought a card about. */
  public enum Change {
    CREATED,
    CHANGED,
    MERGED,
    SPLIT,
    ERASED,
    CONSENT_CHANGED
  }

  /** What a profile name means. */
  public sealed interface Standing {
    /** A person of its own. */
    record Live() implements Standing {}

    /** Another profile, which answers for it. */
    record Moved(String to) implements Standing {}

    /** Nobody any more. */
    record Gone() implements Standing {}
  }

  /**
   * What people are found by.
   *
   * @param displayName the chosen name
   * @param names every name its records bear
   * @param birthYear 0 if unknown
   * @param keys which of phone, email and nationalId it has
   * @param more what is chosen of the fields that {@link #MORE} names, by field
   */
  public record Facts(
      String displayName,
      List<String> names,
      int birthYear,
      String gender,
      String province,
      List<String> sources,
      int records,
      List<String> keys,
      Instant createdAt,
      Map<String, String> more) {
    static final Facts NONE =
        new Facts("", List.of(), 0, "", "", List.of(), 0, List.of(), Instant.EPOCH);

    public Facts {
      names = List.copyOf(names);
      sources = List.copyOf(sources);
      keys = List.copyOf(keys);
      more = Map.copyOf(more);
    }

    /** Of whom nothing more is known. */
    public Facts(
        String displayName,
        List<String> names,
        int birthYear,
        String gender,
        String province,
        List<String> sources,
        int records,
        List<String> keys,
        Instant createdAt) {
      this(
          displayName,
          names,
          birthYear,
          gender,
          province,
          sources,
          records,
          keys,
          createdAt,
          Map.of());
    }
  }

  /** A card whose records changed. */
  public Card(String name, long journal, Standing standing, Facts facts) {
    this(name, journal, standing, facts, Change.CHANGED);
  }

  /** The same, brought about by that. */
  public Card after(Change what) {
    return new Card(name, journal, standing, facts, what);
  }

  /** The card of a person. */
  public static Card of(Profile profile) {
    var sources = new TreeSet<String>();
    profile.records().forEach(r -> sources.add(r.name().source()));
    var keys =
        List.of(Dictionary.PHONE, Dictionary.EMAIL, Dictionary.NATIONAL_ID).stream()
            .filter(profile.values()::containsKey)
            .toList();
    var year = first(profile, Dictionary.BIRTH_YEAR);
    var facts =
        new Facts(
            first(profile, Dictionary.FULL_NAME),
            profile.all(Dictionary.FULL_NAME),
            year.isEmpty() ? 0 : Integer.parseInt(year),
            first(profile, Dictionary.GENDER),
            first(profile, Dictionary.PROVINCE),
            List.copyOf(sources),
            profile.records().size(),
            keys,
            profile.createdAt(),
            more(profile));
    return new Card(profile.name(), profile.journal(), new Standing.Live(), facts);
  }

  /** The card of a name that means another profile. */
  public static Card moved(String name, String to, long journal) {
    return new Card(name, journal, new Standing.Moved(to), Facts.NONE, Change.MERGED);
  }

  /** The card of a name that means nobody any more. */
  public static Card gone(String name, long journal) {
    return new Card(name, journal, new Standing.Gone(), Facts.NONE, Change.ERASED);
  }

  private static Map<String, String> more(Profile profile) {
    var more = new HashMap<String, String>();
    for (var field : MORE) {
      var value = first(profile, field);
      if (!value.isEmpty()) {
        more.put(field, value);
      }
    }
    return more;
  }

  private static String first(Profile profile, String field) {
    var value = profile.values().get(field);
    return value == null ? "" : value.value();
  }
}
