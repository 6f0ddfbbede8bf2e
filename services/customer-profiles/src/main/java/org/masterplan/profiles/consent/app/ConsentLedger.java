package org.masterplan.profiles.consent.app;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.domain.Standing;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;

/**
 * Writes down what persons say. A withdrawal is in governance's ledger before it is answered; if it
 * cannot be, it is kept as untold, the call fails, and the same call, or the job that runs every
 * minute by default, completes it.
 */
public final class ConsentLedger {
  /** Why a word with a time that is yet to come is refused, wherever it comes from. */
  static final String FUTURE = "CONSENT_TIME_FUTURE";

  private final Consents consents;
  private final Telling telling;
  private final Reading reading;
  private final Clock clock;

  /** A word to be written down. {@code time} empty: now. */
  public record Word(
      String purpose,
      String channel,
      Consent.State state,
      Optional<Instant> time,
      String evidence,
      String recorder) {}

  public ConsentLedger(Consents consents, Suppressions suppressions, Reading reading, Clock clock) {
    this.consents = consents;
    this.telling = new Telling(consents, suppressions, reading, clock);
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * Writes a word about the profile down, and has it take effect. Nobody can say yet what they will
   * say: a time to come would outdo every word until then.
   */
  public Consent say(String profileName, Word word) {
    word.time().ifPresent(this::requirePast);
    var profile = reading.get(profileName);
    var consent = consent(profile.name(), word);
    consents.add(List.of(consent));
    telling.now(profile, consent);
    return consent;
  }

  private void requirePast(Instant time) {
    var now = clock.instant();
    if (time.isAfter(now)) {
      throw InvalidFields.of(
          "time", FUTURE, Map.of("field", "time", "value", time.toString(), "now", now.toString()));
    }
  }

  /**
   * Writes words down that records brought. Withdrawals take effect with {@link #tell}; a yes of
   * old lifts no suppression, only one that is said to us does.
   */
  public long add(Collection<Consent> words) {
    return consents.add(words);
  }

  /** What the profile's person said, page by page. */
  public Slice<Consent> history(String profileName, Query query) {
    var all = consents.about(subjects(reading.get(profileName)));
    return ConsentFields.queryable().page(all, query);
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
    said.forEach((name, words) -> standing.put(name, Standing.at(clock.instant(), words)));
    return standing;
  }

  /**
   * Tells governance what it has not been told, oldest first. Goes on past what cannot be told, and
   * fails for all of that at the end; what was told stays told.
   */
  public int tellUntold() {
    return telling.all();
  }

  /** The same for these withdrawals only. */
  int tell(Collection<Consent> withdrawals) {
    return telling.these(withdrawals);
  }

  /** The withdrawals among these that governance has still to be told. */
  List<Consent> untold(Collection<Consent> some) {
    return consents.untoldOf(some);
  }

  static List<String> subjects(Profile profile) {
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
        word.time().orElseGet(clock::instant).truncatedTo(ChronoUnit.MILLIS),
        word.evidence(),
        word.recorder());
  }

  /** Forgets what was said about these subjects; answers how many words there were. */
  public long erase(Collection<String> subjects) {
    return consents.erase(subjects);
  }
}
