package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Filter;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.export.app.Exporting;
import org.masterplan.profiles.export.app.HandingOut;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.export.mongo.MongoExports;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** A file that goes on from another one, between which people turned out to be one. */
class ExportPartsTest {
  private static final Actor DATA = new Actor("data", Set.of(Role.DATA_TEAM), Set.of(), "");
  private static final Identity.Steward MINH = new Identity.Steward("minh", "papers");
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final int PEOPLE = 40;

  private final StoredProfiles stored = new StoredProfiles("exportParts");

  /** In the order in which they came: of two who are one the first keeps the name. */
  private final List<String> names = new ArrayList<>();

  @BeforeEach
  void load() {
    for (int i = 0; i < PEOPLE; i++) {
      // Every other name is before all the rest, so that no order of names is that of age.
      stored.numbers.set((i % 2 == 0 ? 10_000 : 1_000) + 10 * i);
      var record = record(i);
      stored.records.store(List.of(record));
      stored.identity.resolve(List.of(record), "loader");
      names.add(
          ProfileId.name(stored.identity.<Long>ask(roster -> roster.profileOf(record.number()))));
    }
    stored.numbers.set(100_000);
    stored.projection.catchUp();
  }

  private SourceRecord record(int number) {
    Map<String, String> values = Map.of("phone", "+849000000" + (10 + number));
    return new SourceRecord(
        stored.numbers.incrementAndGet(),
        new RecordName("crm", "k" + number),
        1,
        new SourceRecord.Content(new HashMap<>(values), new HashMap<>(values)),
        new SourceRecord.Origin("load", 1, NOW, NOW));
  }

  private List<ExportRow> part(String after, long limit) {
    var people =
        new Exporting.People(
            stored.reading,
            stored.cards,
            new Membering(List::of, stored.cards),
            new ConsentLedger(stored.consents, (_, _) -> {}, stored.reading, stored.clock),
            stored.sources);
    var exports = new MongoExports(stored.database);
    var files = new HandingOut(exports, () -> "e" + stored.numbers.incrementAndGet(), stored.clock);
    var rows = new ArrayList<ExportRow>();
    new Exporting(exports, people, files)
        .run(
            new Exporting.Wanted(
                new Filter.All(), "", ProfileExport.Format.JSONL, List.of(), after, limit),
            DATA,
            rows::add);
    return rows;
  }

  /** The parts joined as the README says: a row gives way to a later one that names it. */
  private static List<String> joined(List<List<ExportRow>> parts) {
    var joined = new LinkedHashMap<String, ExportRow>();
    for (var part : parts) {
      for (var row : part) {
        row.aliases().forEach(joined::remove);
        joined.put(row.profile(), row);
      }
    }
    return List.copyOf(joined.keySet());
  }

  /**
   * One who has left and one who is to come become one person; whoever came first keeps the name.
   */
  private void merge(List<String> left, List<String> coming, boolean leftIsOlder) {
    for (var gone : left) {
      for (var next : coming) {
        if (names.indexOf(gone) < names.indexOf(next) == leftIsOlder) {
          stored.identity.merge(List.of(gone, next), MINH);
          return;
        }
      }
    }
    throw new AssertionError(left + ", " + coming + " (expected: older and younger ones)");
  }

  /** Those who are nobody else yet. */
  private List<String> single(boolean left, Set<String> gone) {
    return names.stream()
        .filter(name -> gone.contains(name) == left)
        .filter(name -> stored.reading.get(name).names().size() == 1)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void partsBetweenWhichPeopleAreMerged_holdEverybodyOnce(boolean listsKnow) {
    var first = part("", PEOPLE / 2);
    var left = new TreeSet<String>();
    first.forEach(row -> left.add(row.profile()));
    merge(single(true, left), single(false, left), true);
    merge(single(true, left), single(false, left), false);
    stored.identity.merge(single(false, left).subList(0, 2), MINH);
    if (listsKnow) {
      stored.projection.catchUp();
    }

    var second = part(first.getLast().profile(), 0);

    var found =
        joined(List.of(first, second)).stream()
            .map(name -> stored.reading.get(name).name())
            .toList();
    var everybody = new TreeSet<String>();
    names.forEach(name -> everybody.add(stored.reading.get(name).name()));
    assertThat(everybody).hasSize(PEOPLE - 3);
    assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(everybody);
    assertThat(second).extracting(ExportRow::profile).isSorted();
  }
}
