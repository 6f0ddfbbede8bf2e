package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.ListPotentialCustomersRequest;
import org.masterplan.profiles.v1.ListPotentialCustomersResponse;
import org.masterplan.profiles.v1.ProfileRelations;

/** What a unit is told of dealings. */
class OwnDealingsGrpcTest extends DealingCalls {
  @Test
  void aUnit_meetsNoStranger_inRelationsAndAmongFutureCustomers() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    for (var phone : new String[] {"0381234567", "0912345678"}) {
      create(Map.of("time", today, "phone", phone, "community", "me-bim", "kind", "EVENT"));
    }
    var order = Map.of("id", "1", "time", today, "source", "shop", "record", "a/2");
    create(with(order, "amount", "300000"));
    create(Map.of("time", today, "phone", "0987654322", "community", "me-bim", "kind", "EVENT"));
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    var own = lookup(ProfilesFixture.DATA, "0381234567").getName();

    assertThat(relations(ProfilesFixture.DAIRY, "0381234567").getProfile()).isEqualTo(own);
    assertThatThrownBy(() -> relations(ProfilesFixture.DAIRY, "0912345678"))
        .hasMessageContaining("NOT_FOUND");
    assertThat(potentials(ProfilesFixture.CMO).getPeopleList()).hasSize(2);
    assertThat(potentials(ProfilesFixture.DAIRY).getPeopleList())
        .extracting(ListPotentialCustomersResponse.Potential::getProfile)
        .containsExactly(own);
    collectedFor("crm", "SERVICE");
    assertThat(potentials(ProfilesFixture.DAIRY).getPeopleList()).hasSize(2);
  }

  /**
   * The dairy keeps the shop and the mothers' community. What its customer ordered of the CRM's
   * unit, what came by a phone alone, and where else she was seen is not the dairy's to know.
   */
  @Test
  void aUnit_isToldOfWhatItsOwnSourcesBrought_andOfItsOwnCommunities() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    f.plan.units.put("communities/bia-hoi", "businessUnits/beer");
    var crm = Map.of("time", today, "source", "crm", "record", "1");
    var shop = Map.of("time", today, "source", "shop", "record", "a/1");
    create(with(shop, "id", "1", "amount", "50000"));
    create(with(crm, "id", "2", "amount", "900000"));
    create(with(crm, "id", "3", "score", "1"));
    create(Map.of("time", today, "phone", "0381234567", "id", "4", "amount", "7000"));
    create(with(crm, "community", "me-bim", "kind", "POST"));
    create(with(shop, "community", "bia-hoi", "kind", "EVENT"));
    create(with(shop, "community", "nobodys", "kind", "EVENT"));

    var own = relations(ProfilesFixture.DAIRY, "0381234567");

    assertThat(own.getOwnUnitsOnly()).isTrue();
    assertThat(own.getValue().getUnits()).isEqualTo(50_000);
    assertThat(own.getOrders()).isEqualTo(1);
    assertThat(own.getOrdersLeftOut()).isZero();
    assertThat(own.hasSatisfaction()).isFalse();
    assertThat(own.getRatings()).isZero();
    assertThat(own.getRelationsList())
        .extracting(ProfileRelations.Relation::getCommunity)
        .containsExactly("communities/me-bim");
    var whole = relations(ProfilesFixture.CMO, "0381234567");
    assertThat(whole.getOwnUnitsOnly()).isFalse();
    assertThat(whole.getValue().getUnits()).isEqualTo(957_000);
    assertThat(whole.getRatings()).isEqualTo(1);
    assertThat(whole.getRelationsList()).hasSize(3);
  }

  @Test
  void aUnit_isToldNobodyWhoIsCloseToAnothersCommunity_norListsPeopleByThat() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/beer");
    var crm = Map.of("time", today, "source", "crm", "record", "1");
    create(with(crm, "community", "me-bim", "kind", "EVENT"));
    create(with(crm, "id", "2", "amount", "900000"));

    refusedPotentials();
    for (var filter : new String[] {"value > 0", "relation > 0"}) {
      assertThat(listed(ProfilesFixture.DATA, filter)).as(filter).isEqualTo(1);
      assertThat(listed(ProfilesFixture.DAIRY, filter)).as(filter).isZero();
    }
  }

  /** The dairy's own customer was seen in beer's community: how many of them were is beer's. */
  @Test
  void aUnit_isNotToldHowManyOfItsCustomersWereSeenInAnothersCommunity() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/beer");
    var shop = Map.of("time", today, "source", "shop", "record", "a/1");
    create(with(shop, "community", "me-bim", "kind", "EVENT"));
    create(with(shop, "id", "1", "amount", "50000"));

    assertThat(listed(ProfilesFixture.DAIRY, "value > 0")).isEqualTo(1);
    refusedPotentials();
    assertThat(potentials(ProfilesFixture.CMO).getKnownValues()).isEqualTo(1);
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    assertThat(potentials(ProfilesFixture.DAIRY).getKnownValues()).isEqualTo(1);
  }

  /** Orders are of whoever brought them; only closeness needs to know whose communities are. */
  @Test
  void whileNobodyCanTellWhoseCommunitiesAre_aUnitIsToldTheRest_andWhatIsMissing()
      throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    var shop = Map.of("time", today, "source", "shop", "record", "a/1");
    create(with(shop, "community", "me-bim", "kind", "EVENT"));
    create(with(shop, "id", "1", "amount", "50000"));
    assertThat(relations(ProfilesFixture.DAIRY, "0381234567").getMissingList()).isEmpty();
    f.plan.away.add("community-registry");

    var own = relations(ProfilesFixture.DAIRY, "0381234567");

    assertThat(own.getValue().getUnits()).isEqualTo(50_000);
    assertThat(own.getRelationsList()).isEmpty();
    assertThat(own.getMissingList()).containsExactly("community-registry");
    assertThat(listed(ProfilesFixture.DAIRY, "value > 0")).isEqualTo(1);
    assertThatThrownBy(() -> listed(ProfilesFixture.DAIRY, "relation > 0"))
        .hasMessageContaining("UNAVAILABLE");
    var whole = relations(ProfilesFixture.CMO, "0381234567");
    assertThat(whole.getRelationsList()).hasSize(1);
    assertThat(whole.getMissingList()).isEmpty();
  }

  @Test
  void whoseCommunitiesAre_isAskedOnce_forAllWhoAreListed() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    collectedFor("crm", "SERVICE");
    f.plan.units.put("communities/me-bim", "businessUnits/dairy");
    for (var phone : new String[] {"0381234567", "0912345678"}) {
      for (var community : new String[] {"me-bim", "of-" + phone}) {
        create(Map.of("time", today, "phone", phone, "community", community, "kind", "EVENT"));
      }
    }

    assertThat(listed(ProfilesFixture.DAIRY, "relation > 0")).isEqualTo(2);

    assertThat(f.plan.unitsAsked)
        .containsExactly(
            Set.of("communities/me-bim", "communities/of-0381234567", "communities/of-0912345678"));
  }

  private void refusedPotentials() {
    assertThatThrownBy(() -> potentials(ProfilesFixture.DAIRY))
        .hasMessageContaining("PERMISSION_DENIED")
        .hasMessageContaining("is not a community of a unit that you act for");
  }

  private int listed(Actor actor, String filter) {
    return profiles(actor).listProfiles(filtered(filter)).getProfilesCount();
  }

  private static Map<String, String> with(Map<String, String> cells, String... more) {
    var all = new HashMap<>(cells);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private ListPotentialCustomersResponse potentials(Actor actor) {
    return DealingServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .listPotentialCustomers(
            ListPotentialCustomersRequest.newBuilder()
                .setCommunity("communities/me-bim")
                .setStrength(.1)
                .build());
  }
}
