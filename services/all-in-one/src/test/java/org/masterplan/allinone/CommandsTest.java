package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.embeddedmongo.EmbeddedMongo;
import org.masterplan.platform.testkit.ParquetBytes;

/**
 * Commands of the page as they are typed, where all is well: by people with passwords, to a plan
 * without demonstration. What compares records and what restores is typed by tests of their own.
 */
@ResourceLock(Resources.LOCALE)
class CommandsTest {
  private static final String PASSWORD = "một mật khẩu dài";

  private static final String MAPPING =
      """
      id: k
      fields:
        fullName: a
        email: {column: b}
      """;

  @TempDir private Path folder;
  private Path data;

  @Test
  void demoGenerate_writesTheFiles() {
    var out = folder.resolve("demo").toString();

    var done = Typed.run("demo", "generate", "--people", "1000", "--seed", "7", "--out", out);

    assertThat(done.ending()).as(done.errors()).isZero();
    assertThat(Path.of(out, "manifest.json")).exists();
    assertThat(Path.of(out, "truth", "people.csv")).exists();
  }

  @Test
  void everyCommandOfAPlan_isTyped_fromItsFirstUserToItsMove() throws Exception {
    data = folder.resolve("plan");
    var copy = folder.resolve("copy");
    addUsers();
    int grpcPort = freePorts();
    try (var plan = Served.start(data, "--grpc-port", "" + grpcPort)) {
      answersAt(grpcPort);
      var anna = signedIn(plan, "anna");
      new PlanApi(plan.address(), anna.get("MASTERPLAN_TOKEN"))
          .post("/v1/businessUnits?businessUnitId=sua", new Body.Json(Bodies.titled("Sữa")));
      importCommunities(anna);
      importFiles(anna);
      done(anna, "audit", "verify", "--lang", "vi");
      done(anna, "backup", copy.toString());
      disable(plan);
    }
    move();
    var restored =
        Typed.run("restore", copy.toString(), "--data", data.toString(), "--without-erasures");
    assertThat(restored.ending()).as(restored.errors()).isZero();
  }

  private void addUsers() throws Exception {
    for (var user : List.of("anna cmo,data-team,auditor,administrator", "binh business-unit")) {
      var words = user.split(" ");
      var added =
          Typed.process(
              PASSWORD,
              Map.of(),
              List.of(
                  "user",
                  "add",
                  words[0],
                  "--name",
                  "Người " + words[0],
                  "--role",
                  words[1],
                  "--unit",
                  "sua",
                  "--data",
                  data.toString()));
      assertThat(added.ending()).as(added.errors()).isZero();
    }
    assertThat(users()).contains("anna  Người anna  administrator,auditor,cmo,data-team", "binh");
  }

  private String users() {
    return Typed.run("user", "list", "--data", data.toString(), "--lang", "en").text();
  }

