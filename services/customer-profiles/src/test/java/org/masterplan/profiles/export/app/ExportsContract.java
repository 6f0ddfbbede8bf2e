package org.masterplan.profiles.export.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.export.domain.ProfileExport;

/** What every store of exports must do. */
public abstract class ExportsContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final AuditEntry ENTRY = new AuditEntry(NOW, "data", "PROFILES_EXPORTED", List.of(), "");

  protected abstract Exports exports();

  Exports exports;

  @BeforeEach
  void fresh() {
    exports = exports();
  }

  static ProfileExport export(String id, Instant at) {
    return export(id, ProfileExport.Contents.PROFILES, at);
  }

  private static ProfileExport export(String id, ProfileExport.Contents contents, Instant at) {
    var asked =
        new ProfileExport.Asked("data", "MARKETING", ProfileExport.Format.PARQUET, false, contents);
    return ProfileExport.begin(id, asked, at);
  }

  @Test
  void find_answersWhatAFileTells_andOfWhichSource() {
    for (var kind : ProfileExport.Kind.values()) {
      var export = export(kind.name(), new ProfileExport.Contents(kind, "crm"), NOW);
      exports.add(export, ENTRY);
      assertThat(exports.find(kind.name())).contains(export);
    }
  }

  @Test
  void find_answersWhatWasAddedAndReplaced() {
    var begun = export("one", NOW);
    exports.add(begun, ENTRY);
    assertThat(exports.find("one")).contains(begun);
    assertThat(exports.find("two")).isEmpty();

    var ended = begun.complete(new ProfileExport.Count(3, 1, 7, 2, true), NOW.plusSeconds(5));
    exports.replace(ended, ENTRY);

    assertThat(exports.find("one")).contains(ended);
  }

  @Test
  void add_refusesATakenName_andReplaceAnOldRevision() {
    var begun = export("one", NOW);
    exports.add(begun, ENTRY);
    exports.replace(begun.complete(ProfileExport.Count.NONE, NOW), ENTRY);

    assertThatThrownBy(() -> exports.add(begun, ENTRY)).isInstanceOf(AlreadyExists.class);
    assertThatThrownBy(() -> exports.replace(begun.breakOff(ProfileExport.Count.NONE, NOW), ENTRY))
        .isInstanceOf(Stale.class);
  }

  @Test
  void holding_findsExportsByName_inAnyPart_andInAnyOrder() {
    exports.hold("one", List.of(held("h", 1), held("b", 2)));
    exports.hold("one", List.of(held("h", 3), held("d", 4)));
    exports.hold("one", List.of(held("h", 1), held("b", 2)));
    exports.hold("one", List.of());
    exports.hold("other", List.of(held("c", 5)));

    for (var held : List.of("b", "d", "h")) {
      assertThat(holding(held)).as(held).containsExactly("one");
    }
    for (var absent : List.of("a", "e", "i")) {
      assertThat(holding(absent)).as(absent).isEmpty();
    }
    assertThat(holding("c")).containsExactly("other");
    assertThat(exports.holding(List.of("profiles/a", "profiles/d", "profiles/c"), List.of()))
        .containsExactlyInAnyOrder("one", "other");
    assertThat(exports.holding(List.of(), List.of())).isEmpty();
  }

  private Set<String> holding(String profile) {
    return exports.holding(List.of("profiles/" + profile), List.of());
  }

  static Exports.Held held(String profile, long... records) {
    return new Exports.Held("profiles/" + profile, Arrays.stream(records).boxed().toList());
  }

  @Test
  void holding_findsExportsByRecord_whoeverItBelongedTo() {
    exports.hold("one", List.of(held("b", 1, 2), held("d", 3)));
    exports.hold("one", List.of(held("f", 4)));
    exports.hold("other", List.of(held("c", 3)));

    assertThat(exports.holding(List.of(), List.of(2L))).containsExactly("one");
    assertThat(exports.holding(List.of(), List.of(3L))).containsExactlyInAnyOrder("one", "other");
    assertThat(exports.holding(List.of(), List.of(4L, 5L))).containsExactly("one");
    assertThat(exports.holding(List.of(), List.of(5L))).isEmpty();
    assertThat(exports.holding(List.of("profiles/c"), List.of(1L)))
        .containsExactlyInAnyOrder("one", "other");
  }

  @Test
  void recalled_isFoundByErasure_andByEveryNameOfThePerson() {
    var noted =
        new Exports.Recalled("erase-1", List.of("profiles/a", "profiles/z"), List.of("one"));
    exports.recall(new Exports.Recalled("erase-1", List.of("profiles/a"), List.of()));
    exports.recall(noted);

    assertThat(exports.recalled("erase-1")).contains(noted);
    assertThat(exports.recalled("erase-2")).isEmpty();
    assertThat(exports.recalledAbout("profiles/z")).containsExactly(noted);
    assertThat(exports.recalledAbout("profiles/b")).isEmpty();
  }

  @Test
  void list_isNewestFirst_pageByPage() {
    var first = export("one", NOW);
    var second = export("two", NOW.plusSeconds(1));
    exports.add(first, ENTRY);
    exports.add(second, ENTRY);

    var page = exports.list(Query.first(ExportFields.DEFAULT, 1));
    assertThat(page.items()).containsExactly(second);
    var query = Query.first(ExportFields.DEFAULT, 1);
    var next = exports.list(new Query(query.filter(), query.order(), 1, page.next()));
    assertThat(next.items()).containsExactly(first);
    assertThat(next.next()).isEmpty();
  }
}
