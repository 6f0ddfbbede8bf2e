package org.masterplan.registry.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.registry.community.CommunityFixture.ENTRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.LifeCycle;
import org.masterplan.registry.community.domain.LifeCycle.Step;

/** What every store of communities must do. Subclasses supply a fresh, empty one. */
abstract class CommunitiesContract {
  protected abstract Communities communities();

  Community community =
      Community.register(CommunityFixture.name("me-bim"), CommunityFixture.draft(), NOW);

  @Test
  void find_returnsWhatWasAdded() {
    var communities = communities();
    communities.add("communities/me-bim", community, ENTRY);

    assertThat(communities.find("communities/me-bim"))
        .hasValueSatisfying(
            found -> {
              assertThat(found.value()).isEqualTo(community);
              assertThat(found.revision()).isEqualTo(1);
            });
  }

  @Test
  void find_returnsABareDraftAsItWas() {
    var communities = communities();
    var bare = Community.register(CommunityFixture.name("tra-sua"), CommunityFixture.bare(), NOW);
    communities.add("communities/tra-sua", bare, ENTRY);

    assertThat(communities.find("communities/tra-sua").orElseThrow().value()).isEqualTo(bare);
  }

  @Test
  void find_returnsAReturnedOneWithItsVerdict() {
    var communities = communities();
    var submit = new LifeCycle.Decision(Step.SUBMIT, CommunityFixture.DAIRY, "", NOW);
    var back =
        new LifeCycle.Decision(
            Step.RETURN, CommunityFixture.DAIRY, "too early", NOW.plusSeconds(9));
    var returned = LifeCycle.after(LifeCycle.after(community, submit), back);
    communities.add("communities/me-bim", returned, ENTRY);

    var found = communities.find("communities/me-bim").orElseThrow().value();
    assertThat(found).isEqualTo(returned);
    assertThat(found.standing().submitter()).isEmpty();
    assertThat(found.standing().verdict().orElseThrow().submitter())
        .isEqualTo(CommunityFixture.DAIRY.subject());
  }

  @Test
  void find_returnsASubmittedOneAsItWas() {
    var communities = communities();
    var decision =
        new LifeCycle.Decision(Step.SUBMIT, CommunityFixture.DAIRY, "because", NOW.plusSeconds(60));
    var submitted = LifeCycle.after(community, decision);
    communities.add("communities/me-bim", submitted, ENTRY);

    var found = communities.find("communities/me-bim").orElseThrow().value();
    assertThat(found).isEqualTo(submitted);
    assertThat(found.standing().submitted()).contains(NOW.plusSeconds(60));
  }

  @Test
  void add_refusesATakenName() {
    var communities = communities();
    communities.add("communities/me-bim", community, ENTRY);

    assertThatThrownBy(() -> communities.add("communities/me-bim", community, ENTRY))
        .isInstanceOf(AlreadyExists.class);
  }

  @Test
  void replace_letsOnlyOneOfTwoWritersWin() {
    var communities = communities();
    communities.add("communities/me-bim", community, ENTRY);
    communities.replace("communities/me-bim", 1, community.orphaned(NOW), ENTRY);

    assertThatThrownBy(() -> communities.replace("communities/me-bim", 1, community, ENTRY))
        .isInstanceOf(Stale.class);
  }

  @Test
  void findByLink_findsWhatLivesThere() {
    var communities = communities();
    communities.add("communities/me-bim", community, ENTRY);

    assertThat(communities.findByLink("https://social.example/me-bim")).isPresent();
    assertThat(communities.findByLink("https://social.example/other")).isEmpty();
  }

  @Test
  void page_findsATitleWithoutItsMarks() {
    var communities = communities();
    communities.add("communities/me-bim", community, ENTRY);

    assertThat(names(communities, new Filter.Word("bim"))).containsExactly("communities/me-bim");
    assertThat(names(communities, new Filter.Word("xe may"))).isEmpty();
  }

  @Test
  void page_walksEverythingOnce_inOrder() {
    var communities = communities();
    for (int i = 0; i < 7; i++) {
      var name = CommunityFixture.name("c-" + i);
      var added = Community.register(name, CommunityFixture.draft("Nhóm " + (i % 3)), NOW);
      communities.add(name.toString(), added, ENTRY);
    }

    var walked = new ArrayList<String>();
    Optional<Position> after = Optional.empty();
    do {
      var order = new Order(CommunityFields.TITLE, true);
      var page = communities.page(new Query(new Filter.All(), order, 2, after));
      page.items().forEach(c -> walked.add(c.value().name().id()));
      after = page.next();
    } while (after.isPresent());

    assertThat(walked).containsExactly("c-5", "c-2", "c-4", "c-1", "c-6", "c-3", "c-0");
  }

  @Test
  void changes_tellsWhatChangedAfterTheToken() {
    var communities = communities();
    communities.add("communities/me-bim", community, ENTRY);
    var first = communities.changes("", 10);

    assertThat(first.items()).hasSize(1);
    assertThat(communities.changes(first.token(), 10).items()).isEmpty();
  }

  private static List<String> names(Communities communities, Filter filter) {
    var query = new Query(filter, CommunityFields.NEWEST_FIRST, 10, Optional.empty());
    return communities.page(query).items().stream().map(c -> c.value().name().toString()).toList();
  }
}
