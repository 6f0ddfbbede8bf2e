package org.masterplan.profiles.export.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.profile.domain.Survivorship;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class ReleaseTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final Map<String, Set<String>> PURPOSES =
      Map.of("crm", Set.of("MARKETING", "SERVICE"), "shop", Set.of("SERVICE"));

  Profile lan =
      new Profile(
          "profiles/000000000001",
          List.of(),
          Map.of(),
          List.of(
              record(1, "crm", Map.of("fullName", "Phạm Lan", "email", "lan@x.vn")),
              record(2, "shop", Map.of("fullName", "Phạm Thị Lan", "phone", "+84912345678")),
              record(3, "dark", Map.of("handle", "lan.pham"))),
          9);

  static SourceRecord record(long number, String source, Map<String, String> values) {
    var name = RecordName.parse("record", "sources/" + source + "/records/" + number);
    var content = new SourceRecord.Content(values, Map.of());
    return new SourceRecord(number, name, 1, content, new SourceRecord.Origin("load", 1, NOW, NOW));
  }

  static Consent word(String purpose, String channel, Consent.State state) {
    return new Consent("profiles/000000000001", purpose, channel, state, NOW, "form", "data");
  }

  static Release release(String purpose, boolean masked, Optional<Set<String>> own) {
    return release(new Terms(purpose, masked, own, PURPOSES, Set.of()));
  }

  static Release release(Terms terms) {
    return new Release(terms, new Survivorship(_ -> 0));
  }

  @Test
  void withoutAPurpose_everythingLeavesMasked() {
    var given = release("", true, Optional.empty()).of(lan, List.of());

    assertThat(given.values())
        .containsEntry("email", "l***@x.vn")
        .containsEntry("phone", "***78")
        .containsEntry("fullName", "P. T. L.")
        .containsEntry("handle", "***");
    assertThat(given.leftOut()).isZero();
  }

  @Test
  void forAPurpose_onlySourcesCollectedForItSpeak_andTheRestIsCounted() {
    var agreed = List.of(word("MARKETING", "EMAIL", Consent.State.GRANTED));

    var given = release("MARKETING", false, Optional.empty()).of(lan, agreed);

    assertThat(given.values())
        .containsOnly(Map.entry("fullName", "Phạm Lan"), Map.entry("email", "lan@x.vn"));
    assertThat(given.leftOut()).isEqualTo(2);
    assertThat(given.withheld()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, GRANTED, true, false, false",
    "SMS, GRANTED, false, true, false",
    "ZALO, GRANTED, false, true, true",
    "CALL, GRANTED, false, true, false",
    "POST, GRANTED, false, false, false",
    "ALL, GRANTED, true, true, true",
    "EMAIL, WITHDRAWN, false, false, false",
  })
  void aContactPoint_leavesForAChannelThatWasAgreedTo(
      String channel, Consent.State state, boolean email, boolean phone, boolean handle) {
    var purposes = Map.of("crm", Set.of("CARE"), "shop", Set.of("CARE"), "dark", Set.of("CARE"));
    var release = release(new Terms("CARE", false, Optional.empty(), purposes, Set.of()));

    var given = release.of(lan, List.of(word("CARE", channel, state))).values();

    assertThat(given.containsKey("email")).isEqualTo(email);
    assertThat(given.containsKey("phone")).isEqualTo(phone);
    assertThat(given.containsKey("handle")).isEqualTo(handle);
    assertThat(given.containsKey("fullName")).isEqualTo(state == Consent.State.GRANTED);
  }

  @Test
  void whoDidNotAgree_isWithheldWhole_andCounted() {
    var other = List.of(word("SERVICE", "EMAIL", Consent.State.GRANTED));

    var given = release("MARKETING", false, Optional.empty()).of(lan, other);

    assertThat(given.withheld()).isTrue();
    assertThat(given.leftOut()).isEqualTo(4);
  }

  @Test
  void aUnit_getsWhatItsOwnSourcesSay_andKnowsOfNoOtherRecord() {
    var agreed = List.of(word("SERVICE", "SMS", Consent.State.GRANTED));

    var given = release("SERVICE", false, Optional.of(Set.of("shop"))).of(lan, agreed);

    assertThat(given.values())
        .containsOnly(Map.entry("fullName", "Phạm Thị Lan"), Map.entry("phone", "+84912345678"));
    assertThat(given.records()).containsExactly("sources/shop/records/2");
    assertThat(given.leftOut()).isZero();
  }

  @Test
  void onlyWantedFields_leave_andOnlyTheyAreCounted() {
    var terms = new Terms("MARKETING", false, Optional.empty(), PURPOSES, Set.of("email", "phone"));
    var agreed = List.of(word("MARKETING", "EMAIL", Consent.State.GRANTED));

    var given = release(terms).of(lan, agreed);

    assertThat(given.values()).containsOnly(Map.entry("email", "lan@x.vn"));
    assertThat(given.leftOut()).isEqualTo(1);
  }
}
