package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.masterplan.profiles.connection.jdbc.PostgresServer;
import org.masterplan.profiles.v1.Connection;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Sources that are pulled from a real PostgreSQL. */
@ExtendWith(OutputCaptureExtension.class)
class PullFromPostgresTest extends PullCalls {
  private static final String DATABASE = "shop";
  private static PostgresServer server;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start();
    server.create(DATABASE);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void table() throws Exception {
    var secrets = server.secrets(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("right"), PostgresServer.PASSWORD);
    Files.writeString(secrets.resolve("wrong"), "a guess");
    server.run(
        DATABASE,
        "DROP TABLE IF EXISTS people CASCADE",
        "CREATE TABLE people (ma_kh text PRIMARY KEY, ho_ten text, sdt text, ngay_sinh date,"
            + " changed timestamptz)",
        "INSERT INTO people SELECT 'KH' || i, 'Nguyễn Văn ' || i, '09' || (12000000 + i),"
            + " date '1990-01-01' + i, timestamptz '2026-11-01 09:00+07' + i * interval '1 minute'"
            + " FROM generate_series(1, 1200) i");
  }

  @Test
  void pull_goesOnFromAMoment() throws Exception {
    connect(people("right").setCursorColumn("changed"));
    assertThat(pulled(false).getImported()).isEqualTo(1200);
    assertThat(connection().getCursor()).isEqualTo("2026-11-01T22:00:00Z");
    server.run(
        DATABASE,
        "INSERT INTO people VALUES ('KH1201', 'Trần Mới', '0987654321', NULL, '2026-11-02 08:00Z')",
        "UPDATE people SET ho_ten = 'Lê Đổi', changed = '2026-11-02 09:00Z' WHERE ma_kh = 'KH7'");

    var second = pulled(false);

    assertThat(second.getImported()).isEqualTo(1);
    assertThat(second.getUpdated()).isEqualTo(1);
    assertThat(second.getUnchanged()).isEqualTo(1);
    var born = lookup(ProfilesFixture.DATA_WITH_PURPOSE, "0912000003");
    assertThat(born.getValuesOrThrow("birthDate").getValue()).isEqualTo("1990-01-04");
  }

  @Test
  void pull_thatBreaksOff_saysSo_loadsNothing_andTheNextOneIsRight(CapturedOutput output)
      throws Exception {
    server.run(
        DATABASE,
        "CREATE TABLE IF NOT EXISTS fuse AS SELECT true AS lit",
        "CREATE OR REPLACE FUNCTION trip(i text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN"
            + " IF i = 'KH1100' AND (SELECT lit FROM fuse) THEN"
            + " PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN i; END $$",
        "CREATE OR REPLACE VIEW mined AS SELECT trip(ma_kh) AS ma_kh, ho_ten, sdt FROM people");
    connect(people("right").setTable("mined"));

    var broken = pull(false);

    assertThat(broken.getError().getDetails(0).unpack(ErrorInfo.class).getReason())
        .isEqualTo("DATABASE_BROKEN_OFF");
    assertThat(broken.getError().getMessage()).contains("broke off").doesNotContain("terminat");
    assertThat(records()).isZero();
    assertThat(output).doesNotContain("Nguyễn Văn", "PSQLException");
    try (var files = Files.list(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }

    server.run(DATABASE, "UPDATE fuse SET lit = false");
    assertThat(pulled(false).getImported()).isEqualTo(1200);
  }

  @Test
  void pull_withAWrongPassword_fails_andSaysWhose() {
    connect(people("wrong"));

    var refused = pull(false).getError();

    assertThat(refused.getMessage())
        .contains("sign-in of postgres")
        .doesNotContain("guess", "authentication failed");
  }

  private static Connection.Builder people(String secret) {
    return Connection.newBuilder()
        .setUrl(server.url(DATABASE))
        .setUser(PostgresServer.USER)
        .setSecret(secret)
        .setTable("people");
  }
}
