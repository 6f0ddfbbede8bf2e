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

  @ParameterizedTest
  @CsvSource({"CARE, EMAIL", "ALL, EMAIL"})
  void aChannelTakenBack_doesNotLeave_thoughAllOthersWereAgreedTo(String purpose, String channel) {
    var purposes = Map.of("crm", Set.of("CARE"), "shop", Set.of("CARE"), "dark", Set.of("CARE"));
    var release = release(new Terms("CARE", false, Optional.empty(), purposes, Set.of()));
    var standing =
        List.of(
            word("CARE", "ALL", Consent.State.GRANTED),
            word(purpose, channel, Consent.State.WITHDRAWN));

    var given = release.of(lan, standing);

    assertThat(given.values()).containsOnlyKeys("fullName", "phone", "handle");
    assertThat(given.leftOut()).isEqualTo(1);
  }

  @Test
  void everyTelephoneChannelTakenBack_keepsThePhoneHere() {
    var purposes = Map.of("crm", Set.of("CARE"), "shop", Set.of("CARE"), "dark", Set.of("CARE"));
    var release = release(new Terms("CARE", false, Optional.empty(), purposes, Set.of()));
    var standing =
        List.of(
            word("CARE", "ALL", Consent.State.GRANTED),
            word("CARE", "SMS", Consent.State.WITHDRAWN),
            word("CARE", "CALL", Consent.State.WITHDRAWN),
            word("CARE", "ZALO", Consent.State.WITHDRAWN));

    assertThat(release.of(lan, standing).values()).containsOnlyKeys("fullName", "email");
  }

  @Test
  void forAPurpose_whoHasNothingThatIsWanted_isWithheld() {
    var terms = new Terms("MARKETING", false, Optional.empty(), PURPOSES, Set.of("postcode"));

    var given = release(terms).of(lan, List.of());

    assertThat(given.withheld()).isTrue();
    assertThat(given.leftOut()).isZero();
  }

  @Test
  void aUnit_doesNotGetWhoHasNoRecordOfItsSourcesAnyMore() {
    var given = release("", true, Optional.of(Set.of("elsewhere"))).of(lan, List.of());

    assertThat(given.withheld()).isTrue();
  }

  @Test
  void records_areOfSourcesThatPermitThePurpose() {
    var agreed = List.of(word("MARKETING", "EMAIL", Consent.State.GRANTED));

    var given = release("MARKETING", false, Optional.empty()).of(lan, agreed);

    assertThat(given.recordNames()).containsExactly("sources/crm/records/1");
  }

  @Test
  void records_areNotNamedInAMaskedFile_butToTheUnitWhoseTheyAre() {
    assertThat(release("", true, Optional.empty()).of(lan, List.of()).recordNames()).isEmpty();
    assertThat(release("", true, Optional.of(Set.of("shop"))).of(lan, List.of()).recordNames())
        .containsExactly("sources/shop/records/2");
  }

  @Test
  void aRecordThatIsNotNamed_isStillOneOfItsSource() {
    var none = Optional.<String>empty();

    assertThat(release("", true, Optional.empty()).of(lan, List.of()).records())
        .containsExactly(
            new Release.Used("crm", none),
            new Release.Used("shop", none),
            new Release.Used("dark", none));
  }

  @Test
  void aUnit_isToldOnlyWhatWasSaidAboutWhatItAsksFor() {
    var service = word("SERVICE", "SMS", Consent.State.GRANTED);
    var nothing = word("ALL", "ALL", Consent.State.WITHDRAWN);
    var other = word("MARKETING", "EMAIL", Consent.State.GRANTED);
    var said = List.of(service, nothing, other);
    var own = Optional.of(Set.of("shop"));

    assertThat(release("SERVICE", false, own).told(said)).containsExactly(service, nothing);
    assertThat(release("", true, own).told(said)).isEmpty();
    assertThat(release("SERVICE", false, Optional.empty()).told(said)).isEqualTo(said);
  }

  @Test
  void aUnit_getsWhatItsOwnSourcesSay_andKnowsOfNoOtherRecord() {
    var agreed = List.of(word("SERVICE", "SMS", Consent.State.GRANTED));

    var given = release("SERVICE", false, Optional.of(Set.of("shop"))).of(lan, agreed);

    assertThat(given.values())
        .containsOnly(Map.entry("fullName", "Phạm Thị Lan"), Map.entry("phone", "+84912345678"));
    assertThat(given.recordNames()).containsExactly("sources/shop/records/2");
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