  /** The first service has the port that was named, the other four those after it. */
  private static void answersAt(int port) throws IOException {
    for (int each = port; each < port + 5; each++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), each)) {
        assertThat(socket.isConnected()).isTrue();
      }
    }
  }

  /** What is set for the commands after it: the plan's address, and the token alone. */
  private static Map<String, String> signedIn(Served plan, String user) throws Exception {
    var token = Typed.process(PASSWORD, Map.of(), token(plan, user));
    assertThat(token.ending()).as(token.errors()).isZero();
    return Map.of(
        "MASTERPLAN_SERVER",
        plan.address().toString(),
        "MASTERPLAN_TOKEN",
        token.text().strip(),
        "LC_MESSAGES",
        "vi_VN.UTF-8");
  }

  private static List<String> token(Served plan, String user) {
    return List.of("token", user, "--server", plan.address().toString(), "--lang", "en");
  }

  private void importCommunities(Map<String, String> anna) throws Exception {
    var file =
        Bodies.csv(
            folder,
            "id,title,platform,link,unit,owner",
            "me-bim,Hội Mẹ Bỉm Sữa,zalo,https://me-bim.example,sua,",
            "hong,,zalo,,,");

    var answer = Typed.process("", anna, List.of("import", "communities", file.path().toString()));

    assertThat(answer.ending()).as("a row that is not taken: " + answer.errors()).isEqualTo(1);
    assertThat(answer.text()).contains("đã nhập: 1", "không nhận: {");
  }

  private void importFiles(Map<String, String> anna) throws Exception {
    var members = Bodies.csv(folder, "handle,email", "lan,lan@vi-du.example").path().toString();
    assertThat(done(anna, "import", "members", "--community", "me-bim", members)).contains("1");
    var acts =
        Bodies.csv(
            folder,
            "community,timestamp,author,kind",
            "me-bim,2026-01-05T08:00:00Z,lan,POST",
            "me-bim,2026-01-06T08:00:00Z,binh,COMMENT");
    assertThat(done(anna, "import", "activities", "--lang", "en", acts.path().toString()))
        .contains("imported: 2");
    var mentions =
        Bodies.csv(
            folder,
            "id,time,platform,link,author,text,language",
            "m-1,2026-01-05T08:00:00Z,facebook,https://f.example/1,lan,Hàng lỗi quá,vi");
    assertThat(done(anna, "import", "mentions", "--json", mentions.path().toString()))
        .contains("\"imported\":\"1\"");
    importSources(anna);
  }

  private void importSources(Map<String, String> anna) throws Exception {
    var rows = Bodies.csv(folder, "k,a,b", "1,Phạm Lan,lan@vi-du.example").path().toString();
    var mapping = Files.writeString(folder.resolve("m.yaml"), MAPPING).toString();
    done(anna, "import", "source", "crm", "--mapping", mapping, rows);
    var bytes =
        ParquetBytes.of(
            List.of("Mã KH", "Họ và tên", "SĐT"),
            List.of(
                List.of("1", "Nguyễn Thị Bưởi", "0381234567"),
                List.of("2", "Trần Văn Bình", "0912345678")));
    var file = Files.write(folder.resolve("kho.parquet"), bytes).toString();
    done(anna, "import", "source", "kho", file);
    var api = new PlanApi(URI.create(anna.get("MASTERPLAN_SERVER")), anna.get("MASTERPLAN_TOKEN"));
    assertThat(api.get("/v1/profiles:lookup?email=lan@vi-du.example").toString())
        .contains("sources/crm/records/1");
    assertThat(api.get("/v1/profiles:lookup?phone=0912345678").toString())
        .contains("sources/kho/records/2");
  }

  /** At once: a token is refused, and the list says so. */
  private void disable(Served plan) throws Exception {
    var disabled = Typed.run("user", "disable", "binh", "--data", data.toString());
    assertThat(disabled.ending()).as(disabled.errors()).isZero();
    assertThat(users()).containsPattern("binh .* disabled");

    var refused = Typed.process(PASSWORD, Map.of(), token(plan, "binh"));

    assertThat(refused.ending()).isEqualTo(2);
    assertThat(refused.text()).isEmpty();
    assertThat(refused.errors()).startsWith("error: ");
  }

  private void move() throws IOException {
    try (var there = EmbeddedMongo.inTemporaryFolder()) {
      var moved =
          Typed.run(
              "migrate", "--to", there.connectionString(), "--data", data.toString(), "--json");

      assertThat(moved.ending()).as(moved.errors()).isZero();
      assertThat(moved.text()).contains("\"name\":\"registry.communities\",\"documents\":1");
    }
  }

  private static String done(Map<String, String> environment, String... words) throws Exception {
    var answer = Typed.process("", environment, List.of(words));
    assertThat(answer.ending()).as(String.join(" ", words) + answer.errors()).isZero();
    return answer.text();
  }

  private static int freePorts() {
    int first = 20_000 + (int) (ProcessHandle.current().pid() % 1_000) * 10;
    return IntStream.iterate(first, port -> port + 5)
        .limit(400)
        .filter(port -> IntStream.range(port, port + 5).allMatch(CommandsTest::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
