package org.masterplan.profiles.consent.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.domain.Standing;

/** What every ledger of consent must do. Subclasses supply a fresh, empty one. */
public abstract class ConsentsContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  Consents consents;

  protected abstract Consents consents();

  @BeforeEach
  void fresh() {
    consents = consents();
  }

  static Consent consent(String subject, Consent.State state, Instant time) {
    return new Consent(subject, "MARKETING", "SMS", state, time, "form", "lan@data");
  }

  @Test
  void add_isIdempotent_andAboutIsNewestFirst() {
    var yes = consent("profiles/a", Consent.State.GRANTED, NOW);
    var no = consent("sources/s/records/1", Consent.State.WITHDRAWN, NOW.plusSeconds(1));

    assertThat(consents.add(List.of(yes, no))).isEqualTo(2);
    assertThat(consents.add(List.of(yes))).isZero();
    assertThat(consents.about(List.of("profiles/a", "sources/s/records/1")))
        .containsExactly(no, yes);
    assertThat(consents.about(List.of())).isEmpty();
  }

  @Test
  void agreed_tellsWhoEverAgreedToThatPurposeOnThatChannel() {
    consents.add(
        List.of(
            consent("profiles/a", Consent.State.GRANTED, NOW),
            consent("profiles/a", Consent.State.WITHDRAWN, NOW.plusSeconds(1)),
            consent("profiles/b", Consent.State.WITHDRAWN, NOW),
            new Consent(
                "profiles/c", "MARKETING", "EMAIL", Consent.State.GRANTED, NOW, "form", "lan")));
    var agreed = new java.util.ArrayList<String>();

    consents.agreed("MARKETING", "SMS", agreed::add);
    assertThat(agreed).containsExactly("profiles/a");
    consents.agreed("SURVEY", "SMS", agreed::add);
    assertThat(agreed).hasSize(1);
  }

  @Test
  void untold_untilTold() {
    var yes = consent("profiles/a", Consent.State.GRANTED, NOW);
    var no = consent("profiles/a", Consent.State.WITHDRAWN, NOW);
    consents.add(List.of(yes, no));

    assertThat(consents.untold(Optional.empty(), 10)).containsExactly(no);
    consents.told(List.of(no));
    assertThat(consents.untold(Optional.empty(), 10)).isEmpty();
    consents.add(List.of(no));
    assertThat(consents.untold(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void untold_isOldestFirst_pageByPage_whateverTheSubjects() {
    var last = consent("profiles/a", Consent.State.WITHDRAWN, NOW.plusSeconds(2));
    var first = consent("sources/s/records/1", Consent.State.WITHDRAWN, NOW);
    var second = consent("sources/s/records/2", Consent.State.WITHDRAWN, NOW);
    consents.add(List.of(last, second, first));

    assertThat(consents.untold(Optional.empty(), 2)).containsExactly(first, second);
    assertThat(consents.untold(Optional.of(first), 2)).containsExactly(second, last);
    assertThat(consents.untold(Optional.of(last), 2)).isEmpty();
    consents.told(List.of(second));
    assertThat(consents.untoldOf(List.of(last, second))).containsExactly(last);
    assertThat(consents.untoldOf(List.of())).isEmpty();
  }

  @Test
  void standing_aYesToComeDoesNotCountYet_aNoDoes() {
    var no = consent("profiles/a", Consent.State.WITHDRAWN, NOW);
    var toCome = consent("profiles/a", Consent.State.GRANTED, NOW.plusSeconds(60));

    assertThat(Standing.at(NOW, List.of(no, toCome))).containsExactly(no);
    assertThat(Standing.at(NOW.plusSeconds(60), List.of(no, toCome))).containsExactly(toCome);
    assertThat(Standing.at(NOW.minusSeconds(60), List.of(no))).containsExactly(no);
  }

  @Test
  void erase_forgetsTheSubjects() {
    consents.add(List.of(consent("profiles/a", Consent.State.GRANTED, NOW)));

    assertThat(consents.erase(List.of("profiles/a"))).isEqualTo(1);
    assertThat(consents.about(List.of("profiles/a"))).isEmpty();
  }

  @Test
  void standing_lastWordCounts_andANoForAllCoversEach() {
    var yes = consent("profiles/a", Consent.State.GRANTED, NOW);
    var never =
        new Consent(
            "profiles/a", "ALL", "ALL", Consent.State.WITHDRAWN, NOW.plusSeconds(9), "", "lan");

    assertThat(Standing.of(List.of(yes)))
        .extracting(Consent::state)
        .containsExactly(Consent.State.GRANTED);
    assertThat(Standing.of(List.of(yes, never)))
        .allSatisfy(c -> assertThat(c.state()).isEqualTo(Consent.State.WITHDRAWN))
        .hasSize(2);
  }
}
