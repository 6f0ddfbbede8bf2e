package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;

/** An empty plan without the demonstration: who gets in, how, and how they fill it. */
class DoorTest {
  private static final Pattern LINK =
      Pattern.compile("first administrator: (http://127\\.0\\.0\\.1:\\d+/first\\S+)");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String WITHOUT_STTY = "LC_ALL=C.UTF-8 PATH=/nowhere ";
  private static final String PASSWORD = "một mật khẩu dài";

  private static final String JAR = "java -jar services/all-in-one/target/masterplan.jar ";

  @TempDir private Path folder;
  private Checkout checkout;
  private Path data;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @BeforeEach
  void checkOut() {
    checkout = new Checkout(folder, Map.of());
    data = checkout.data("plan");
  }

  @AfterEach
  void leave() throws IOException {
    checkout.close();
  }

  @Test
  void emptyPlan_letsNobodyIn_butTheFirstAdministrator_whoFillsIt() throws Exception {
    try (var plan = Served.typed("make run", checkout, data)) {
      letsNobodyIn(plan);
      var portfolio = becomeAdministrator(plan);
      assertThat(portfolio).contains("The plan is empty");

      var token = token(plan.address());
      enterOrganisation(new PlanApi(plan.address(), token));
      importByCommandLine();
      tokenWithoutStty();

      assertThat(page(plan.address().resolve("/portfolio?lang=en")))
          .contains("Hội Mẹ Bỉm Sữa")
          .contains("Góc Sữa Chua")
          .contains("Anna Đỗ")
          .doesNotContain("The plan is empty");
      assertThat(Files.readString(new DataFolder(data).log())).doesNotContain(PASSWORD, token);
      assertThat(plan.pressCtrlC()).isEqualTo(130);
    }
    assertThat(new DataFolder(data).address()).isEmpty();
    goesOn();
  }

  /** What was entered is there, and nobody is invited any more. */
  private void goesOn() throws Exception {
    try (var plan = Served.typed("make run", checkout, data)) {
      var anna = new PlanApi(plan.address(), token(plan.address()));

      assertThat(anna.status("/v1/communities/me-bim")).isEqualTo(200);
      assertThat(anna.status("/v1/communities/goc-sua-chua")).isEqualTo(200);
      assertThat(plan.text()).doesNotContain("first administrator");
    }
  }

  /** By the call that the README shows, of whose answer it shows the fields. */
  private static String token(URI address) throws Exception {
    var readme = Readme.front();
    assertThat(readme.inline("POST /v1/token")).isEqualTo("POST /v1/token");
    var asked =
        HttpRequest.newBuilder(address.resolve("/v1/token"))
            .POST(BodyPublishers.ofString(readme.inline("{\"user\"").replace("...", PASSWORD)))
            .header("Content-Type", "application/json")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = JsonParser.parseString(client.send(asked, BodyHandlers.ofString()).body());
      var shown = JsonParser.parseString(readme.inline("{\"token\""));
      assertThat(answer.getAsJsonObject().keySet()).isEqualTo(shown.getAsJsonObject().keySet());
      return answer.getAsJsonObject().get("token").getAsString();
    }
  }

  private void letsNobodyIn(Served plan) throws IOException, InterruptedException {
    var nobody = new PlanApi(plan.address(), "");
    assertThat(nobody.status("/actuator/health")).isEqualTo(200);
    assertThat(nobody.status("/v1/portfolio")).isEqualTo(401);
    assertThat(nobody.status("/v1/communities")).isEqualTo(401);
    assertThat(nobody.status("/actuator/prometheus")).isEqualTo(401);
    assertThat(devToken(plan)).isEqualTo(404);
    assertThat(new DataFolder(data).address()).contains(plan.address().toString());
  }

  private static int devToken(Served plan) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(plan.address().resolve("/v1/dev/token"))
            .POST(BodyPublishers.ofString("{\"user\":\"cmo\"}"))
            .header("Content-Type", "application/json")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  /** Follows the link that was printed, fills in its form, and comes to the portfolio. */
  private String becomeAdministrator(Served plan) throws Exception {
    Awaitility.await("link").until(() -> LINK.matcher(plan.text()).find());
    var link = LINK.matcher(plan.text());
    assertThat(link.find()).isTrue();
    var address = URI.create(link.group(1));
    var csrf = CSRF.matcher(page(address));
    assertThat(csrf.find()).isTrue();
    var fields =
        Map.of(
            "_csrf",
            csrf.group(1),
            "token",
            address.getQuery().replace("token=", ""),
            "user",
            "anna",
            "name",
            "Anna Đỗ",
            "password",
            PASSWORD);
    var form =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(address.resolve("/first-administrator"))
            .POST(BodyPublishers.ofString(form))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .build();
    return browser.send(request, BodyHandlers.ofString()).body();
  }

  private String page(URI address) throws Exception {
    var request = HttpRequest.newBuilder(address).header("Accept-Language", "en").build();
    return browser.send(request, BodyHandlers.ofString()).body();
  }

  private static void enterOrganisation(PlanApi anna) throws IOException {
    anna.post("/v1/businessUnits?businessUnitId=sua", titled("Sữa và dinh dưỡng"));
    var employee = new JsonObject();
    employee.addProperty("title", "Anna Đỗ");
    employee.addProperty("businessUnit", "businessUnits/sua");
    anna.post("/v1/employees?employeeId=anna", new Body.Json(employee));
    var community = new JsonObject();
    community.addProperty("title", "Góc Sữa Chua");
    community.addProperty("businessUnit", "businessUnits/sua");
    anna.post("/v1/communities?communityId=goc-sua-chua", new Body.Json(community));
  }

  private static Body titled(String title) {
    var body = new JsonObject();
    body.addProperty("title", title);
    return new Body.Json(body);
  }

  /** As the README has it, in a terminal, which must not show what is typed. */
  private void importByCommandLine() throws Exception {
    var file = data.resolve("communities.csv");
    Files.writeString(
        file,
        """
        id,title,platform,link,unit,owner
        me-bim,Hội Mẹ Bỉm Sữa,facebook,https://facebook.example/me-bim,sua,anna
        """);
    var typed =
        "%s && %simport communities %s".formatted(Readme.front().inline("export "), JAR, file);
    assertThat(terminal(typed)).contains("imported: 1").endsWith("\n0");
  }

  /** The JDK's console hides what is typed, where output stays in the terminal. */
  private void tokenWithoutStty() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin");
    var asked = WITHOUT_STTY + JAR.replaceFirst("java", java.resolve("java").toString());
    assertThat(terminal(asked + "token anna")).contains("ey").endsWith("\n0");
    assertThat(terminal("TOKEN=$(" + asked + "token anna)"))
        .contains("there is no stty")
        .doesNotContain("password: ")
        .endsWith("\n2");
  }

  /** What a terminal shows while the password is typed once it is asked for, and how it ended. */
  private String terminal(String typed) throws Exception {
    var screen = Files.createTempFile(data, "screen", ".txt");
    var terminal = checkout.terminal(typed, screen).start();
    try (var keyboard = terminal.outputWriter(StandardCharsets.UTF_8)) {
      Awaitility.await("prompt")
          .atMost(Duration.ofMinutes(2))
          .until(() -> !terminal.isAlive() || Files.readString(screen).contains("password:"));
      if (terminal.isAlive()) {
        keyboard.write(PASSWORD + "\n");
        keyboard.flush();
      }
      assertThat(terminal.waitFor(2, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(Files.readString(screen)).doesNotContain(PASSWORD);
    return Files.readString(screen) + "\n" + terminal.exitValue();
  }
}
