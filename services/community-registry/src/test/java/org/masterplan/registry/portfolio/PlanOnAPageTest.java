package org.masterplan.registry.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.community.CommunityFixture.DAIRY;
import static org.masterplan.registry.community.CommunityFixture.ENTRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.text.Texts;
import org.masterplan.registry.community.CommunityFixture;
import org.masterplan.registry.community.InMemoryCommunities;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Health;
import org.masterplan.registry.community.domain.LifeCycle;
import org.masterplan.registry.community.domain.Wellbeing;
import org.masterplan.registry.member.InMemoryMembers;
import org.masterplan.registry.member.domain.Keys;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.portfolio.app.Neighbours;
import org.masterplan.registry.portfolio.app.PlanOnAPage;
import org.masterplan.registry.portfolio.app.Portfolio.Participation;
import org.masterplan.registry.resource.InMemoryResources;

class PlanOnAPageTest {
  InMemoryCommunities communities = new InMemoryCommunities();
  InMemoryMembers members = new InMemoryMembers();
  InMemoryResources<PlanPart> segments =
      new InMemoryResources<>(
          new Queryable<>(
              s -> s.value().name().toString(),
              (s, f) -> List.of(new Value.Text(Texts.fold(s.value().title()))),
              s -> List.of()));
  TestNeighbours neighbours = new TestNeighbours();
  PlanOnAPage plan =
      new PlanOnAPage(communities, segments, members, neighbours, Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void aSmallPlan() {
    segment("young-mothers", "Mẹ trẻ");
    segment("farmers", "Nông dân");
    var due = LocalDate.parse("2027-02-19");
    var living = Community.adopt(name("a"), CommunityFixture.draft("A"), due, NOW);
    communities.add("communities/a", living.seen(new Wellbeing(Health.GHOST_SHIP, NOW)), ENTRY);
    communities.add(
        "communities/b", Community.adopt(name("b"), CommunityFixture.draft("B"), due, NOW), ENTRY);
    var proposed = Community.register(name("c"), CommunityFixture.bare(), NOW);
    var answered = Community.register(name("d"), CommunityFixture.draft("D"), NOW);
    var decision = new LifeCycle.Decision(LifeCycle.Step.SUBMIT, DAIRY, "", NOW);
    communities.add("communities/c", proposed, ENTRY);
    communities.add("communities/d", LifeCycle.after(answered, decision), ENTRY);
    var keys = new Keys("facebook", "lan", "", "", "");
    members.put(
        List.of(
            Member.listed("communities/a", keys, Optional.empty(), Optional.empty())
                .known("profiles/1")));
    members.recount("communities/a");
    neighbours.active.put("communities/a", 42L);
  }

  @Test
  @Tag("cap-2")
  @Tag("cap-16")
  void cap002_look_groupsBySegment_andNamesSegmentsNobodyServes() {
    var portfolio = plan.look();

    assertThat(portfolio.segments())
        .extracting(s -> s.title())
        .containsExactly("Mẹ trẻ", "Nông dân", "");
    var mothers = portfolio.segments().getFirst();
    assertThat(mothers.communities()).isEqualTo(3);
    assertThat(mothers.known()).isEqualTo(1);
    assertThat(mothers.declared()).isEqualTo(3600);
    assertThat(mothers.participation()).contains(new Participation(42, 1));
    assertThat(mothers.byHealth()).isEqualTo(Map.of("GHOST_SHIP", 1L, "NOT_OBSERVED", 1L));
    assertThat(mothers.gaps()).isEmpty();
    assertThat(portfolio.segments().get(1).gaps()).containsExactly("NO_LIVING_COMMUNITY");
  }

  @Test
  void look_addsUpThePlan() {
    var portfolio = plan.look();

    assertThat(portfolio.communities()).isEqualTo(4);
    assertThat(portfolio.byState()).isEqualTo(Map.of("LIVE", 2L, "DRAFT", 1L, "PROPOSED", 1L));
    assertThat(portfolio.living()).isEqualTo(2);
    assertThat(portfolio.participation()).contains(new Participation(42, 1));
    assertThat(portfolio.waiting()).isEqualTo(4);
    assertThat(portfolio.oldestWaiting()).contains(NOW);
    assertThat(portfolio.missing()).isEmpty();
  }

  @Test
  void look_withoutTheOthers_namesThem_andShowsNoZero() {
    neighbours.away = true;

    var portfolio = plan.look();

    assertThat(portfolio.missing())
        .containsExactly("abandonment-detection", "customer-profiles", "message-governance");
    assertThat(portfolio.participation()).isEmpty();
    assertThat(portfolio.ghostShips()).isEmpty();
    assertThat(portfolio.messages()).isEmpty();
    assertThat(portfolio.sources()).isEmpty();
    assertThat(portfolio.communities()).isEqualTo(4);
    assertThat(portfolio.waiting()).isEqualTo(1);
  }

  private void segment(String id, String title) {
    var name = new ResourceName("segments", id);
    segments.add(name.toString(), new PlanPart(name, title, "", ""), ENTRY);
  }

  private static ResourceName name(String id) {
    return CommunityFixture.name(id);
  }

  private static final class TestNeighbours implements Neighbours {
    final Map<String, Long> active = new HashMap<>();
    boolean away;

    @Override
    public CompletableFuture<Sources> sources() {
      return answer(new Sources(76, 3, 40_000, 12_000, 3.3, Optional.empty()));
    }

    @Override
    public CompletableFuture<Messages> messages() {
      return answer(new Messages(10, 8, 2, 1, 3));
    }

    @Override
    public CompletableFuture<Map<String, Long>> active(List<String> communities) {
      return answer(active);
    }

    @Override
    public CompletableFuture<GhostShips> ghostShips() {
      return answer(new GhostShips(1, 30, 20, 40));
    }

    private <T> CompletableFuture<T> answer(T found) {
      return away
          ? CompletableFuture.failedFuture(new IllegalStateException("away"))
          : CompletableFuture.completedFuture(found);
    }
  }
}
