package org.masterplan.profiles.connection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.profiles.connection.domain.Column;
import org.masterplan.profiles.connection.domain.DatabaseKind;
import org.masterplan.profiles.connection.domain.Definition;

/** What differs between the databases, as far as it shows without a server. */
class DialectTest {
  @Test
  void statement_quotesEveryNameAsItsDatabaseDoes() {
    assertThat(statement(DatabaseKind.POSTGRESQL, "int4"))
        .isEqualTo(
            "SELECT \"a\"\"]`;\" FROM \"s\".\"t\"\"]`;\" WHERE \"a\"\"]`;\" >= ?"
                + " ORDER BY \"a\"\"]`;\"");
    assertThat(statement(DatabaseKind.MYSQL, "INTEGER"))
        .isEqualTo("SELECT `a\"]``;` FROM `s`.`t\"]``;` WHERE `a\"]``;` >= ? ORDER BY `a\"]``;`");
    assertThat(statement(DatabaseKind.SQLSERVER, "datetime"))
        .isEqualTo(
            "SELECT [a\"]]`;] FROM [s].[t\"]]`;] WHERE [a\"]]`;] >= CAST(? AS datetime)"
                + " ORDER BY [a\"]]`;]");
  }

  /** Which also shows that the drivers take the properties that they are given. */
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://127.0.0.1:%d/crm?sslmode=disable&connectTimeout=2",
    "jdbc:mysql://127.0.0.1:%d/crm?sslMode=disable&connectTimeout=2000&socketTimeout=2000",
    "jdbc:sqlserver://127.0.0.1:%d;databaseName=crm;encrypt=false;loginTimeout=2",
  })
  void serverThatIsNotThere_orHangsUp_cannotBeReached(String url) throws Exception {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var taking = Thread.ofVirtual().start(() -> hangUp(server));

      assertThat(refusal(url.formatted(server.getLocalPort()))).isEqualTo("DATABASE_UNREACHABLE");
      server.close();
      taking.join();
      assertThat(refusal(url.formatted(server.getLocalPort()))).isEqualTo("DATABASE_UNREACHABLE");
    }
  }

  @Test
  void trouble_isKnownByStateAndNumber() {
    assertThat(trouble(DatabaseKind.MYSQL, "28000", 1045)).isEqualTo(Trouble.SIGN_IN);
    assertThat(trouble(DatabaseKind.MYSQL, "42000", 1049)).isEqualTo(Trouble.NO_DATABASE);
    assertThat(trouble(DatabaseKind.MYSQL, "42000", 1142)).isEqualTo(Trouble.DENIED);
    assertThat(trouble(DatabaseKind.MYSQL, "08000", 0)).isEqualTo(Trouble.BROKEN_OFF);
    assertThat(trouble(DatabaseKind.SQLSERVER, "S0001", 18_456)).isEqualTo(Trouble.SIGN_IN);
    assertThat(trouble(DatabaseKind.SQLSERVER, "S0001", 4060)).isEqualTo(Trouble.NO_DATABASE);
    assertThat(trouble(DatabaseKind.SQLSERVER, "S0005", 229)).isEqualTo(Trouble.DENIED);
    assertThat(trouble(DatabaseKind.SQLSERVER, "08S01", 0)).isEqualTo(Trouble.BROKEN_OFF);
    assertThat(trouble(DatabaseKind.POSTGRESQL, null, 0)).isEqualTo(Trouble.OTHER);
  }

  @Test
  void bytes_areKnownByTheirType() {
    var mysql = Dialect.of(DatabaseKind.MYSQL);
    var sqlServer = Dialect.of(DatabaseKind.SQLSERVER);

    assertThat(mysql.kind(Types.LONGVARBINARY, "BLOB")).isEqualTo(Kind.BYTES);
    assertThat(sqlServer.kind(Types.BINARY, "timestamp")).isEqualTo(Kind.BYTES);
    assertThat(sqlServer.kind(-158, "geography")).isEqualTo(Kind.BYTES);
    assertThat(sqlServer.kind(-155, "datetimeoffset")).isEqualTo(Kind.MOMENT);
  }

  private static void hangUp(ServerSocket server) {
    try {
      while (true) {
        server.accept().close();
      }
    } catch (java.io.IOException _) {
      // The test has closed it.
    }
  }

  private static String refusal(String url) {
    var hosts = new AddressPolicy(List.of("127.0.0.1"), true);
    var reach =
        new Reach(
            hosts,
            false,
            Folder.named(""),
            Folder.named(""),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2));
    var definition = new Definition(url, "plan", "", "people", "");
    return catchThrowableOfType(
            Unavailable.class,
            () -> new JdbcDatabases(reach, Clock.systemUTC(), 1000).columns(definition))
        .reason();
  }

  private static Trouble trouble(DatabaseKind kind, String state, int number) {
    return Dialect.of(kind).trouble(new SQLException("not to be told", state, number));
  }

  private static String statement(DatabaseKind kind, String type) {
    var column = new Table.Typed(new Column("a\"]`;", type, false, true), Kind.NUMBER);
    var table = new Table(Dialect.of(kind), "s", "t\"]`;", List.of(column));
    return table.statement(Optional.of(column), true);
  }
}
