package org.masterplan.profiles.privacy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.domain.Decision;

/**
 * Tells those who filed something under a profile what became of it, decision by decision. A
 * service is told the next one only after it has confirmed the last, so that a split never
 * overtakes its merge.
 */
public final class TellingMoves {
  private static final int DECISIONS = 50;

  private final Journal journal;
  private final Moving moving;
  private final Holders holders;
  private final Told told;

  public TellingMoves(Journal journal, Moving moving, Holders holders, Told told) {
    this.journal = journal;
    this.moving = moving;
    this.holders = holders;
    this.told = told;
  }

  /** The services that are told. */
  public List<String> services() {
    return holders.followers();
  }

  /** How many decisions the service was not told yet. */
  public long waiting(String service) {
    return journal.last() - told.upTo(service);
  }

  /**
   * Tells every service what it was not told yet, then throws {@code Unavailable} if one is away.
   *
   * @param mayGoOn throws if somebody else does this now
   */
  public void tell(Runnable mayGoOn) {
    var away = new ArrayList<String>();
    for (var service : holders.followers()) {
      try {
        tell(service, mayGoOn);
      } catch (Unavailable _) {
        away.add(service);
      }
    }
    if (!away.isEmpty()) {
      throw new Unavailable("SERVICES_AWAY", Map.of("services", String.join(", ", away)));
    }
  }

  private void tell(String service, Runnable mayGoOn) {
    List<Decision> more;
    do {
      more = journal.after(told.upTo(service), DECISIONS);
      for (var decision : more) {
        tell(service, decision, mayGoOn);
      }
      if (!more.isEmpty()) {
        told.upTo(service, more.getLast().number());
      }
    } while (more.size() == DECISIONS);
  }

  private void tell(String service, Decision decision, Runnable mayGoOn) {
    for (var relocation : moving.of(decision)) {
      mayGoOn.run();
      holders.move(service, relocation);
    }
    if (!decision.shifts().isEmpty()) {
      told.upTo(service, decision.number());
    }
  }
}
