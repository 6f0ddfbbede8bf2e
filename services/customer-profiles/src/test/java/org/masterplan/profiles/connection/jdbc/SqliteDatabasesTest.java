package org.masterplan.profiles.connection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.connection.app.Databases;
import org.masterplan.profiles.connection.app.Databases.Part;
import org.masterplan.profiles.connection.app.DatabasesContract;
import org.masterplan.profiles.connection.domain.Definition;

/** A real file of SQLite. */
class SqliteDatabasesTest extends DatabasesContract {
  private static final Clock CLOCK = TestClock.at(Instant.parse("2026-11-22T02:00:00Z"));

  @TempDir Path folder;

  @Override
  protected Databases databases() {
    return databases(folder.toString());
  }

  @Override
  protected Definition definition(String table, String cursorColumn) {
    return new Definition("jdbc:sqlite:shop.db", "", "", table, cursorColumn);
  }

  @Override
  protected void create(String table, List<Person> rows) {
    try (var connection = open()) {
      connection.setAutoCommit(false);
      Rows.create(connection, "BLOB", table, rows);
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void read_givesEachValueAsItIsStored() throws Exception {
    run("CREATE TABLE odd (a, b REAL, c NUMERIC, d TEXT, e DATETIME)");
    run("INSERT INTO odd VALUES (9123456789012, 912345678.0, 1.5, '0912', '2026-11-21 09:00:00')");
    run("INSERT INTO odd VALUES (x'0102', 1e300, 'NaN', '', NULL)");

    var rows = read("odd", "", "");

    assertThat(rows)
        .containsExactly(
            Map.of(
                "a", "9123456789012",
                "b", "912345678",
                "c", "1.5",
                "d", "0912",
                "e", "2026-11-21 09:00:00"),
            Map.of("b", "1" + "0".repeat(300), "c", "NaN", "d", ""));
  }

  @Test
  void read_goesOnFromATimeThatIsText_andFromANumberWithoutAType() throws Exception {
    run("CREATE TABLE odd (id, at DATETIME)");
    run("INSERT INTO odd VALUES (1, '2026-11-21 09:00:00'), (2, '2026-11-21 10:00:00')");

    assertThat(read("odd", "at", "2026-11-21 10:00:00"))
        .extracting(r -> r.get("id"))
        .containsExactly("2");
    assertThat(read("odd", "id", "2")).extracting(r -> r.get("id")).containsExactly("2");
  }

  @Test
  void cursor_isNoValueThatWouldHideTheRowsToCome() throws Exception {
    run("CREATE TABLE odd (n, at DATETIME)");
    run("INSERT INTO odd VALUES (1, '2026-11-21 09:00:00'), (2.5, '9999-12-31 00:00:00')");
    run("INSERT INTO odd VALUES (9e999, 'never'), ('zzz', '')");

    assertThat(databases().read(definition("odd", "at"), Part.from(""), _ -> {}).cursor())
        .isEqualTo("2026-11-21 09:00:00");
    assertThat(databases().read(definition("odd", "n"), Part.from(""), _ -> {}).cursor())
        .isEqualTo("2.5");
  }

  @Test
  void row_thatIsLongerThanALoadTakes_isRefused() throws Exception {
    run("CREATE TABLE long (id, note)");
    run("INSERT INTO long VALUES (1, printf('%.*c', 993, 'x'))");
    assertThat(read("long", "", "")).hasSize(1);
    run("UPDATE long SET id = 12");

    assertThatThrownBy(() -> read("long", "", ""))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> {
              var violation = e.violations().getFirst();
              assertThat(violation.reason()).isEqualTo("DATABASE_ROW_SIZE");
              assertThat(violation.about())
                  .containsEntry("value", "long")
                  .containsEntry("max", "1000");
            });
  }

  @Test
  void file_isFoundInTheFolderAlone() throws Exception {
    run("CREATE TABLE people (id)");
    var outside = Files.createDirectory(folder.resolve("outside"));
    Files.copy(folder.resolve("shop.db"), outside.resolve("other.db"));
    var files = Files.createDirectory(folder.resolve("files"));
    Files.createSymbolicLink(files.resolve("link.db"), outside.resolve("other.db"));
    Files.createDirectory(files.resolve("folder.db"));
    var databases = databases(files.toString());

    for (var name : List.of("link.db", "folder.db", "absent.db")) {
      var definition = new Definition("jdbc:sqlite:" + name, "", "", "people", "");
      assertThatThrownBy(() -> databases.check(definition)).as(name).satisfies(this::isUnknown);
      assertThatThrownBy(() -> databases.columns(definition)).as(name).satisfies(this::isUnknown);
    }
    assertThat(files.resolve("absent.db")).doesNotExist();
    var nowhere = databases("");
    assertThatThrownBy(() -> nowhere.check(definition("people", ""))).satisfies(this::isUnknown);
  }

  @Test
  void file_isOnlyRead() throws Exception {
    run("CREATE TABLE people (id)");
    var file = folder.resolve("shop.db");
    assertThat(file.toFile().setWritable(false)).isTrue();
    var before = Files.getLastModifiedTime(file);

    assertThat(read("people", "", "")).isEmpty();

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }

  @Test
  void damagedFile_isRefused_withoutTheDriversWords() throws IOException {
    Files.writeString(folder.resolve("shop.db"), "Nguyễn Thị Bưởi, 0912345678\n".repeat(100));

    assertThatThrownBy(() -> databases().columns(definition("people", "")))
        .isInstanceOfSatisfying(
            WrongState.class, e -> assertThat(e.reason()).isEqualTo("DATABASE_FILE_BROKEN"))
        .hasNoCause();
  }

  private List<Map<String, String>> read(String table, String cursor, String from) {
    var rows = new ArrayList<Map<String, String>>();
    databases().read(definition(table, cursor), Part.from(from), rows::add);
    return rows;
  }

  private void isUnknown(Throwable refused) {
    assertThat(refused)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.violations().getFirst().reason()).isEqualTo("DATABASE_FILE_UNKNOWN"));
  }

  private void run(String sql) throws SQLException {
    try (var connection = open();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
  }

  private static Databases databases(String files) {
    var hosts = new AddressPolicy(List.of(), false);
    var second = Duration.ofSeconds(5);
    return new JdbcDatabases(
        new Reach(hosts, false, Folder.named(""), Folder.named(files), second, second),
        CLOCK,
        1000);
  }
}
