package org.masterplan.profiles.connection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.profiles.connection.domain.Definition;

/** What is sent where. Addresses for documentation are on the list; none is called. */
class ReachTest {
  @TempDir Path secrets;

  @Test
  void password_isSentToTheServerAloneForWhichItWasLaid() throws Exception {
    lay("192.0.2.1_5432", "payroll", "a p4ssword\n");

    var right = definition("jdbc:postgresql://192.0.2.1/crm", "payroll");
    assertThatCode(() -> reach(false).check(right)).doesNotThrowAnyException();
    assertThat(reach(false).password(right)).isEqualTo("a p4ssword");
    for (var server : List.of("192.0.2.2", "192.0.2.2:5432", "192.0.2.1:5433")) {
      var other = definition("jdbc:postgresql://%s/crm".formatted(server), "payroll");
      assertThatThrownBy(() -> reach(false).check(other)).as(server).satisfies(this::hasNoSecret);
      assertThatThrownBy(() -> reach(false).password(other))
          .as(server)
          .satisfies(this::hasNoSecret);
    }
  }

  @Test
  void password_ofAnotherServer_isNotReachedByALink_norInTheFolderOfAll() throws Exception {
    lay("192.0.2.1_5432", "payroll", "a p4ssword");
    lay("192.0.2.2_5432", "own", "another");
    Files.createSymbolicLink(
        secrets.resolve("192.0.2.2_5432/linked"), secrets.resolve("192.0.2.1_5432/payroll"));
    Files.writeString(secrets.resolve("loose"), "a p4ssword");

    for (var name : List.of("linked", "loose")) {
      var definition = definition("jdbc:postgresql://192.0.2.2/crm", name);
      assertThatThrownBy(() -> reach(false).password(definition))
          .as(name)
          .satisfies(this::hasNoSecret);
    }
  }

  @Test
  void password_liesUnderTheHostInSmallLetters() throws Exception {
    lay("db.example.com_1433", "crm", "a p4ssword");

    var url = "jdbc:sqlserver://DB.Example.com;databaseName=crm";
    assertThat(reach(false).password(definition(url, "crm"))).isEqualTo("a p4ssword");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://192.0.2.1/crm,sslmode,require",
    "jdbc:postgresql://192.0.2.1/crm?sslmode=verify-full,sslmode,verify-full",
    "jdbc:mysql://192.0.2.1/crm,sslMode,trust",
    "jdbc:sqlserver://192.0.2.1;databaseName=crm,encrypt,true",
  })
  void anotherMachine_isCalledEncrypted(String url, String property, String value) {
    var definition = definition(url, "");

    assertThatCode(() -> reach(false).check(definition)).doesNotThrowAnyException();
    assertThat(reach(false).properties(definition.parsedUrl())).containsEntry(property, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://192.0.2.1/crm?sslmode=disable",
        "jdbc:postgresql://192.0.2.1/crm?sslmode=allow",
        "jdbc:postgresql://192.0.2.1/crm?sslmode=prefer",
        "jdbc:mysql://192.0.2.1/crm?sslMode=disable",
        "jdbc:sqlserver://192.0.2.1;databaseName=crm;encrypt=false",
      })
  void lessThanEncrypted_isRefused_unlessItIsAllowed(String url) {
    var definition = definition(url, "");

    var refusal = catchThrowableOfType(InvalidFields.class, () -> reach(false).check(definition));
    assertThat(refusal.violations().getFirst().reason()).isEqualTo("DATABASE_PLAINTEXT");
    assertThat(refusal.violations().getFirst().field()).isEqualTo("connection.url");
    assertThatCode(() -> reach(true).check(definition)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
  void thisMachine_isCalledAsTheUrlSays(String host) {
    var silent = definition("jdbc:postgresql://%s/crm".formatted(host), "");
    var open = definition("jdbc:postgresql://%s/crm?sslmode=disable".formatted(host), "");

    assertThat(reach(false).properties(silent.parsedUrl())).isEmpty();
    assertThat(reach(false).properties(open.parsedUrl())).isEqualTo(Map.of("sslmode", "disable"));
    assertThatCode(() -> reach(false).check(open)).doesNotThrowAnyException();
  }

  private void hasNoSecret(Throwable refused) {
    assertThat(refused)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.violations().getFirst().reason()).isEqualTo("DATABASE_SECRET"));
  }

  private void lay(String server, String name, String password) throws IOException {
    Files.writeString(Files.createDirectories(secrets.resolve(server)).resolve(name), password);
  }

  private Reach reach(boolean plaintext) {
    var hosts =
        List.of("192.0.2.1", "192.0.2.2", "db.example.com", "localhost", "127.0.0.1", "[::1]");
    return new Reach(
        new AddressPolicy(hosts, true),
        plaintext,
        Folder.named(secrets.toString()),
        Folder.named(""),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2));
  }

  private static Definition definition(String url, String secret) {
    return new Definition(url, "plan", secret, "people", "");
  }
}
