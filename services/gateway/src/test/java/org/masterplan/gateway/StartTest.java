package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that fills an empty plan. */
class StartTest {
  private static final String MARK = "----start";
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void theChecklistOfAnEmptyPlan_leadsToFormsThatAreThere() {
    gateway.plan.communities.stored.clear();
    var portfolio = get("/portfolio", "admin").body();
    var page = get("/start", "admin").body();

    for (var part : new String[] {"units", "segments", "files"}) {
      assertThat(portfolio).contains("href=\"/start#" + part + "\"");
      assertThat(page).contains("id=\"" + part + "\"");
    }
    assertThat(get("/portfolio", "unit").body()).doesNotContain("/start");
  }

  @Test
  void theChecklist_staysUntilItsStepsAreDone_withoutChartsOfNothing() {
    gateway.plan.communities.stored.keySet().removeIf(name -> !name.endsWith("/me-bim"));
    gateway.plan.messages.stored.clear();
    var begun = get("/portfolio", "cmo").body();

    assertThat(begun).contains("The plan has begun", "Hội Mẹ Bỉm Sữa").doesNotContain("data-bars");
    assertThat(step(begun, "Register a community")).isEqualTo("Done.");
    assertThat(step(begun, "Import the communities")).isEqualTo("Open.");
    assertThat(step(begun, "Propose a message")).isEqualTo("Open.");

    gateway.plan.messages.reset();
    assertThat(step(get("/portfolio", "cmo").body(), "Propose a message")).isEqualTo("Done.");
    gateway.plan.reset();
    assertThat(get("/portfolio", "cmo").body()).doesNotContain("class=\"checklist\"");
    gateway.plan.away.add("abandonment-detection");
    assertThat(get("/portfolio", "cmo").body()).doesNotContain("class=\"checklist\"");
  }

  @Test
  void aStepThatCouldNotBeAskedAbout_isNotToldOpen() {
    gateway.plan.communities.stored.clear();
    gateway.plan.away.add("customer-profiles");
    gateway.plan.messages.mute = true;
    var page = get("/portfolio", "cmo").body();

    assertThat(step(page, "Propose a message")).isEqualTo("Not known.");
    assertThat(step(page, "Add customer databases")).isEqualTo("Not known.");
    assertThat(step(page, "Register a community")).isEqualTo("Open.");
    assertThat(page).contains("it did not answer: message governance, customer profiles.");
  }

  /** Whether a step of the checklist is done, in the page's words. */
  private static String step(String page, String name) {
    var line = page.substring(page.indexOf(">" + name));
    return line.substring(line.indexOf("<span class=\"muted\">") + 20).split("<")[0];
  }

  @Test
  void anEmptyPlan_isToldWhatIsMissing_andEmployeesNeedAUnitFirst() {
    gateway.plan.organisation.units.clear();
    gateway.plan.organisation.employees.clear();
    gateway.plan.segments.clear();
    gateway.plan.communities.stored.clear();

    assertThat(get("/start", "admin").body())
        .contains("No business unit yet", "No employee yet", "No segment yet")
        .contains("Enter a business unit first", "there is no community yet")
        .doesNotContain("action=\"/start/employees\"");
  }

