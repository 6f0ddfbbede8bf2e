package org.masterplan.governance.contact.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.app.Ledger;
import org.masterplan.governance.contact.app.ManualClock;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.ContactLimits;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.governance.contact.domain.ContactRules;
import org.masterplan.governance.contact.domain.Judge;
import org.masterplan.governance.contact.domain.KeyedDraw;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.platform.testkit.MongoTestServer;

/** The ledger on a real store, asked by many at once through two instances. */
class MongoLedgerTest {
  static final Instant MORNING = Instant.parse("2026-11-21T03:00:00Z");

  @Test
  @Tag("cap-12")
  void cap012_manyUnitsAtOnce_getExactlyWhatTheCapsAllow() throws Exception {
    var database = MongoTestServer.database("governance");
    var store = new Ledger.Store(new MongoAccounts(database), new MongoReservations(database));
    var ledgers = List.of(ledger(store), ledger(store));
    var phone = ContactPoint.phone("phone", "0901234567");
    var asks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 200; i++) {
      var ask = new Ask("a" + i, Channel.SMS, MessageClass.PROMOTION, null, Ask.Origin.NONE);
      // A household: four profiles share the phone.
      var person = People.at("p" + i % 4, phone);
      var ledger = ledgers.get(i % 2);
      asks.add(() -> ledger.reserve(ask, person).granted());
    }

    int granted = 0;
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var answer : threads.invokeAll(asks)) {
        granted += answer.get() ? 1 : 0;
      }
    }

    assertThat(granted).isEqualTo(3);
    assertThat(store.accounts().find(phone.key()).entries()).hasSize(3);
    int attention =
        List.of("p0", "p1", "p2", "p3").stream()
            .mapToInt(p -> store.accounts().find("profiles/" + p).entries().size())
            .sum();
    assertThat(attention).isEqualTo(3);
  }

  private static Ledger ledger(Ledger.Store store) {
    var judge = new Judge(new ContactRules(ContactLimits.DEFAULTS, new KeyedDraw(new byte[] {7})));
    return new Ledger(store, judge, new ManualClock(MORNING), Duration.ofHours(24));
  }
}
