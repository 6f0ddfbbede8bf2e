package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  Pseudonyms pseudonyms = new Pseudonyms("a salt of tests only".getBytes(StandardCharsets.UTF_8));

  @Test
  void of_oneName_isOne_howeverItIsWritten() {
    assertThat(List.of("@Lan", " lan ", "LAN")).extracting(pseudonyms::of).containsOnly(lan());
    assertThat(List.of("lan", " lan", "@lan ", " @Lan"))
        .extracting(pseudonyms::ofHandle)
        .containsOnly(lan());
    assertThat(pseudonyms.of("Employees/Lan")).isEqualTo(pseudonyms.of("employees/lan"));
  }

  @Test
  void of_aHandleThatLooksLikeStaff_isNotThatOfStaff() {
    var staff = pseudonyms.of("employees/lan");

    assertThat(staff).isNotEqualTo(lan());
    assertThat(pseudonyms.of("@employees/lan")).isNotEqualTo(staff).isNotEqualTo(lan());
    assertThat(pseudonyms.ofHandle("employees/lan"))
        .isEqualTo(pseudonyms.of("@Employees/Lan"))
        .isNotEqualTo(staff);
  }

  @Test
  void pseudonyms_ofPeopleOfDifferentSpaces_haveNoneInCommon() {
    var harbour = new Harbour();

    assertThat(harbour.people.pseudonyms(List.of("facebook:lan", "facebook:employees/lan")))
        .doesNotContainAnyElementsOf(harbour.people.pseudonyms(List.of("employees/lan")));
  }

  @Test
  void aPerson_isFoundAndErased_withABlankAfterTheColon() {
    var harbour = new Harbour();
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(List.of("me-bim,2026-11-20T00:00:00Z,lan,POST"));

    assertThat(harbour.people.find(List.of("facebook : lan"))).hasSize(1);
    assertThat(harbour.people.erase(new PersonActivity.Names(List.of("facebook: @Lan"), List.of())))
        .isEqualTo(1);
    assertThat(harbour.people.find(List.of("facebook:lan"))).isEmpty();
  }

  @Test
  void activity_underAHandleThatLooksLikeTheOwner_isNotTheOwners() {
    var harbour = new Harbour();
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(List.of("me-bim,2026-11-20T00:00:00Z,@employees/lan,POST"));

    assertThat(harbour.people.find(List.of("facebook:employees/lan"))).hasSize(1);
    assertThat(harbour.people.find(List.of("employees/lan"))).isEmpty();
  }

  private String lan() {
    return pseudonyms.of("lan");
  }
}
