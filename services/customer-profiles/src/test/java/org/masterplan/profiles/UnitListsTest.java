package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.Profile;

/** By whose communities a unit may list people: the mothers' is the dairy's, the beer's is not. */
class UnitListsTest extends ProfilesCalls {
  private static final String OTHERS = "communities/bia-hoi";

  private String buoi = "";

  @BeforeEach
  void twoCommunities_oneOfTheUnit() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
    agree(buoi, "SERVICE", "SMS");
    f.plan.members.add(buoi);
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    f.plan.units.put(OTHERS, "businessUnits/beer");
  }

  /** Whoever is left out by it is told as well as whoever is found. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "community = \"communities/bia-hoi\"",
        "community:\"communities/bia-hoi\"",
        "community = \"communities/nobodys\"",
        "consent = \"SERVICE/SMS\" AND NOT community = \"communities/bia-hoi\"",
        "consent = \"SERVICE/SMS\" AND community != \"communities/bia-hoi\"",
        "relation >= 0 AND community = \"communities/bia-hoi\"",
        "community = \"communities/me-bim\" AND (birth_year > 1 OR community = \"communities/bia-hoi\")",
      })
  void byAnothersCommunity_aUnitListsNobody_andIsRefusedAsOfItsAudience(String filter) {
    assertThatThrownBy(() -> list(ProfilesFixture.DAIRY, filter))
        .hasMessageContaining("PERMISSION_DENIED")
        .hasMessageContaining("is not a community of a unit that you act for");
    list(ProfilesFixture.CMO, filter);
  }

  @Test
  void byItsOwnCommunity_aUnitListsWhomItMeets() {
    var filter = "community = \"communities/me-bim\"";

    assertThat(list(ProfilesFixture.DAIRY, filter)).containsExactly(buoi);
    assertThat(list(ProfilesFixture.CMO, "community = \"%s\"".formatted(OTHERS)))
        .containsExactly(buoi);
    assertThat(list(ProfilesFixture.DAIRY, "consent = \"SERVICE/SMS\" AND NOT " + filter))
        .isEmpty();
  }

  @Test
  void whatNamesNoCommunity_asksWhoseTheyAreOfNobody() {
    f.plan.away.add("community-registry");

    assertThat(list(ProfilesFixture.DAIRY, "consent = \"SERVICE/SMS\"")).containsExactly(buoi);
    assertThatThrownBy(() -> list(ProfilesFixture.DAIRY, "community = \"communities/me-bim\""))
        .hasMessageContaining("UNAVAILABLE");
  }

  private List<String> list(Actor actor, String filter) {
    return profiles(actor).listProfiles(filtered(filter)).getProfilesList().stream()
        .map(Profile::getName)
        .toList();
  }
}
