package org.masterplan.profiles.consent.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.domain.Standing;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;

/** Tells governance what persons said. */
final class Telling {
  private static final int PAGE = 500;

  private final Consents consents;
  private final Suppressions suppressions;
  private final Reading reading;
  private final Clock clock;

  /** An import and the job would otherwise tell the same words twice. */
  private final ReentrantLock turn = new ReentrantLock();

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
    consents.told(List.of(consent));
  }

  /** Everything untold; each person's words oldest first. */
  int all() {
    var round = new TellingRound(this::tellOne);
    Optional<Consent> after = Optional.empty();
    do {
      after = page(round, after);
    } while (after.isPresent());
    return round.end();
  }

  /** The page after that word; answers its last word, or nothing at the end. */
  private Optional<Consent> page(TellingRound round, Optional<Consent> after) {
    turn.lock();
    try {
      var page = consents.untold(after, PAGE);
      tell(round, page);
      return page.isEmpty() ? Optional.empty() : Optional.of(page.getLast());
    } finally {
      turn.unlock();
    }
  }

  /** These; each person's words oldest first. */
  int these(Collection<Consent> withdrawals) {
    var round = new TellingRound(this::tellOne);
    var sorted = withdrawals.stream().sorted(Consents.OLDEST_FIRST).toList();
    for (int from = 0; from < sorted.size(); from += PAGE) {
      turn.lock();
      try {
        tell(round, consents.untoldOf(sorted.subList(from, Math.min(from + PAGE, sorted.size()))));
      } finally {
        turn.unlock();
      }
    }
    return round.end();
  }

  private void tell(TellingRound round, List<Consent> page) {
    var meant = reading.meant(page.stream().map(Consent::subject).toList());
    var ofNobody = new ArrayList<Consent>();
    for (var consent : page) {
      var profile = meant.get(consent.subject());
      if (profile == null) {
        ofNobody.add(consent);
      } else {
        round.add(profile, consent);
      }
    }
    consents.told(ofNobody);
    consents.told(round.tell());
  }

  private void tellOne(Profile profile, Consent consent) {
    if (counts(profile, consent)) {
      suppressions.tell(person(profile), consent);
    }
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
}
