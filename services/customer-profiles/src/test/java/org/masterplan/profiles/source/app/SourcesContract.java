package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.FieldCount;
import org.masterplan.profiles.source.domain.LoadTally;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;
import org.masterplan.profiles.source.domain.Ways;

/** What every store of sources must do. Subclasses supply a fresh, empty one. */
public abstract class SourcesContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final AuditEntry ENTRY =
      new AuditEntry(NOW, "lan@data", "SOURCE_REGISTERED", List.of(), "");

  Sources sources;

  protected abstract Sources sources();

  @BeforeEach
  void fresh() {
    sources = sources();
  }

  @Test
  void trust_namesEverySource_alsoOneThatIsNotTrusted() {
    sources.add(source("a", "A"), ENTRY);
    var dark = new Source.Description("B", "", "", List.of(), "", "", "", 0);
    var name = new ResourceName("sources", "b");
    sources.add(Source.register(name, dark, Mapping.NONE, NOW), ENTRY);

    assertThat(sources.trust()).containsOnly(Map.entry("a", 5), Map.entry("b", 0));
  }

  static Source source(String id, String title) {
    var description =
        new Source.Description(
            title, "businessUnits/dairy", "", List.of("MARKETING"), "CONSENT", "", "2024-12-31", 5);
    var mapping = new Mapping("Mã KH", Map.of("phone", ColumnMapping.given("S.ĐT$", "")), true);
    return Source.register(new ResourceName("sources", id), description, mapping, NOW);
  }

  @Test
  void find_returnsWhatWasAdded() {
    sources.add(source("crm", "Sữa Bột CRM"), ENTRY);

    assertThat(sources.find("crm")).contains(source("crm", "Sữa Bột CRM"));
    assertThat(sources.find("erp")).isEmpty();
  }

  @Test
  void add_refusesATakenId() {
    sources.add(source("crm", "CRM"), ENTRY);

    assertThatThrownBy(() -> sources.add(source("crm", "CRM"), ENTRY))
        .isInstanceOf(AlreadyExists.class);
  }

  @Test
  void replace_letsOnlyOneOfTwoWritersWin() {
    sources.add(source("crm", "CRM"), ENTRY);
    var holdings =
        new Source.Holdings(3, 1, Map.of("phone", new FieldCount(3, 2, 1)), Optional.of(NOW));
    var next = source("crm", "CRM").loaded(holdings, NOW);
    sources.replace(next, ENTRY);

    assertThat(sources.find("crm")).contains(next);
    assertThatThrownBy(() -> sources.replace(next, ENTRY)).isInstanceOf(Stale.class);
  }

  @Test
  void list_searchesTitlesWithoutMarksAndCounts() {
    sources.add(source("a", "Sữa Bột"), ENTRY);
    sources.add(Ways.to(SourceState.RETIRED, source("b", "Bột giặt")), ENTRY);
    var query =
        new Query(
            new Filter.And(
                List.of(
                    new Filter.Word("bot"),
                    new Filter.Compare(
                        SourceFields.STATE, Filter.Op.EQ, new Value.Text("MAPPED")))),
            new Order(SourceFields.TITLE, false),
            10,
            Optional.empty());

    assertThat(sources.list(query).items()).extracting(s -> s.name().id()).containsExactly("a");
    assertThat(sources.trust()).containsOnly(Map.entry("a", 5), Map.entry("b", 5));
    var totals = sources.totals();
    assertThat(totals.byState()).isEqualTo(Map.of(SourceState.MAPPED, 1L, SourceState.RETIRED, 1L));
    assertThat(totals.all()).isEqualTo(2);
    assertThat(totals.retired()).isEqualTo(1);
  }

  @Test
  void find_returnsHowFarTheReplacingIs() {
    var way = source("crm", "CRM");
    var tally = Optional.<LoadTally>empty();
    sources.add(way, ENTRY);
    for (var step : Ways.STEPS) {
      var next = step.apply(way);
      if (next.state() == SourceState.LOADED) {
        tally = Optional.of(new LoadTally("load-1", 3, 0, 1, 2, NOW, way.mapping().reading()));
        next = way.loaded(next.holdings(), tally, NOW);
      }
      if (next.revision() > way.revision()) {
        sources.replace(next, ENTRY);
        assertThat(sources.find("crm")).contains(next);
        way = next;
      }
    }
    assertThat(way.state()).isEqualTo(SourceState.RETIRED);
    assertThat(way.replacement().lastLoad()).isPresent().isEqualTo(tally);
    assertThat(way.replacement().reading()).contains(way.mapping().reading());
  }

  @Test
  void find_returnsWhenValuesBeganToCountOtherwise() {
    var way = source("crm", "CRM");
    sources.add(way, ENTRY);
    var said = way.description();
    var other =
        new Source.Description(
            said.title(),
            said.businessUnit(),
            said.owner(),
            List.of("SERVICE"),
            said.legalBasis(),
            said.collectedFrom(),
            said.collectedUntil(),
            said.trust());
    var next = way.describe(other, NOW);
    sources.replace(next, ENTRY);

    assertThat(way.isWeighedOtherwise(NOW)).isFalse();
    assertThat(next.isWeighedOtherwise(NOW)).isTrue();
    assertThat(next.isWeighedOtherwise(NOW.plusMillis(1))).isFalse();
    assertThat(next.describe(other, NOW.plusSeconds(1)).isWeighedOtherwise(NOW.plusMillis(1)))
        .isFalse();
    assertThat(sources.find("crm")).contains(next);
  }

  @Test
  void list_pages() {
    for (int i = 0; i < 5; i++) {
      sources.add(source("s" + i, "Nguồn " + i), ENTRY);
    }
    var order = new Order(SourceFields.TITLE, true);
    var first = sources.list(Query.first(order, 3));
    var second = sources.list(new Query(new Filter.All(), order, 3, first.next()));

    assertThat(first.items()).extracting(s -> s.name().id()).containsExactly("s4", "s3", "s2");
    assertThat(second.items()).extracting(s -> s.name().id()).containsExactly("s1", "s0");
    assertThat(second.next()).isEmpty();
  }
}
