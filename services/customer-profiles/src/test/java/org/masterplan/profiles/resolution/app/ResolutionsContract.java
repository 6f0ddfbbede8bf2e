package org.masterplan.profiles.resolution.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.resolution.domain.Effect;
import org.masterplan.profiles.resolution.domain.Resolution;

/** What every store of resolutions must do. Subclasses supply a fresh, empty one. */
public abstract class ResolutionsContract {
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  static final AuditEntry ENTRY =
      new AuditEntry(NOW, "lan@data", "RESOLUTION_ASKED", List.of("state"), "");
  static final Effect EFFECT =
      new Effect(
          7,
          4,
          5,
          2,
          1,
          List.of(
              new Effect.Sample(List.of(11L, 12L), List.of(LongSet.of(1, 2, 3))),
              new Effect.Sample(
                  List.of(13L), List.of(LongSet.of(4), LongSet.of(5, 9_000_000_000L)))));

  Resolutions resolutions;

  protected abstract Resolutions resolutions();

  @BeforeEach
  void fresh() {
    resolutions = resolutions();
  }

  static Resolution asked(String id) {
    return Resolution.ask(
        new ResourceName("resolutions", id), new Resolution.Asked("lan@data", NOW, "new sources"));
  }

  @Test
  void find_returnsWhatWasAdded() {
    resolutions.add(asked("a"), ENTRY);

    assertThat(resolutions.find("a")).contains(asked("a"));
    assertThat(resolutions.find("b")).isEmpty();
  }

  @Test
  void find_returnsWhoHasAppliedIt() {
    var applying = asked("a").ready(EFFECT, NOW).apply(new Resolution.Asked("ha@data", NOW, "ok"));
    resolutions.add(asked("a"), ENTRY);
    resolutions.replace(asked("a").ready(EFFECT, NOW), ENTRY);
    resolutions.replace(applying, ENTRY);

    assertThat(resolutions.find("a")).contains(applying);
  }

  @Test
  void add_refusesATakenId() {
    resolutions.add(asked("a"), ENTRY);

    assertThatThrownBy(() -> resolutions.add(asked("a"), ENTRY)).isInstanceOf(AlreadyExists.class);
  }

  @Test
  void replace_letsOnlyOneOfTwoWritersWin() {
    resolutions.add(asked("a"), ENTRY);
    var ready = asked("a").ready(EFFECT, NOW);
    resolutions.replace(ready, ENTRY);

    assertThat(resolutions.find("a")).contains(ready);
    assertThatThrownBy(() -> resolutions.replace(ready, ENTRY)).isInstanceOf(Stale.class);
  }

  @Test
  void find_returnsWhyItFailed() {
    resolutions.add(asked("a"), ENTRY);
    var failed = asked("a").failed(Resolution.Failure.INTERRUPTED, NOW);

    resolutions.replace(failed, ENTRY);

    assertThat(resolutions.find("a")).contains(failed);
  }

  @Test
  void list_pages_newestFirst_andByState() {
    for (int day = 1; day <= 3; day++) {
      var at = NOW.plus(Duration.ofDays(day));
      var name = new ResourceName("resolutions", "r" + day);
      resolutions.add(Resolution.ask(name, new Resolution.Asked("lan@data", at, "")), ENTRY);
    }
    resolutions.replace(resolutions.find("r2").orElseThrow().discard(NOW), ENTRY);

    var first = resolutions.list(Query.first(ResolutionFields.DEFAULT, 2));
    var discarded =
        new Filter.Compare(ResolutionFields.STATE, Filter.Op.EQ, new Value.Text("DISCARDED"));
    var some = new Query(discarded, ResolutionFields.DEFAULT, 2, Optional.empty());

    assertThat(ids(first)).containsExactly("r3", "r2");
    var rest = new Query(new Filter.All(), ResolutionFields.DEFAULT, 2, first.next());
    assertThat(ids(resolutions.list(rest))).containsExactly("r1");
    assertThat(ids(resolutions.list(some))).containsExactly("r2");
  }

  private static List<String> ids(Slice<Resolution> page) {
    return page.items().stream().map(each -> each.name().id()).toList();
  }
}
