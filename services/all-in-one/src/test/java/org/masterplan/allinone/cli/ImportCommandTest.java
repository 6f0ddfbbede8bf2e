package org.masterplan.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.platform.testkit.ParquetBytes;

/** What {@code import} makes of a plan's answers; the plan is a stand-in. */
@ResourceLock(Resources.LOCALE)
class ImportCommandTest {
  @TempDir Path folder;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
  private final Map<String, String> types = new ConcurrentHashMap<>();
  private HttpServer plan;
  private final StringWriter errors = new StringWriter();

  private record Answer(int status, String json) {}

  @BeforeEach
  void serve() throws IOException {
    plan = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    plan.createContext(
        "/",
        exchange -> {
          bodies.put(exchange.getRequestURI().getPath(), exchange.getRequestBody().readAllBytes());
          var type = exchange.getRequestHeaders().getFirst("Content-Type");
          types.put(exchange.getRequestURI().getPath(), String.valueOf(type));
          var answer =
              answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(200, "{}"));
          var bytes = answer.json().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    plan.start();
    answers.put("/v1/dev/token", new Answer(200, "{\"token\":\"t\"}"));
  }

  @AfterEach
  void stop() {
    plan.stop(0);
  }

  @Test
  void fileThatThePlanCannotRead_endsWith3_andIsSaidOnce() throws IOException {
    refuse("/v1/communities:import", "file", "The file is empty (expected: a table).");

    assertThat(type("communities", file("c.csv", "x"))).isEqualTo(Ending.UNREADABLE);

    assertThat(errors.toString()).containsOnlyOnce("The file is empty").contains("c.csv");
  }

  @Test
  void everyFieldAtFault_isSaidOnce() throws IOException {
    answers.put(
        "/v1/communities:import",
        new Answer(
            400,
            error(
                "Not accepted: title, unit.", violation("title", "A."), violation("unit", "B."))));

    assertThat(type("communities", file("c.csv", "x"))).isEqualTo(Ending.UNREADABLE);

    assertThat(errors.toString()).containsOnlyOnce("title: A.").containsOnlyOnce("unit: B.");
  }

  @Test
  void communityThatIsNone_isBadUsage() throws IOException {
    refuse("/v1/communities/x/members:import", "parent", "There is no community x.");

    assertThat(type("members", "--community", "x", file("m.csv", "x"))).isEqualTo(Ending.BAD_USAGE);
  }

  @Test
  void fileThatIsFoundUnreadableWhileItIsLoaded_endsWith3() throws IOException {
    answers.put("/v1/sources/crm:load", new Answer(200, "{\"name\":\"operations/o\"}"));
    answers.put(
        "/v1/operations/o",
        new Answer(
            200,
            error("The workbook is damaged.", violation("file", "The workbook is damaged."))
                .replace("\"code\":400", "\"code\":3")));

    assertThat(type("source", "crm", file("c.csv", "id\n1\n"))).isEqualTo(Ending.UNREADABLE);

    assertThat(errors.toString()).containsOnlyOnce("The workbook is damaged.");
  }

  /** Of a Parquet file no piece can be read alone, so that its first rows are sent instead. */
  @Test
  void parquet_isSentWhole_andItsColumnsAreSuggestedByTheirFirstRows() throws IOException {
    answers.put("/v1/sources/crm:load", new Answer(200, "{\"name\":\"operations/o\"}"));
    answers.put("/v1/operations/o", new Answer(200, "{\"done\":true,\"response\":{}}"));
    var bytes = ParquetBytes.of(List.of("id", "tên"), List.of(List.of("1", "Lê Hoàng Yến")));
    var file = Files.write(folder.resolve("c.parquet"), bytes).toString();

    assertThat(type("source", "crm", file)).as(errors.toString()).isZero();

    assertThat(new String(bodies.get("/v1/sources/crm:suggestMapping"), StandardCharsets.UTF_8))
        .isEqualTo("{\"header\":[\"id\",\"tên\"],\"rows\":[{\"cells\":[\"1\",\"Lê Hoàng Yến\"]}]}");
    assertThat(bodies.get("/v1/sources/crm:load")).isEqualTo(bytes);
    assertThat(types).containsEntry("/v1/sources/crm:load", "application/vnd.apache.parquet");
  }

  @Test
  void parquetThatIsNone_isRefusedBeforeAPlanIsAsked() throws IOException {
    assertThat(type("source", "crm", file("c.parquet", "id\n1\n"))).isEqualTo(Ending.UNREADABLE);

    assertThat(errors.toString()).contains("c.parquet").contains("Parquet");
    assertThat(bodies).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 7})
  void loadThatIsCancelledMissingOrForbidden_isSaidInThePlansWords_andIsNotUnreachable(int code)
      throws IOException {
    answers.put("/v1/sources/crm:load", new Answer(200, "{\"name\":\"operations/o\"}"));
    answers.put(
        "/v1/operations/o",
        new Answer(200, error("So it is.").replace("\"code\":400", "\"code\":" + code)));

    assertThat(type("source", "crm", file("c.csv", "id\n1\n"))).isEqualTo(Ending.BAD_USAGE);

    assertThat(errors.toString()).containsOnlyOnce("So it is.");
  }

  @Test
  void mappingInAMapping_isRefusedByName() throws IOException {
    var mapping = file("m.yaml", "id: code\nfields:\n  email: {column: {a: b}}\n");

    assertThat(type("source", "crm", file("c.csv", "id\n1\n"), "--mapping", mapping))
        .isEqualTo(Ending.UNREADABLE);

    assertThat(errors.toString()).contains("m.yaml, fields.email.column: a list or a mapping");
  }

  @Test
  void mappingWithoutAColumn_namesTheField() throws IOException {
    var mapping = file("m.yaml", "id: code\nfields:\n  email: mail\n  phone:\n");

    assertThat(type("source", "crm", file("c.csv", "id\n1\n"), "--mapping", mapping))
        .isEqualTo(Ending.UNREADABLE);

    assertThat(errors.toString()).contains("m.yaml, fields.phone: no column");
  }

  private int type(String... words) {
    var url = "http://127.0.0.1:" + plan.getAddress().getPort();
    var all =
        Stream.concat(
                Stream.concat(Stream.of("import"), Stream.of(words)),
                Stream.of("--url", url, "--as", "cmo", "--lang", "en"))
            .toArray(String[]::new);
    return CommandLines.run(
        new PrintWriter(new StringWriter()), new PrintWriter(errors, true), all);
  }

  private void refuse(String path, String field, String message) {
    answers.put(path, new Answer(400, error(message, violation(field, message))));
  }

  private static String error(String message, String... violations) {
    return "{\"error\":{\"code\":400,\"message\":\"%s\",\"details\":[{\"fieldViolations\":[%s]}]}}"
        .formatted(message, String.join(",", List.of(violations)));
  }

  private static String violation(String field, String description) {
    return "{\"field\":\"%s\",\"description\":\"%s\"}".formatted(field, description);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
