package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.identity.engine.DemoRecords;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.snapshot.app.TakingSnapshots;
import org.masterplan.profiles.snapshot.domain.Snapshot;
import org.masterplan.profiles.snapshot.domain.Table;
import org.masterplan.profiles.source.domain.RecordName;

/** What its page says one can ask of a snapshot is asked of one of the demonstration. */
class SnapshotQueryTest {
  private static final int PEOPLE = 1000;
  private static final Pattern SQL = Pattern.compile("(?ms)^```sql\\n(.*?)^```");

  @TempDir static Path folder;
  private static StoredProfiles stored;
  private static Snapshot snapshot;
  private static DemoSurroundings plan;

  @BeforeEach
  void take() throws IOException {
    if (stored == null) {
      stored = new StoredProfiles("snapshot");
      load(DemoRecords.of(PEOPLE, folder));
      var ledger = new ConsentLedger(stored.consents, (_, _) -> {}, stored.reading, stored.clock);
      plan =
          new DemoSurroundings(
              folder.resolve("demo"), new Resolving(stored.identity, stored.records));
      var files = FileFixture.in(folder.resolve("snapshots"), stored, ledger, List.of(), plan);
      var order = new TakingSnapshots.Order(Actor.service("customer-profiles"), "");
      snapshot = files.snapshots.take(order, _ -> {});
    }
  }

  private static void load(DemoRecords demo) {
    for (int from = 0; from < demo.records().size(); from += 500) {
      var batch = demo.records().subList(from, Math.min(from + 500, demo.records().size()));
      stored.records.store(batch);
      stored.identity.resolve(batch, "service");
      stored.projection.catchUp();
    }
    var words = new ArrayList<Consent>();
    for (var row : DemoSurroundings.rows(folder.resolve("demo/consents.csv"))) {
      words.add(
          new Consent(
              new RecordName(cell(row, "source"), cell(row, "record")).toString(),
              cell(row, "purpose"),
              cell(row, "channel"),
              Consent.State.valueOf(cell(row, "state")),
              Instant.parse(cell(row, "time")),
              cell(row, "evidence"),
              "service"));
    }
    for (int from = 0; from < words.size(); from += 500) {
      stored.consents.add(words.subList(from, Math.min(from + 500, words.size())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.vi.md", "docs/snapshot.md"})
  void theQueryOfThePage_countsWhoCanBeReached(String page) throws Exception {
    var sql = SQL.matcher(Files.readString(Path.of("../..").resolve(page)));
    assertThat(sql.find()).as(page).isTrue();

    var found = ask(sql.group(1));

    assertThat(found).hasSize(10);
    assertThat(found).isEqualTo(expected(found));
    assertThat(found.values().stream().mapToLong(List::getLast).sum()).isPositive();
  }

  @Test
  void everyTable_isReadByAnotherProgram_rowForRow() throws Exception {
    for (var table : Table.values()) {
      var counted =
          ask("SELECT '%s', count(*), 0 FROM 'snapshot/%<s.parquet'".formatted(table.title()));

      assertThat(counted.get(table.title()))
          .as(table.title())
          .isEqualTo(List.of(snapshot.rows().get(table), 0L));
    }
    assertThat(snapshot.rows().get(Table.PROFILES)).isEqualTo(stored.cards.count(everybody()));
    assertThat(snapshot.rows().get(Table.CROSSWALK)).isGreaterThan(PEOPLE);
    assertThat(snapshot.rows().get(Table.CONSENTS)).isPositive();
  }

  @Test
  void aMaskedSnapshot_holdsNoPhoneAndNoAddress() throws Exception {
    var shown =
        ask(
            "SELECT 'shown', count(*) FILTER (phone NOT LIKE '***__'),"
                + " count(*) FILTER (email NOT LIKE '_***@%') FROM 'snapshot/profiles.parquet'");
    var some = ask("SELECT 'some', count(phone), count(email) FROM 'snapshot/profiles.parquet'");

    assertThat(shown.get("shown")).isEqualTo(List.of(0L, 0L));
    assertThat(some.get("some")).allSatisfy(n -> assertThat(n).isPositive());
  }

  private static org.masterplan.kernel.query.Filter everybody() {
    return new org.masterplan.kernel.query.Filter.All();
  }

  /** The same counts, made of what is stored. */
  private static Map<String, List<Long>> expected(Map<String, List<Long>> found) {
    var titles = new HashMap<String, String>();
    plan.communities(row -> titles.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
    var known = new HashMap<String, Set<String>>();
    titles.forEach(
        (community, title) ->
            plan.memberships(
                community,
                row -> {
                  if (row.get(2) instanceof String profile) {
                    known.computeIfAbsent(title, _ -> new HashSet<>()).add(profile);
                  }
                }));
    var expected = new HashMap<String, List<Long>>();
    for (var title : found.keySet()) {
      var names = known.getOrDefault(title, Set.of());
      expected.put(title, List.of((long) names.size(), byEmail(names)));
    }
    return expected;
  }

  private static long byEmail(Set<String> names) {
    var ledger = new ConsentLedger(stored.consents, (_, _) -> {}, stored.reading, stored.clock);
    return ledger.standing(stored.reading.all(List.copyOf(names))).values().stream()
        .filter(
            words ->
                words.stream()
                    .anyMatch(
                        w ->
                            w.purpose().equals("MARKETING")
                                && w.channel().equals("EMAIL")
                                && w.state() == Consent.State.GRANTED))
        .count();
  }

  /** A text and two numbers in each row. */
  private static Map<String, List<Long>> ask(String sql) throws SQLException {
    var home = folder.resolve("snapshots").resolve(snapshot.id());
    var found = new HashMap<String, List<Long>>();
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        var rows = statement.executeQuery(sql.replace("'snapshot/", "'" + home + "/"))) {
      while (rows.next()) {
        found.put(rows.getString(1), List.of(rows.getLong(2), rows.getLong(3)));
      }
    }
    return found;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
