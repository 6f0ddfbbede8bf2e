package org.masterplan.profiles.export.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.dictionary.domain.Masks;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.profile.domain.Survivorship;
import org.masterplan.profiles.profile.domain.Value;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Decides what of a person leaves. */
public final class Release {
  private final Terms terms;
  private final Survivorship survivorship;

  /**
   * What leaves of a person.
   *
   * @param values by dictionary field
   * @param records those whose values may be used
   * @param leftOut how many values are known to the receiver's sources and may not be used
   * @param withheld whether they are no row at all: the receiver knows no record of them, or states
   *     a purpose for which nothing of them may be used
   */
  public record Given(
      Map<String, String> values, List<Used> records, int leftOut, boolean withheld) {
    public Given {
      records = List.copyOf(records);
    }

    /** Names of the records that the receiver may know of. */
    public List<String> recordNames() {
      return records.stream()
          .flatMap(used -> used.id().map(id -> new RecordName(used.source(), id)).stream())
          .map(RecordName::toString)
          .toList();
    }
  }

  /**
   * A record whose values may be used.
   *
   * @param id by what its source knows it, which may be a person's number; empty where the receiver
   *     may not know that
   */
  public record Used(String source, Optional<String> id) {}

  public Release(Terms terms, Survivorship survivorship) {
    this.terms = terms;
    this.survivorship = survivorship;
  }

  /** Nothing leaves of that person, whatever is known of them. */
  public Given nothing(Profile profile) {
    return new Given(Map.of(), List.of(), wanted(seen(profile).records()).size(), true);
  }

  /** What leaves of that person, who stands there with consent. */
  public Given of(Profile profile, Collection<Consent> standing) {
    var seen = profile.records().stream().filter(r -> terms.sees(r.name().source())).toList();
    var known = wanted(seen);
    var usable = seen.stream().filter(r -> terms.permits(r.name().source())).toList();
    var given = new LinkedHashMap<String, String>();
    wanted(usable)
        .forEach(
            (field, value) -> {
              if (agreed(field, standing)) {
                given.put(field, shown(field, value));
              }
            });
    boolean nothing = !terms.purpose().isEmpty() && given.isEmpty();
    return new Given(given, used(usable), known.size() - given.size(), seen.isEmpty() || nothing);
  }

  /** The profile as the receiver knows it: a unit by what its own sources say. */
  public Profile seen(Profile profile) {
    return terms.own().isEmpty() ? profile : profile.saidBy(terms::sees, survivorship);
  }

  /** The profile as the receiver may use it: by what was collected for the stated purpose. */
  public Profile usable(Profile profile) {
    return terms.purpose().isEmpty()
        ? seen(profile)
        : profile.saidBy(source -> terms.sees(source) && terms.permits(source), survivorship);
  }

  /** The words of which the receiver may know. */
  public List<Consent> told(Collection<Consent> standing) {
    return standing.stream().filter(terms::tells).toList();
  }

  private List<Used> used(List<SourceRecord> usable) {
    return usable.stream()
        .map(SourceRecord::name)
        .map(
            name ->
                new Used(name.source(), terms.names() ? Optional.of(name.id()) : Optional.empty()))
        .toList();
  }

  private Map<String, Value> wanted(List<SourceRecord> records) {
    var values = new LinkedHashMap<>(survivorship.choose(records));
    values.keySet().removeIf(field -> !terms.wants(field));
    return values;
  }

  private boolean agreed(String field, Collection<Consent> standing) {
    return terms.purpose().isEmpty() || new Agreement(terms.purpose(), standing).covers(field);
  }

  private String shown(String field, Value value) {
    return terms.masked() ? Masks.mask(field, value.value()) : value.value();
  }
}