  @Test
  void unitsSegmentsAndEmployees_areEntered_withIdsMadeFromTheirNames() {
    assertThat(post("/start/units", "admin", Map.of("title", "Bánh kẹo Đức")).statusCode())
        .isEqualTo(302);
    assertThat(post("/start/segments", "cmo", Map.of("title", "Ông bà", "id", "ong-ba")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(302);
    var employee = Map.of("title", "Anna Đỗ", "business_unit", "businessUnits/banh-keo-duc");
    var entered = post("/start/employees", "admin", employee);

    assertThat(entered.headers().firstValue("Location").orElseThrow())
        .endsWith("/start?done=employees#employees");
    assertThat(get("/start?done=employees&lang=vi", "admin").body())
        .contains("banh-keo-duc", "Ông bà", "ong-ba", "anna-do")
        .contains("Đã nhập nhân viên.");
  }

  @Test
  void aUnitThatIsSentTwice_isEnteredOnce_andBothAreToldSo() {
    var unit = Map.of("title", "Bánh kẹo");
    var twice = gateway.submitTwice("admin", "/start", "/start/units", unit);
    var again = post("/start/units", "admin", unit);

    assertThat(twice).allMatch(answer -> answer.statusCode() == 302);
    assertThat(again.statusCode()).isEqualTo(409);
  }

  @Test
  void whatIsWrong_isSaidAtItsField_andWhatWasTypedStays() {
    var answer = post("/start/units", "admin", Map.of("title", "Sữa", "id", "S!"));
    var twice = post("/start/units", "admin", Map.of("title", "Sữa", "id", "sua"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("id=\"error-units-id\"", "href=\"#field-units-id\"")
        .contains("value=\"S!\"", "value=\"Sữa\"");
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("exists already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unit", "data", "privacy", "auditor"})
  void others_findNothingHere(String user) {
    var page = get("/start", user);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).doesNotContain("href=\"/start\"");
    var before = gateway.plan.communities.lastHeader;
    var sent = upload(user, Map.of("kind", "COMMUNITIES"), "c.csv", "title,unit\n");
    assertThat(sent.statusCode()).isEqualTo(404);
    assertThat(gateway.plan.communities.lastHeader).isSameAs(before);
  }

  @Test
  void aFile_isSentOnToItsService() {
    var answer = upload("cmo", Map.of("kind", "COMMUNITIES"), "c.tsv", "title\tunit\n");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("What became of c.tsv").contains("New: 11.");
    assertThat(gateway.plan.communities.lastHeader.getContentType())
        .isEqualTo("text/tab-separated-values");
  }

  @ParameterizedTest
  @CsvSource({"COMMUNITIES,'',field-files-file", "NONSENSE,x,field-files-kind"})
  void aFileThatIsNone_isRefusedAtItsField(String kind, String content, String field) {
    var answer = upload("admin", Map.of("kind", kind), "c.csv", content);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("href=\"#" + field + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "MEMBERS,c.csv,field-files-community,expected: a community of the list",
    "COMMUNITIES,c.pdf,field-files-file,Files of this kind are not read"
  })
  void aFileThatNoServiceCouldTake_isRefusedBeforeItIsSent(
      String kind, String file, String field, String said) {
    var before = gateway.plan.communities.lastHeader;
    var answer = upload("admin", Map.of("kind", kind), file, "title");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("href=\"#" + field + "\"", said);
    assertThat(gateway.plan.communities.lastHeader).isSameAs(before);
  }

  @Test
  void aFormWithoutAFile_isRefusedAtItsField() {
    var answer = post("/start/files", "admin", Map.of("kind", "COMMUNITIES"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("href=\"#field-files-file\"", "No file was chosen");
  }

  @Test
  void aFileThatIsTooLarge_isNotRead_andTheFormSaysWhereItMayGo() {
    var tooLarge = new byte[52 * 1024 * 1024];
    var request =
        HttpRequest.newBuilder(gateway.at("/start/files"))
            .POST(BodyPublishers.ofByteArray(tooLarge))
            .header("Cookie", gateway.session("cmo"))
            .header("Content-Type", "multipart/form-data; boundary=" + MARK);

    var answer = gateway.send(request.build());

    assertThat(answer.statusCode()).isEqualTo(302);
    var next = URI.create(answer.headers().firstValue("Location").orElseThrow());
    var page = gateway.visit("cmo", next.getPath() + "?" + next.getQuery(), "vi");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("Tệp lớn hơn 50 MB", "dòng lệnh", "href=\"#field-files-file\"");
  }

  @Test
  void aFileOfSomebodyWhoIsNotSignedIn_isNotReadAtAll() {
    var request = multipart(Map.of("kind", "COMMUNITIES"), "c.csv", "title");

    assertThat(gateway.send(request.build()).statusCode()).isEqualTo(401);
    var forged = multipart(Map.of("kind", "COMMUNITIES", "_csrf", "guessed"), "c.csv", "title");
    forged.header("Cookie", gateway.session("cmo"));
    assertThat(gateway.send(forged.build()).statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> get(String path, String user) {
    return gateway.visit(user, path, "en");
  }

  private static HttpResponse<String> post(String path, String user, Map<String, String> fields) {
    return gateway.submit(user, "/start", path, fields);
  }

  private static HttpResponse<String> upload(
      String user, Map<String, String> fields, String file, String content) {
    var page = get("/start", user);
    var request = multipart(GatewayFixture.signed(fields, page), file, content);
    request.header("Cookie", gateway.session(user, page));
    return gateway.send(request.build());
  }

  private static HttpRequest.Builder multipart(
      Map<String, String> fields, String file, String content) {
    var body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--" + MARK + "\r\nContent-Disposition: form-data; name=\"" + name)
                .append("\"\r\n\r\n" + value + "\r\n"));
    body.append("--" + MARK + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(file + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n")
        .append("--" + MARK + "--\r\n");
    return HttpRequest.newBuilder(gateway.at("/start/files"))
        .POST(BodyPublishers.ofString(body.toString()))
        .header("Accept-Language", "en")
        .header("Content-Type", "multipart/form-data; boundary=" + MARK);
  }
}
