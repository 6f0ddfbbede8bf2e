package org.masterplan.profiles.connection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.connection.app.Databases;
import org.masterplan.profiles.connection.app.Databases.Part;
import org.masterplan.profiles.connection.app.DatabasesContract;
import org.masterplan.profiles.connection.domain.Column;
import org.masterplan.profiles.connection.domain.Definition;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A real PostgreSQL. */
@ExtendWith(OutputCaptureExtension.class)
class PostgresDatabasesTest extends DatabasesContract {
  private static final String DATABASE = "shop";
  private static final Clock CLOCK = TestClock.at(Instant.parse("2026-11-22T02:00:00Z"));

  @TempDir static Path secrets;
  private static PostgresServer server;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start();
    server.create(DATABASE);
    var ours = server.secrets(secrets);
    Files.writeString(ours.resolve("right"), PostgresServer.PASSWORD + "\n");
    Files.writeString(ours.resolve("wrong"), "Nguyễn");
    Files.writeString(secrets.resolve("loose"), PostgresServer.PASSWORD);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected Databases databases() {
    return databases(new AddressPolicy(List.of("127.0.0.1"), true));
  }

  @Override
  protected Definition definition(String table, String cursorColumn) {
    return definition(DATABASE, "right", table, cursorColumn);
  }

