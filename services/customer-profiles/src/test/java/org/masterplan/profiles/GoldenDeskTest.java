package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.GoldenDesk;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.profile.domain.Value;
import org.masterplan.profiles.profile.mongo.MongoRuleBook;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class GoldenDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Actor DATA = new Actor("lan", Set.of(Role.DATA_TEAM), Set.of(), "");

  private final StoredProfiles stored = new StoredProfiles("golden");
  private final AtomicInteger trusts = new AtomicInteger();
  private final MongoRuleBook book = new MongoRuleBook(stored.database);
  private final Reading reading =
      new Reading(stored.identity, stored.records, counted(), book::current);

  /** Five people of three records each, of which two say the shorter name. */
  @BeforeEach
  void load() {
    for (int i = 0; i < 15; i++) {
      var values = new HashMap<String, String>();
      values.put("phone", "+8491234567" + i / 3);
      values.put("fullName", i % 3 == 0 ? "Phạm Thị Lan" : "Thị Lan");
      var record =
          new SourceRecord(
              stored.numbers.incrementAndGet(),
              new RecordName("crm", Integer.toString(i)),
              1,
              new SourceRecord.Content(values, values),
              new SourceRecord.Origin("profiles-1", 2, NOW, NOW));
      stored.records.store(List.of(record));
      stored.identity.resolve(List.of(record), "loader");
    }
  }

  /** The stored sources, of which it is counted how often their trust is read. */
  private Sources counted() {
    return (Sources)
        Proxy.newProxyInstance(
            Sources.class.getClassLoader(),
            new Class<?>[] {Sources.class},
            (_, method, arguments) -> {
              if (method.getName().equals("trust")) {
                trusts.incrementAndGet();
              }
              return method.invoke(stored.sources, arguments);
            });
  }

  private GoldenDesk desk(Reading reading) {
    return new GoldenDesk(
        book, reading, stored.identity, new Sight((_, _) -> {}, stored.clock), stored.clock);
  }

  private GoldenDesk.Act act(GoldenDesk desk) {
    return new GoldenDesk.Act(DATA, desk.current().revision(), "a test");
  }

  @Test
  void preview_readsTheTrustOnce_forAllProfiles() {
    var preview = desk(reading).preview(Map.of("fullName", Value.Rule.NEWEST), DATA);

    assertThat(preview.sampled()).isEqualTo(5);
    // For all that stands now, again for a source that nobody trusts, and for what would be chosen.
    assertThat(trusts).hasValueLessThanOrEqualTo(3);
  }

  @Test
  void update_onWhatAnotherInstanceHasJustSet_isNotStale_andIsReadAtOnce() {
    var here = desk(reading);
    assertThat(here.current().revision()).isZero();
    assertThat(fullName()).isEqualTo("Phạm Thị Lan");
    var there = desk(new Reading(stored.identity, stored.records, stored.sources, book::current));
    there.update(Map.of("email", Value.Rule.NEWEST), act(there));

    here.update(Map.of("fullName", Value.Rule.SUPPORTED), act(here));

    assertThat(here.current().revision()).isEqualTo(2);
    assertThat(fullName()).isEqualTo("Thị Lan");
  }

  private String fullName() {
    long profile = stored.identity.<Long>ask(roster -> roster.live()[0]);
    var value = reading.get(ProfileId.name(profile)).values().get("fullName");
    return Objects.requireNonNull(value).value();
  }
}
