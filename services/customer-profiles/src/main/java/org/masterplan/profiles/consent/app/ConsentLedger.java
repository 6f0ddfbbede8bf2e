package org.masterplan.profiles.consent.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.domain.Standing;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.domain.RecordName;

/**
 * Writes down what persons say. A withdrawal is in governance's ledger before it is answered; if it
 * cannot be, it is kept as untold, the call fails, and the same call or the hourly job completes
 * it.
 */
public final class ConsentLedger {
  private static final int UNTOLD = 500;

  private final Consents consents;
  private final Suppressions suppressions;
  private final Reading reading;
  private final Clock clock;

  /** A word to be written down. {@code time} empty: now. */
  public record Word(
      String purpose,
      String channel,
      Consent.State state,
      Optional<java.time.Instant> time,
      String evidence,
      String recorder) {}

  public ConsentLedger(Consents consents, Suppressions suppressions, Reading reading, Clock clock) {
    this.consents = consents;
    this.suppressions = suppressions;
    this.reading = reading;
    this.clock = clock;
  }

  /** Writes a word about the profile down, and has it take effect. */
  public Consent say(String profileName, Word word) {
    var profile = reading.get(profileName);
    var consent = consent(profile.name(), word);
    consents.add(List.of(consent));
    tell(profile, consent);
    return consent;
  }

  /**
   * Writes words down that records brought. Withdrawals take effect with {@link #tellUntold}; a yes
   * of old lifts no suppression, only one that is said to us does.
   */
  public long add(Collection<Consent> words) {
    return consents.add(words);
  }

  /** Everything the profile's person said, newest first. */
  public List<Consent> history(String profileName) {
    return consents.about(subjects(reading.get(profileName)));
  }

  /** Where the profiles stand, by profile name. */
  public Map<String, List<Consent>> standing(List<Profile> profiles) {
    var owner = new HashMap<String, String>();
    profiles.forEach(p -> subjects(p).forEach(subject -> owner.put(subject, p.name())));
    var said = new HashMap<String, List<Consent>>();
    for (var consent : consents.about(owner.keySet())) {
      var name = owner.getOrDefault(consent.subject(), "");
      said.computeIfAbsent(name, _ -> new ArrayList<>()).add(consent);
    }
    var standing = new HashMap<String, List<Consent>>();
    said.forEach((name, words) -> standing.put(name, Standing.of(words)));
    return standing;
  }

  /**
   * Tells governance what it has not been told. Stops at the first failure, which is thrown; what
   * was told stays told.
   */
  public int tellUntold() {
    int told = 0;
    List<Consent> untold;
    do {
      untold = consents.untold(UNTOLD);
      for (var consent : untold) {
        tellOne(consent);
        told++;
      }
    } while (untold.size() == UNTOLD);
    return told;
  }

  private void tellOne(Consent consent) {
    var profile = profile(consent);
    if (profile.isPresent()) {
      tell(profile.get(), consent);
    } else {
      consents.told(consent);
    }
  }

  private void tell(Profile profile, Consent consent) {
    var person =
        new Suppressions.Person(
            profile.names(), profile.all(Dictionary.PHONE), profile.all(Dictionary.EMAIL));
    if (counts(profile, consent)) {
      suppressions.tell(person, consent);
    }
    consents.told(consent);
  }

  /** An old yes does not lift what a newer no suppressed, nor the other way round. */
  private boolean counts(Profile profile, Consent consent) {
    return Standing.of(consents.about(subjects(profile))).stream()
        .filter(w -> w.purpose().equals(consent.purpose()) && w.channel().equals(consent.channel()))
        .allMatch(w -> w.state() == consent.state());
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

  private static List<String> subjects(Profile profile) {
    var subjects = new ArrayList<>(profile.names());
    profile.records().forEach(record -> subjects.add(record.name().toString()));
    return subjects;
  }

  private Consent consent(String subject, Word word) {
    return new Consent(
        subject,
        word.purpose(),
        word.channel(),
        word.state(),
        word.time().orElseGet(clock::instant).truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
        word.evidence(),
        word.recorder());
  }

  /** Forgets what was said about these subjects; answers how many words there were. */
  public long erase(Collection<String> subjects) {
    return consents.erase(subjects);
  }
}