  @Override
  protected void create(String table, List<Person> rows) {
    try (var connection = server.open(DATABASE)) {
      Rows.create(connection, "BYTEA", table, rows);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void read_givesEveryTypeAsPlainText() throws Exception {
    run("DROP TABLE IF EXISTS odd", "DROP TYPE IF EXISTS mood");
    run("CREATE TYPE mood AS ENUM ('vui', 'buồn')");
    run(
        """
        CREATE TABLE odd (a bigint, b numeric(20,2), c double precision, d date, e timestamp,
          f timestamptz, g time, h boolean, i uuid, j jsonb, k text[], l mood, m bytea, n varchar,
          o interval, p real, q char(5), r xml)
        """);
    run(
        """
        INSERT INTO odd VALUES (9123456789012, 12345678901234.50, 1e20, '1990-02-03',
          '2026-11-21 09:00:00', '2026-11-21 09:00:00.123456+07', '09:30', true,
          '6c0f61b6-2f1b-4a0e-9d80-111111111111', '{"x": 1}', '{a,NULL,"b c"}', 'buồn', '\\x01',
          'Nguyễn "Na"', '1 day', 1.5, 'ab', '<a/>')
        """);

    assertThat(read("odd", "", ""))
        .containsExactly(
            Map.ofEntries(
                Map.entry("a", "9123456789012"),
                Map.entry("b", "12345678901234.50"),
                Map.entry("c", "1" + "0".repeat(20)),
                Map.entry("d", "1990-02-03"),
                Map.entry("e", "2026-11-21T09:00:00"),
                Map.entry("f", "2026-11-21T02:00:00.123456Z"),
                Map.entry("g", "09:30:00"),
                Map.entry("h", "true"),
                Map.entry("i", "6c0f61b6-2f1b-4a0e-9d80-111111111111"),
                Map.entry("j", "{\"x\": 1}"),
                Map.entry("k", "a;b c"),
                Map.entry("l", "buồn"),
                Map.entry("n", "Nguyễn \"Na\""),
                Map.entry("o", "1 day"),
                Map.entry("p", "1.5"),
                Map.entry("q", "ab   "),
                Map.entry("r", "<a/>")));
  }

  @Test
  void read_goesOnFromATimeOfAnyKind() throws Exception {
    run(
        "DROP TABLE IF EXISTS timed",
        "CREATE TABLE timed (id int, day date, at timestamp, moment timestamptz, cost numeric)",
        "INSERT INTO timed SELECT i, date '2026-11-01' + i, timestamp '2026-11-01 09:00' + i *"
            + " interval '1 microsecond', timestamptz '2026-11-01 09:00+07' + i * interval '1"
            + " microsecond', i / 10.0 FROM generate_series(1, 5) i");

    for (var column : List.of("id", "day", "at", "moment", "cost")) {
      var third = read("timed", column, "").get(2).get(column);
      assertThat(read("timed", column, third))
          .as(column)
          .extracting(row -> row.get("id"))
          .containsExactly("3", "4", "5");
    }
  }

  @Test
  void cursor_isNoValueThatWouldHideTheRowsToCome() throws Exception {
    run(
        "DROP TABLE IF EXISTS odd_cursors",
        "CREATE TABLE odd_cursors (moment timestamptz, at timestamp, day date, cost numeric,"
            + " rate float8)",
        "INSERT INTO odd_cursors VALUES ('2026-11-21 09:00+07', '2026-11-21 09:00', '2026-11-21',"
            + " 12.50, 1.5), ('infinity', 'infinity', 'infinity', 'NaN', 'Infinity'),"
            + " ('9999-12-31', '9999-12-31', '9999-12-31', 'Infinity', 'NaN'),"
            + " ('-infinity', '-infinity', '-infinity', '-Infinity', '-Infinity')");
    var ends =
        Map.of(
            "moment", "2026-11-21T02:00:00Z",
            "at", "2026-11-21T09:00:00",
            "day", "2026-11-21",
            "cost", "12.50",
            "rate", "1.5");

    for (var column : ends.keySet()) {
      var definition = definition("odd_cursors", column);
      var reached = databases().read(definition, Part.from(""), _ -> {}).cursor();
      assertThat(reached).as(column).isEqualTo(ends.get(column));
      assertThat(read("odd_cursors", column, reached)).as(column).hasSize(3);
    }
  }

  /** More than a JVM of the tests could hold at once, twelve hundred million letters. */
  @Test
  void read_holdsAFewRowsAtATime() throws Exception {
    run(
        "CREATE OR REPLACE VIEW wide AS SELECT i AS id, repeat('x', 12000) AS note"
            + " FROM generate_series(1, 100000) i");
    var rows = new AtomicLong();
    var letters = new AtomicLong();

    databases()
        .read(
            definition("wide", ""),
            Part.from(""),
            row -> {
              rows.incrementAndGet();
              letters.addAndGet(row.get("note").length());
            });

    assertThat(rows).hasValue(100_000);
    assertThat(letters.get())
        .isEqualTo(1_200_000_000L)
        .isGreaterThan(Runtime.getRuntime().maxMemory() * 9 / 10);
  }

  /** Five hundred of them, as many as were fetched at a time once, are more than the memory. */
  @Test
  void read_holdsFewRows_whereTheyAreWide() throws Exception {
    run(
        "CREATE OR REPLACE VIEW wider AS SELECT i AS id, repeat('ệ', 900000) AS note"
            + " FROM generate_series(1, 500) i");
    var rows = new AtomicLong();
    var bytes = new AtomicLong();

    databases()
        .read(
            definition("wider", ""),
            Part.from(""),
            row -> {
              rows.incrementAndGet();
              bytes.addAndGet(row.get("note").length() * 3L);
            });

    assertThat(rows).hasValue(500);
    assertThat(bytes.get()).isGreaterThan(Runtime.getRuntime().maxMemory() * 9 / 10);
  }

  @Test
  void row_thatIsLongerThanALoadTakes_isRefused() throws Exception {
    run(
        "CREATE OR REPLACE VIEW longer AS SELECT repeat('x', 1000000) AS note",
        "CREATE OR REPLACE VIEW vast AS SELECT repeat('x', 70000000) AS note");

    assertThat(refusedRead(definition("longer", ""))).isEqualTo("DATABASE_ROW_SIZE");
    assertThat(refusedRead(definition("vast", ""))).isEqualTo("DATABASE_ROW_SIZE");
  }

  @Test
  void views_matviewsAndOtherSchemas_areRead() throws Exception {
    run(
        "DROP SCHEMA IF EXISTS \"Bán lẻ\" CASCADE",
        "CREATE SCHEMA \"Bán lẻ\"",
        "CREATE TABLE \"Bán lẻ\".people (id int)",
        "INSERT INTO \"Bán lẻ\".people VALUES (1)",
        "CREATE MATERIALIZED VIEW \"Bán lẻ\".kept AS SELECT id FROM \"Bán lẻ\".people");

    assertThat(read("Bán lẻ.people", "", "")).containsExactly(Map.of("id", "1"));
    assertThat(read("Bán lẻ.kept", "", "")).containsExactly(Map.of("id", "1"));
    assertThat(refused(definition("pg_catalog.pg_authid", ""))).isEqualTo("DATABASE_TABLE");
  }

  @Test
  void whateverIsRead_nothingIsWritten() throws Exception {
    run(
        "CREATE TABLE IF NOT EXISTS touched (id int)",
        "CREATE OR REPLACE FUNCTION touch() RETURNS int LANGUAGE sql AS"
            + " 'INSERT INTO touched VALUES (1) RETURNING 1'",
        "CREATE OR REPLACE VIEW touching AS SELECT touch() AS id");

    assertThat(refusedRead(definition("touching", ""))).isEqualTo("DATABASE_FAULT");
    assertThat(read("touched", "", "")).isEmpty();
  }

  @Test
  void whatIsRefused_isToldByItsKind_withoutTheDatabasesWords(CapturedOutput output)
      throws Exception {
    run(
        "CREATE TABLE IF NOT EXISTS closed (id int)",
        "DROP ROLE IF EXISTS guest",
        "CREATE ROLE guest LOGIN PASSWORD '" + PostgresServer.PASSWORD + "'");
    var guest = new Definition(server.url(DATABASE), "guest", "right", "closed", "");
    create("people", List.of());

    assertThat(refused(definition(DATABASE, "wrong", "people", ""))).isEqualTo("DATABASE_SIGN_IN");
    assertThat(refused(definition(DATABASE, "", "people", ""))).isEqualTo("DATABASE_SIGN_IN");
    assertThat(refused(definition("nowhere", "right", "people", ""))).isEqualTo("DATABASE_UNKNOWN");
    assertThat(refused(guest)).isEqualTo("DATABASE_DENIED");
    var closed = new Definition("jdbc:postgresql://127.0.0.1:1/shop", "plan", "", "people", "");
    assertThat(refused(closed)).isEqualTo("DATABASE_UNREACHABLE");
    var sealed =
        new Definition(server.url(DATABASE) + "?sslmode=verify-full", "u", "right", "t", "");
    assertThat(refused(sealed)).isEqualTo("DATABASE_UNREACHABLE");
    assertThat(output).doesNotContain("Nguyễn", PostgresServer.PASSWORD, "authentication failed");
  }

  @Test
  void brokenConnection_isToldAsSuch() throws Exception {
    create("people", java.util.stream.LongStream.range(0, 5000).mapToObj(this::person).toList());
    var rows = new AtomicLong();

    var refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                databases()
                    .read(
                        definition("people", ""),
                        Part.from(""),
                        _ -> {
                          if (rows.incrementAndGet() == 700) {
                            server.breakOff("masterplan");
                          }
                        }));

    assertThat(refusal.reason()).isEqualTo("DATABASE_BROKEN_OFF");
    assertThat(refusal).hasNoCause();
    assertThat(rows.get()).isBetween(700L, 4999L);
  }

  @Test
  void hosts_areCalledOnlyIfListed_andPrivateOnlyIfAllowed() {
    var definition = definition("people", "");

    var unlisted = databases(new AddressPolicy(List.of("db.example.com"), true));
    assertThatThrownBy(() -> unlisted.check(definition)).satisfies(e -> is(e, "NOT_LISTED"));
    assertThatThrownBy(() -> unlisted.columns(definition)).satisfies(e -> is(e, "NOT_LISTED"));
    var secluded = databases(new AddressPolicy(List.of("127.0.0.1"), false));
    assertThatThrownBy(() -> secluded.check(definition)).satisfies(e -> is(e, "PRIVATE"));
    assertThatThrownBy(() -> secluded.read(definition, Part.from(""), _ -> {}))
        .satisfies(e -> is(e, "PRIVATE"));
  }

  @Test
  void secret_isFoundInItsFolderAlone() {
    for (var name : List.of("absent", "..", "loose")) {
      var definition = definition(DATABASE, name, "people", "");
      assertThatThrownBy(() -> databases().check(definition))
          .isInstanceOfSatisfying(
              InvalidFields.class,
              e -> assertThat(e.violations().getFirst().field()).isEqualTo("connection.secret"));
    }
  }

  @Test
  void columns_sayTheDatabasesOwnTypes() throws Exception {
    run(
        "DROP TABLE IF EXISTS typed",
        "CREATE TABLE typed (id int, name varchar(9), at timestamptz, photo bytea)");

    assertThat(databases().columns(definition("typed", "at")))
        .containsExactly(
            new Column("id", "int4", false, true),
            new Column("name", "varchar", false, false),
            new Column("at", "timestamptz", false, true),
            new Column("photo", "bytea", true, false));
  }

  @Test
  void cursor_ofAColumnWhoseTypeHasChanged_isRefused() throws Exception {
    run("DROP TABLE IF EXISTS changed", "CREATE TABLE changed (at date)");

    var refusal =
        catchThrowableOfType(
            InvalidFields.class,
            () -> databases().read(definition("changed", "at"), Part.from("17"), _ -> {}));

    assertThat(refusal.violations().getFirst().reason()).isEqualTo("DATABASE_CURSOR_LOST");
  }

  private Person person(long id) {
    return new Person(id, "Nguyễn Văn " + id, id);
  }

  private static void is(Throwable refused, String reason) {
    assertThat(refused)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> {
              var violation = e.violations().getFirst();
              assertThat(violation.reason()).isEqualTo("ADDRESS_" + reason);
              assertThat(violation.field()).isEqualTo("connection.url");
              assertThat(violation.about()).containsEntry("value", "127.0.0.1");
            });
  }

  private List<Map<String, String>> read(String table, String cursor, String from) {
    var rows = new ArrayList<Map<String, String>>();
    databases().read(definition(table, cursor), Part.from(from), rows::add);
    return rows;
  }

  private String refused(Definition definition) {
    return reason(catchThrowableOfType(Refusal.class, () -> databases().columns(definition)));
  }

  private String refusedRead(Definition definition) {
    return reason(
        catchThrowableOfType(
            Refusal.class, () -> databases().read(definition, Part.from(""), _ -> {})));
  }

  private static String reason(Refusal refusal) {
    return refusal instanceof InvalidFields fields
        ? fields.violations().getFirst().reason()
        : refusal.reason();
  }

  private static Definition definition(
      String database, String secret, String table, String cursorColumn) {
    return new Definition(server.url(database), PostgresServer.USER, secret, table, cursorColumn);
  }

  private static Databases databases(AddressPolicy hosts) {
    return new JdbcDatabases(
        new Reach(
            hosts,
            false,
            Folder.named(secrets.toString()),
            Folder.named(""),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1)),
        CLOCK,
        1_000_000);
  }

  private static void run(String... statements) throws SQLException {
    server.run(DATABASE, statements);
  }
}
