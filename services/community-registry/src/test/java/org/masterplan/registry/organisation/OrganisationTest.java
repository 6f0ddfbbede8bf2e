package org.masterplan.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.registry.community.CommunityFixture.CMO;
import static org.masterplan.registry.community.CommunityFixture.DAIRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.registry.community.CommunityFixture;
import org.masterplan.registry.community.InMemoryCommunities;
import org.masterplan.registry.community.app.CommunityHoldings;
import org.masterplan.registry.community.app.Directory;
import org.masterplan.registry.community.app.Registry;
import org.masterplan.registry.community.app.TellingDecisions;
import org.masterplan.registry.organisation.app.Organisation;
import org.masterplan.registry.organisation.domain.BusinessUnit;
import org.masterplan.registry.organisation.domain.Employee;
import org.masterplan.registry.resource.InMemoryResources;

class OrganisationTest {
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  InMemoryCommunities communities = new InMemoryCommunities();
  InMemoryResources<BusinessUnit> units =
      new InMemoryResources<>(
          new Queryable<>(u -> u.value().name().toString(), (u, f) -> List.of(), u -> List.of()));
  InMemoryResources<Employee> employees =
      new InMemoryResources<>(
          new Queryable<>(e -> e.value().name().toString(), (e, f) -> List.of(), e -> List.of()));
  Organisation organisation =
      new Organisation(units, employees, new CommunityHoldings(communities), CLOCK);
  Registry registry =
      new Registry(communities, new TestDirectory(), new TellingDecisions(_ -> {}), CLOCK);

  @BeforeEach
  void people() {
    for (var id : List.of("dairy", "beverages")) {
      var name = new ResourceName("businessUnits", id);
      organisation.addUnit(new BusinessUnit(name, id, Optional.empty()), CMO, false);
    }
    for (var id : List.of("lan", "minh")) {
      var name = new ResourceName("employees", id);
      organisation.addEmployee(
          new Employee(name, id, "businessUnits/dairy", Optional.empty()), CMO, false);
    }
    for (var id : List.of("a", "b", "c")) {
      registry.register(CommunityFixture.name(id), CommunityFixture.draft(id), DAIRY, false);
    }
  }

  @Test
  @Tag("cap-14")
  void cap014_dissolve_orphansAllCommunitiesInOneCall() {
    var done = organisation.dissolve("businessUnits/dairy", Optional.empty(), "sáp nhập", CMO);

    assertThat(done.orphaned())
        .containsExactlyInAnyOrder("communities/a", "communities/b", "communities/c");
    assertThat(registry.get("communities/a").value().holding().orphanSince()).contains(NOW);
    assertThat(registry.get("communities/a").value().holding().owner()).isEmpty();
  }

  @Test
  @Tag("cap-14")
  void cap014_dissolve_withASuccessor_leavesNobodyPointingAtTheDeadUnit() {
    var done =
        organisation.dissolve(
            "businessUnits/dairy", Optional.of("businessUnits/beverages"), "sáp nhập", CMO);

    assertThat(done.transferred()).hasSize(3);
    assertThat(new CommunityHoldings(communities).ofUnit("businessUnits/dairy")).isEmpty();
  }

  @Test
  @Tag("cap-15")
  void cap015_depart_orphansAtOnce() {
    var done = organisation.depart("employees/lan", Optional.empty(), CMO);

    assertThat(done.orphaned()).hasSize(3);
    assertThat(registry.get("communities/b").value().holding().orphanSince()).contains(NOW);
  }

  @Test
  void depart_ofADeputy_leavesTheOwnerInPlace() {
    var done = organisation.depart("employees/minh", Optional.empty(), CMO);

    assertThat(done.orphaned()).isEmpty();
    assertThat(registry.get("communities/a").value().holding().deputies()).isEmpty();
    assertThat(registry.get("communities/a").value().holding().owner()).isEqualTo("employees/lan");
  }

  @Test
  @Tag("cap-15")
  void cap015_register_refusesADepartedOwner() {
    organisation.depart("employees/lan", Optional.empty(), CMO);

    assertThatThrownBy(
            () ->
                registry.register(
                    CommunityFixture.name("d"), CommunityFixture.draft("d"), DAIRY, false))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> {
              assertThat(e.violations().getFirst().reason()).isEqualTo("CHOSEN_DEPARTED");
              assertThat(e.violations().getFirst().field()).isEqualTo("community.owner");
            });
  }

  private final class TestDirectory implements Directory {
    @Override
    public boolean hasUnit(String name) {
      return units.find(name).filter(u -> u.value().isActive()).isPresent();
    }

    @Override
    public Presence employee(String name) {
      return employees
          .find(name)
          .map(e -> e.value().isActive() ? Presence.ACTIVE : Presence.DEPARTED)
          .orElse(Presence.UNKNOWN);
    }

    @Override
    public boolean hasPlanPart(String name) {
      return true;
    }
  }
}
