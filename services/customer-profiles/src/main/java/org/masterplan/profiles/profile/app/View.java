package org.masterplan.profiles.profile.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.query.Filter;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.profile.domain.Survivorship;
import org.masterplan.profiles.source.domain.RecordName;

/**
 * What one reader may know of people: whoever stands above the units everything, all others what
 * the sources of their own units say.
 */
public final class View {
  /** Of whoever may know everything. */
  public static final View WHOLE =
      new View("", Optional.empty(), Set.of(), new Survivorship(_ -> 0));

  private final String reader;
  private final Optional<Own> own;
  private final Set<String> purposes;
  private final Survivorship survivorship;

  /** Names of the reader's units, and ids of their sources. */
  record Own(Set<String> units, Set<String> sources) {}

  private View(String reader, Optional<Own> own, Set<String> purposes, Survivorship survivorship) {
    this.reader = reader;
    this.own = own;
    this.purposes = purposes;
    this.survivorship = survivorship;
  }

  /** Of a reader who may know what these sources say, which were collected for these purposes. */
  static View of(String reader, Own own, Set<String> purposes, Survivorship survivorship) {
    return new View(reader, Optional.of(own), purposes, survivorship);
  }

  /** Whether the reader may know everything. */
  public boolean whole() {
    return own.isEmpty();
  }

  /** Whether the reader may know of what that unit does; nobody's is a unit's to know. */
  public boolean isOfUnit(String unit) {
    return own.map(some -> some.units().contains(unit)).orElse(true);
  }

  /** Whether the reader may know what that source brought. */
  public boolean isOfSource(String source) {
    return own.map(some -> some.sources().contains(source)).orElse(true);
  }

  /** Whether the reader may meet that person. */
  public boolean meets(Profile profile) {
    return own.map(some -> profile.knownTo(some.sources())).orElse(true);
  }

  /** The person as the reader may know them. */
  public Profile of(Profile profile) {
    return own.map(some -> profile.saidBy(some.sources()::contains, survivorship)).orElse(profile);
  }

  /**
   * Those words on consent that the reader may know: a unit of what its sources are for. Where a
   * word is known from is told of the unit's own records, and of what the reader wrote down.
   */
  public List<Consent> told(Collection<Consent> words) {
    return words.stream()
        .filter(this::tells)
        .map(word -> whole() || word.recorder().equals(reader) || ofOwn(word) ? word : word.alone())
        .toList();
  }

  private boolean ofOwn(Consent word) {
    return ProfileId.read(word.subject()).isEmpty()
        && isOfSource(RecordName.parse("subject", word.subject()).source());
  }

  private boolean tells(Consent word) {
    return whole() || purposes.stream().anyMatch(each -> word.covers(each, word.channel()));
  }

  /** Whose cards are theirs whom the reader may meet. */
  Filter people() {
    return own.<Filter>map(some -> CardFields.ofAnySource(some.sources()))
        .orElseGet(Filter.All::new);
  }
}
