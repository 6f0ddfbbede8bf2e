package org.masterplan.governance.contact.app;

import java.time.Clock;
import java.time.Duration;
import org.masterplan.governance.contact.domain.ContactLimits;
import org.masterplan.governance.contact.domain.ContactRules;
import org.masterplan.governance.contact.domain.Judge;
import org.masterplan.governance.contact.domain.KeyedDraw;

/** A ledger with the default rules, in memory. */
public final class InMemoryLedger {
  public final Ledger.Store store =
      new Ledger.Store(new InMemoryAccounts(), new InMemoryReservations());
  public final Ledger ledger;

  public InMemoryLedger(Clock clock) {
    var judge = new Judge(new ContactRules(ContactLimits.DEFAULTS, new KeyedDraw(new byte[] {7})));
    this.ledger = new Ledger(store, judge, clock, Duration.ofHours(24));
  }
}
