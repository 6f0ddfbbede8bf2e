package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.export.app.ExportFields;
import org.masterplan.profiles.export.app.Exporting;
import org.masterplan.profiles.export.app.HandingOut;
import org.masterplan.profiles.export.app.Recall;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.export.domain.ProfileExport.State;
import org.masterplan.profiles.export.mongo.MongoExports;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.profile.app.Segments;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

class ExportingTest {
  static final Actor DATA = new Actor("data", Set.of(Role.DATA_TEAM), Set.of(), "");
  static final Actor UNIT = new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
  static final Identity.Steward MINH = new Identity.Steward("minh", "papers");
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final Filter YOUNG =
      new Filter.Compare(CardFields.BIRTH_YEAR, Filter.Op.GE, new Value.Number(1990));

  private final StoredProfiles stored = new StoredProfiles("exporting");
  private final MongoExports exports = new MongoExports(stored.database);
  private final Recall recall = new Recall(exports, stored.reading);
  private final List<ExportRow> rows = new ArrayList<>();
  private final PagedCards cards = new PagedCards(stored.cards);
  private Filter segment = YOUNG;
  private boolean registryAway;
  private SourceRecord crm;
  private SourceRecord shop;
  private SourceRecord other;

  /** One person of two sources, of which the second is a unit's, and somebody else. */
  @BeforeEach
  void load() {
    register("crm", "", List.of("SERVICE"));
    register("shop", "businessUnits/dairy", List.of("SERVICE"));
    crm = record("crm", "1", Map.of("phone", "+84912345678", "birthYear", "1992"));
    shop = record("shop", "2", Map.of("phone", "+84912345678", "fullName", "Lê Lan"));
    other = record("crm", "3", Map.of("phone", "+84900000003", "fullName", "Trần Bình"));
    stored.identity.resolve(List.of(crm, shop, other), "loader");
    stored.projection.catchUp();
  }

  private void register(String id, String unit, List<String> purposes) {
    var description = new Source.Description(id, unit, "", purposes, "", "", "", 0);
    stored.register.register(new ResourceName("sources", id), description, Mapping.NONE, DATA);
  }

  private SourceRecord record(String source, String id, Map<String, String> values) {
    var record =
        new SourceRecord(
            stored.numbers.incrementAndGet(),
            new RecordName(source, id),
            1,
            new SourceRecord.Content(new HashMap<>(values), new HashMap<>(values)),
            new SourceRecord.Origin("load", 1, NOW, NOW));
    stored.records.store(List.of(record));
    return record;
  }

  private ConsentLedger ledger() {
    return new ConsentLedger(stored.consents, (_, _) -> {}, stored.reading, stored.clock);
  }

  private List<Segments.Segment> segments() {
    if (registryAway) {
      throw new Unavailable("SERVICES_AWAY", Map.of("services", "community-registry"));
    }
    return List.of(new Segments.Segment("segments/young", segment));
  }

  private ProfileExport run(Actor actor, String purpose, Filter filter) {
    rows.clear();
    return exporting(stored.clock).run(wanted(purpose, filter, 0), actor, rows::add);
  }

  private static Exporting.Wanted wanted(String purpose, Filter filter, long limit) {
    return new Exporting.Wanted(filter, purpose, ProfileExport.Format.JSONL, List.of(), "", limit);
  }

  private Exporting exporting(Clock clock) {
    var people =
        new Exporting.People(
            stored.reading,
            cards,
            new Membering(this::segments, stored.cards),
            ledger(),
            stored.sources);
    var files = new HandingOut(exports, () -> "e" + stored.numbers.incrementAndGet(), clock);
    return new Exporting(exports, people, files);
  }

  private String profileOf(SourceRecord record) {
    return ProfileId.name(stored.identity.<Long>ask(r -> r.profileOf(record.number())));
  }

  private void say(SourceRecord of, String purpose, String channel) {
    ledger()
        .say(
            profileOf(of),
            new ConsentLedger.Word(
                purpose, channel, Consent.State.GRANTED, Optional.empty(), "form", "data"));
  }

  private List<String> holding(String profile) {
    return recall.of(profile, Query.first(ExportFields.DEFAULT, 10)).items().stream()
        .map(export -> export.name().id())
        .toList();
  }

  @Test
  void segmentsThatCannotBeRead_areMissing_andTheExportSaysSo() {
    assertThat(run(DATA, "", new Filter.All()).count().segmentsMissing()).isFalse();
    assertThat(rows).allMatch(ExportRow::segmentsKnown);

    registryAway = true;
    var export = run(DATA, "", new Filter.All());

    assertThat(export.count().segmentsMissing()).isTrue();
    assertThat(rows).hasSize(2).noneMatch(ExportRow::segmentsKnown);
  }

  @Test
  void aFileWhoseEndCannotBeWritten_isBrokenOff() {
    var sink =
        new Exporting.Sink() {
          @Override
          public void take(ExportRow row) {
            rows.add(row);
          }

          @Override
          public void end() {
            throw new IllegalStateException("no space is left");
          }
        };

    assertThatThrownBy(
            () -> exporting(stored.clock).run(wanted("", new Filter.All(), 0), DATA, sink))
        .hasMessage("no space is left");

    assertThat(listed()).extracting(ProfileExport::state).containsExactly(State.BROKEN_OFF);
    assertThat(listed().getFirst().count().people()).isEqualTo(2);
  }

