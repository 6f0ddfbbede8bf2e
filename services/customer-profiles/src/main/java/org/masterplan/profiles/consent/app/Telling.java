package org.masterplan.profiles.consent.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.domain.Standing;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.domain.RecordName;

/** Tells governance what persons said. */
final class Telling {
  private static final int PAGE = 500;

  private final Consents consents;
  private final Suppressions suppressions;
  private final Reading reading;
  private final Clock clock;

  Telling(Consents consents, Suppressions suppressions, Reading reading, Clock clock) {
    this.consents = consents;
    this.suppressions = suppressions;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * Tells what the person says now. A no is told whatever else was said; a yes with an older time
   * lifts nothing that a newer no suppressed.
   */
  void now(Profile profile, Consent consent) {
    if (consent.state() == Consent.State.WITHDRAWN || counts(profile, consent)) {
      suppressions.tell(person(profile), consent);
    }
    consents.told(consent);
  }

  /** Everything untold, oldest first. */
  int all() {
    var round = new Round();
    var page = consents.untold(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(round::tell);
      page = consents.untold(Optional.of(page.getLast()), PAGE);
    }
    return round.end();
  }

  /** These, oldest first. */
  int these(Collection<Consent> withdrawals) {
    var round = new Round();
    withdrawals.stream().sorted(Consents.OLDEST_FIRST).forEach(round::tell);
    return round.end();
  }

  /** Goes on past what cannot be told, so that one word does not hold up all that follow it. */
  private final class Round {
    private final List<RuntimeException> failures = new ArrayList<>();
    private int told;

    void tell(Consent consent) {
      try {
        tellOne(consent);
        told++;
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }

    /** Answers how many were told, or fails for all that were not. */
    int end() {
      if (failures.isEmpty()) {
        return told;
      }
      // What is no refusal is a fault of ours: it keeps its trace.
      var first = failures.stream().filter(f -> !(f instanceof Refusal)).findFirst();
      if (first.isPresent() || failures.size() == 1) {
        throw first.orElse(failures.getFirst());
      }
      var reasons = new TreeSet<String>();
      failures.forEach(f -> reasons.add(((Refusal) f).reason()));
      throw new Unavailable(
          "WITHDRAWALS_UNTOLD",
          Map.of(
              "count", Integer.toString(failures.size()), "reasons", String.join(", ", reasons)));
    }
  }

  private void tellOne(Consent consent) {
    var profile = profile(consent);
    if (profile.isPresent() && counts(profile.get(), consent)) {
      suppressions.tell(person(profile.get()), consent);
    }
    consents.told(consent);
  }

  /** An old no does not suppress what a newer yes allows, nor the other way round. */
  private boolean counts(Profile profile, Consent consent) {
    return Standing.at(clock.instant(), consents.about(ConsentLedger.subjects(profile))).stream()
        .filter(w -> w.purpose().equals(consent.purpose()) && w.channel().equals(consent.channel()))
        .allMatch(w -> w.state() == consent.state());
  }

  private static Suppressions.Person person(Profile profile) {
    return new Suppressions.Person(
        profile.names(), profile.all(Dictionary.PHONE), profile.all(Dictionary.EMAIL));
  }

  private Optional<Profile> profile(Consent consent) {
    try {
      return Optional.of(
          consent.subject().startsWith("profiles/")
              ? reading.get(consent.subject())
              : reading.lookup(RecordName.parse("subject", consent.subject())));
    } catch (NotFound _) {
      return Optional.empty();
    }
  }
}
