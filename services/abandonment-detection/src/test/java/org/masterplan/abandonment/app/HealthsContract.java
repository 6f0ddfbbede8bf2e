package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;

/** What every store of health must do. */
public abstract class HealthsContract {
  static final AuditEntry ENTRY =
      new AuditEntry(Harbour.NOW, "test", "HEALTH_JUDGED", List.of(), "");

  protected abstract Healths fresh();

  private Healths healths;
  private Health ghost;
  private Health alive;

  @BeforeEach
  void start() {
    healths = fresh();
    var harbour = new Harbour();
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(Harbour.every(3, 900, 300, "employees/lan,POST"));
    harbour.load(List.of("sua-hat,2026-11-20T00:00:00Z,anh,POST"));
    ghost = unsaved(harbour.lookout.get("me-bim"));
    alive = unsaved(harbour.lookout.get("sua-hat"));
  }

  @Test
  void find_returnsWhatWasSaved() {
    healths.save(ghost, ENTRY);

    var found = healths.find("me-bim").orElseThrow();

    assertThat(found.revision()).isEqualTo(1);
    assertThat(found.saysTheSameAs(ghost)).isTrue();
    assertThat(healths.find("sua-hat")).isEmpty();
  }

  @Test
  void find_ofSeveral_givesThoseThatWereJudged() {
    healths.save(ghost, ENTRY);
    healths.save(alive, ENTRY);

    var found = healths.find(List.of("sua-hat", "nobody", "sua-hat"));

    assertThat(found).containsOnlyKeys("sua-hat");
    assertThat(found.get("sua-hat").saysTheSameAs(alive)).isTrue();
    assertThat(healths.find(List.of())).isEmpty();
  }

  @Test
  void eachState_tellsEveryCommunityOnce() {
    healths.save(ghost, ENTRY);
    healths.save(alive, ENTRY);
    var states = new java.util.TreeMap<String, Judgement.State>();

    healths.eachState(states::put);

    assertThat(states)
        .containsExactly(
            java.util.Map.entry("me-bim", Judgement.State.GHOST_SHIP),
            java.util.Map.entry("sua-hat", alive.judgement().state()));
  }

  @Test
  void save_letsOnlyOneOfTwoWritersWin() {
    healths.save(ghost, ENTRY);
    var seen = healths.find("me-bim").orElseThrow();
    healths.save(seen.withRescueCase("a"), ENTRY);

    assertThatThrownBy(() -> healths.save(seen.withRescueCase("b"), ENTRY))
        .isInstanceOf(Stale.class);
    assertThatThrownBy(() -> healths.save(ghost, ENTRY)).isInstanceOf(AlreadyExists.class);
  }

  @Test
  void listAdrift_givesGhostShipsOnly() {
    healths.save(ghost, ENTRY);
    healths.save(alive, ENTRY);

    assertThat(healths.listAdrift(Query.first(HealthFields.OLDEST_FIRST, 5)).items())
        .extracting(Health::community)
        .containsExactly("me-bim");
  }

  @Test
  void listAdrift_filtersByTitleWithoutMarks() {
    healths.save(ghost, ENTRY);
    var bim = new Filter.Compare(HealthFields.TITLE, Filter.Op.HAS, new Value.Text("me bim"));
    var other = new Filter.Compare(HealthFields.TITLE, Filter.Op.HAS, new Value.Text("sua hat"));

    assertThat(healths.listAdrift(query(bim)).items()).hasSize(1);
    assertThat(healths.listAdrift(query(other)).items()).isEmpty();
  }

  @Test
  void changes_givesWhatWasWrittenAfterTheToken() {
    healths.save(ghost, ENTRY);
    var first = healths.changes("", 10);
    assertThat(first.healths()).extracting(Health::community).containsExactly("me-bim");
    assertThat(first.more()).isFalse();
    assertThat(healths.changes(first.token(), 10).healths()).isEmpty();

    healths.save(alive, ENTRY);

    assertThat(healths.changes(first.token(), 10).healths())
        .extracting(Health::community)
        .contains("sua-hat");
  }

  private static Query query(Filter filter) {
    return new Query(filter, HealthFields.OLDEST_FIRST, 5, Optional.empty());
  }

  private static Health unsaved(Health h) {
    return new Health(
        h.registered(),
        h.judgement(),
        h.stateTime(),
        h.attendance(),
        h.aboard(),
        h.rescueCase(),
        h.evaluated(),
        0);
  }
}