  @Test
  void run_answersWhatItWroteDown() {
    var now = new AtomicReference<>(NOW);
    var clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now.updateAndGet(last -> last.plusMillis(1));
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
          }
        };

    var export = exporting(clock).run(wanted("", new Filter.All(), 0), DATA, _ -> {});

    assertThat(listed()).containsExactly(export);
  }

  private List<ProfileExport> listed() {
    return exports.list(Query.first(ExportFields.DEFAULT, 10)).items();
  }

  @Test
  void whoIsMergedMeanwhile_isCounted_andThePartStaysInOrder() {
    var names = List.of(profileOf(crm), profileOf(other));
    stored.identity.merge(names, MINH);

    var export = run(DATA, "", new Filter.All());

    assertThat(rows).extracting(ExportRow::profile).containsExactly(profileOf(crm));
    assertThat(export.count().merged()).isEqualTo(1);
    assertThat(export.count().people()).isEqualTo(1);
    names.forEach(name -> assertThat(holding(name)).containsExactly(export.name().id()));
  }

  @Test
  void aUnitsCard_thatIsOlderThanASplit_bringsNoStranger() {
    stored.identity.split(profileOf(crm), LongSet.of(shop.number()), MINH);

    var export = run(UNIT, "", new Filter.All());

    assertThat(rows).isEmpty();
    assertThat(export.count().people()).isZero();
    assertThat(export.count().peopleLeftOut()).isEqualTo(1);
  }

  @Test
  void aUnit_filtersAndSegmentsPeople_byWhatItsOwnSourcesSay() {
    run(UNIT, "", new Filter.All());
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().segments()).isEmpty();

    assertThat(run(UNIT, "", YOUNG).count()).isEqualTo(ProfileExport.Count.NONE);
    assertThat(rows).isEmpty();
    run(DATA, "", YOUNG);
    assertThat(rows).extracting(ExportRow::segments).containsExactly(List.of("segments/young"));
  }

  @Test
  void aUnitsSearch_findsBeginningsOfWords_inAnyOrder_asAListDoes() {
    run(UNIT, "", new Filter.Word("lan le"));
    assertThat(rows).extracting(ExportRow::profile).containsExactly(profileOf(shop));

    run(DATA, "", new Filter.Word("lan le"));
    assertThat(rows).extracting(ExportRow::profile).containsExactly(profileOf(shop));

    run(UNIT, "", new Filter.Word("an"));
    assertThat(rows).isEmpty();
    run(DATA, "", new Filter.Word("an"));
    assertThat(rows).isEmpty();
  }

  @Test
  void aSegmentOfAWord_holdsWhomItsListHolds() {
    segment = new Filter.Word("lan le");
    run(DATA, "", new Filter.All());
    assertThat(rows)
        .filteredOn(row -> !row.segments().isEmpty())
        .extracting(ExportRow::profile)
        .containsExactly(profileOf(shop));
  }

  /** Who looks over the plan and is of a unit too meets no stranger. */
  @Test
  void anAuditorOfAUnit_isAUnit() {
    var both = new Actor("both", Set.of(Role.BUSINESS_UNIT, Role.AUDITOR), Set.of("dairy"), "");

    run(both, "", new Filter.All());

    assertThat(rows).extracting(ExportRow::profile).containsExactly(profileOf(shop));
  }

  @Test
  void aUnitsLimit_countsThosePeopleWhoFit_andWhoIsBehindThemComesLater() {
    for (int i = 10; i < 60; i++) {
      var values = Map.of("phone", "+849111111" + i, "fullName", i < 58 ? "Người Lạ" : "Đỗ Hoa");
      stored.identity.resolve(List.of(record("shop", "s" + i, values)), "loader");
    }
    stored.projection.catchUp();
    var names = new ArrayList<String>();

    var after = "";
    do {
      rows.clear();
      var wanted =
          new Exporting.Wanted(
              new Filter.Word("hoa"), "", ProfileExport.Format.JSONL, List.of(), after, 1);
      var export = exporting(stored.clock).run(wanted, UNIT, rows::add);
      assertThat(export.count().people()).isEqualTo(rows.size());
      rows.forEach(row -> names.add(row.profile()));
      after = rows.isEmpty() ? "" : rows.getLast().profile();
    } while (!rows.isEmpty());

    assertThat(names).hasSize(2).doesNotHaveDuplicates().isSorted();
    assertThat(cards.pages).isLessThanOrEqualTo(6);
  }

  @Test
  void aUnit_readsConsentsAboutItsPurposeOnly() {
    say(crm, "SERVICE", "ALL");
    say(crm, "MARKETING", "EMAIL");

    run(UNIT, "SERVICE", new Filter.All());
    assertThat(rows.getFirst().consents()).hasSize(1);

    run(DATA, "SERVICE", new Filter.All());
    assertThat(rows.getFirst().consents()).hasSize(2);
  }

  @Test
  void recall_findsAPersonWhoWasPartOfAnotherThen() {
    var whole = profileOf(crm);
    var export = run(DATA, "", new Filter.All()).name().id();

    stored.identity.split(whole, LongSet.of(shop.number()), MINH);

    assertThat(profileOf(shop)).isNotEqualTo(profileOf(crm));
    assertThat(holding(profileOf(shop))).containsExactly(export);
    assertThat(holding(profileOf(crm))).containsExactly(export);
  }

  @Test
  void recall_ofWhoWasErased_findsFilesUnderEveryNameTheyHad() {
    var left = profileOf(crm);
    var right = profileOf(other);
    var export = run(DATA, "", new Filter.All()).name();
    stored.identity.merge(List.of(left, right), MINH);
    var kept = profileOf(crm);

    recall.note("erase-1", List.of(kept));
    stored.identity.remove(LongSet.of(crm.number(), shop.number(), other.number()), MINH);

    assertThat(recall.noted("erase-1")).containsExactly(export.toString());
    assertThat(holding(left)).containsExactly(export.id());
    assertThat(holding(right)).containsExactly(export.id());
    assertThat(recall.noted("erase-2")).isEmpty();
  }
}
