package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.GoldenRules;
import org.masterplan.profiles.profile.domain.Value;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.source.mongo.MongoSources;

class RecardingTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final String PHONE = "+84901234567";

  private final StoredProfiles stored = new StoredProfiles("recarding");
  private final MongoSources sources = new MongoSources(stored.database);
  private GoldenRules rules = GoldenRules.USUAL;
  private final Reading reading =
      new Reading(stored.identity, stored.records, sources, () -> rules);
  private final Recarding recarding = new Recarding(stored.cards, reading, sources, () -> rules);

  /** The fullest name is the older one; by the newest rule the later one counts. */
  @BeforeEach
  void people() {
    var records = new ArrayList<SourceRecord>();
    for (int i = 0; i < 230; i++) {
      records.add(record("crm", "p" + i, "Người Thứ " + i, "+8490" + (1000000 + i), NOW));
    }
    records.add(record("crm", "old", "Nguyễn Thị Bưởi", PHONE, NOW));
    records.add(record("web", "new", "Bưởi", PHONE, NOW.plus(Duration.ofDays(1))));
    stored.records.store(records);
    stored.identity.resolve(records, "loader");
    stored.projection.catchUp();
    recarding.round(() -> {});
    recarding.round(() -> {});
  }

  @Test
  void anotherRule_isOnCardsAfterTheRoundThatFollowsTheOneThatSawIt() {
    assertThat(names()).contains("Nguyễn Thị Bưởi").doesNotContain("Bưởi");
    newestFirst();

    assertThat(recarding.round(() -> {})).isZero();
    assertThat(recarding.round(() -> {})).isEqualTo(1);

    assertThat(names()).contains("Bưởi").doesNotContain("Nguyễn Thị Bưởi").hasSize(231);
    assertThat(recarding.round(() -> {})).isZero();
  }

  @Test
  void aRoundThatIsBrokenOff_isDoneAgainFromTheBeginning() {
    newestFirst();
    recarding.round(() -> {});
    assertThatThrownBy(
            () ->
                recarding.round(
                    () -> {
                      throw new IllegalStateException("the lease is lost");
                    }))
        .hasMessage("the lease is lost");

    assertThat(recarding.round(() -> {})).isEqualTo(1);
  }

  /** What another decision changed meanwhile stays with those who write its cards. */
  @Test
  void renew_leavesCardsOfOtherDecisionsAlone() {
    var name = stored.cards.names(new Filter.All(), "", 1);
    var card = stored.cards.find(name).getFirst();
    var other = new Card(card.name(), card.journal() + 1, card.standing(), card.facts());

    stored.cards.renew(List.of(other));

    assertThat(stored.cards.find(name)).containsExactly(card);
  }

  private void newestFirst() {
    rules = new GoldenRules(Map.of("fullName", Value.Rule.NEWEST), "lan", Optional.of(NOW), 1);
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    stored.cards.each(new Filter.All(), card -> names.add(card.facts().displayName()));
    return names;
  }

  private SourceRecord record(String source, String id, String name, String phone, Instant at) {
    return new SourceRecord(
        stored.numbers.incrementAndGet(),
        new RecordName(source, id),
        1,
        new SourceRecord.Content(Map.of("fullName", name, "phone", phone), Map.of()),
        new SourceRecord.Origin("load", 1, at, at));
  }
}
