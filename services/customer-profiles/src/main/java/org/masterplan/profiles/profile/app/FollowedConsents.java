package org.masterplan.profiles.profile.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.masterplan.profiles.consent.app.Consents;
import org.masterplan.profiles.consent.domain.Consent;

/** The ledger of consent, of which the feed of profiles tells whose it has changed. */
public final class FollowedConsents implements Consents {
  private final Consents consents;
  private final Reading reading;
  private final Cards cards;

  public FollowedConsents(Consents consents, Reading reading, Cards cards) {
    this.consents = consents;
    this.reading = reading;
    this.cards = cards;
  }

  /** Written down first: whoever hears of it finds it. What is said again is told again. */
  @Override
  public long add(Collection<Consent> some) {
    long added = consents.add(some);
    cards.consentChanged(reading.named(some.stream().map(Consent::subject).toList()));
    return added;
  }

  @Override
  public List<Consent> about(Collection<String> subjects) {
    return consents.about(subjects);
  }

  @Override
  public List<Consent> untold(Optional<Consent> after, int limit) {
    return consents.untold(after, limit);
  }

  @Override
  public List<Consent> untoldOf(Collection<Consent> some) {
    return consents.untoldOf(some);
  }

  @Override
  public void told(Collection<Consent> some) {
    consents.told(some);
  }

  @Override
  public void agreed(String purpose, String channel, Consumer<String> subject) {
    consents.agreed(purpose, channel, subject);
  }

  @Override
  public long erase(Collection<String> subjects) {
    return consents.erase(subjects);
  }
}
