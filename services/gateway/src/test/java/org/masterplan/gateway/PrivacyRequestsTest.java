package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.profiles.v1.PrivacyRequest.State;

/** The register of what persons ask, for the privacy officer. */
class PrivacyRequestsTest {
  private static final String LIST = "/privacyRequests";
  private static final String LATE = "/privacyRequests/r-late";
  private static final String NEW = "/privacyRequests/r-new";

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @ParameterizedTest
  @ValueSource(strings = {"cmo", "unit", "data", "admin"})
  void others_findNothingHere(String user) {
    for (var path : List.of(LIST, LATE)) {
      assertThat(gateway.visit(user, path, "en").statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void auditors_read_andDoNotAct() {
    assertThat(get(LIST, "auditor").body()).contains("HS-2026/r-late").doesNotContain("field-kind");
    assertThat(get(LATE, "auditor").body()).doesNotContain("name=\"act\"");
    var answer = gateway.submit("auditor", LATE, LATE + "/act", Map.of("act", "REFUSE"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(state("r-late")).isEqualTo(State.RECEIVED);
  }

  @Test
  void theList_showsWhatIsToBeAnswered_andHowMuchTimeIsLeft() {
    var page = get(LIST, "privacy").body();

    assertThat(gateway.plan.privacy.asked.filters).containsExactly("open = true");
    assertThat(page).contains("overdue by 2 days", "9 days left", "one day left");
    assertThat(page).doesNotContain("HS-2026/r-over");
    get(LIST + "?state=REFUSED&kind=ERASURE", "privacy");
    get(LIST + "?state=ALL&kind=%22", "privacy");
    assertThat(gateway.plan.privacy.asked.filters.subList(1, 3))
        .containsExactly("state = \"REFUSED\" AND kind = \"ERASURE\"", "");
  }

  @Test
  void theEmptyRegister_saysWhatItIsFor_andHowTheFirstIsWrittenDown() {
    assertThat(get(LIST + "?state=ANSWERED", "privacy").body()).doesNotContain("Nobody has asked");
    gateway.plan.privacy.asked.stored.clear();

    var page = get(LIST, "privacy").body();

    assertThat(page).contains("Nobody has asked for anything yet", "href=\"#new\"");
    assertThat(page).doesNotContain("There is no such request");
    assertThat(get(LIST, "auditor").body()).contains("The privacy officer writes the first one");
    assertThat(gateway.visit("privacy", LIST, "vi").body()).contains("Chưa có ai yêu cầu gì");
  }

  @Test
  void aFilterThatNothingFits_saysSo() {
    gateway.plan.privacy.asked.stored.values().removeIf(r -> r.getState() != State.REFUSED);

    assertThat(get(LIST, "privacy").body())
        .contains("There is no such request")
        .doesNotContain("Nobody has asked");
  }

  @Test
  void writingDown_leadsToTheRequest_andNeedsAReference() {
    var without = submit(LIST, LIST, Map.of("kind", "ERASURE", "reference", " "));
    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(without.body()).contains("id=\"error-reference\"");

    var made =
        submit(LIST, LIST, Map.of("kind", "OBJECTION", "reference", "HS-9", "purpose", "survey"));

    assertThat(made.headers().firstValue("Location").orElseThrow())
        .contains("/privacyRequests/r-3");
    var stored = gateway.plan.privacy.asked.stored.get("privacyRequests/r-3");
    assertThat(stored.getReference()).isEqualTo("HS-9");
    assertThat(stored.getPurpose()).isEqualTo("SURVEY");
  }

  @Test
  void aRequest_isTakenStepByStep() {
    assertThat(get(LATE, "privacy").body()).doesNotContain("/everything\"");
    var unsure = act("VERIFY", Map.of());
    assertThat(unsure.statusCode()).isEqualTo(400);
    assertThat(unsure.body()).contains("id=\"error-method\"");

    assertThat(act("ACKNOWLEDGE", Map.of()).statusCode()).isEqualTo(302);
    act("VERIFY", Map.of("method", "DOCUMENT"));
    act("EXTEND", Map.of("reason", "nhiều cơ sở dữ liệu"));
    act("FULFIL", Map.of());
    assertThat(get(LATE, "privacy").body())
        .contains("/profiles/erasures/profiles-e1", "nhiều cơ sở dữ liệu", "/everything\"");
    act("ANSWER", Map.of("reason", "đã xoá"));

    assertThat(state("r-late")).isEqualTo(State.ANSWERED);
    assertThat(get(LATE, "privacy").body()).contains("đã xoá").doesNotContain("name=\"act\"");
    assertThat(act("DANCE", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsBeingCarriedOut_saysByWhom_andCanOnlyBeTakenUp() {
    var asked = gateway.plan.privacy.asked.stored;
    asked.computeIfPresent(
        "privacyRequests/r-new",
        (_, r) ->
            r.toBuilder()
                .setState(State.CARRYING_OUT)
                .setCarrier("lan@privacy")
                .setCarryTime(FakePlan.NOW)
                .build());

    var page = get(NEW, "privacy").body();

    assertThat(page).contains("Being carried out by", "lan@privacy", "value=\"FULFIL\"");
    assertThat(page).doesNotContain("value=\"REFUSE\"", "value=\"EXTEND\"", "value=\"ANSWER\"");
  }

  @Test
  void filesThatLeftWithThePerson_areListedForRecall() {
    assertThat(get(LATE, "privacy").body()).contains("profileExports/x-1", "MARKETING");
    assertThat(get("/privacyRequests/r-over", "privacy").body()).doesNotContain("profileExports/");
  }

  @Test
  void theRecordOfProcessing_saysWhatIsKeptOfTheErased_andForHowLong() throws Exception {
    assertThat(cells("en"))
        .contains("Record ids of people who were erased")
        .contains("telling a database whom to forget")
        .containsPattern(">90<.*>record ids, nothing else<.*in its give-back file<");
    assertThat(cells("vi"))
        .contains("Mã bản ghi của những người đã xoá")
        .contains("trong tệp trả lại");
  }

  @Test
  void theRecordOfProcessing_saysItsCodesInWords() throws Exception {
    assertThat(cells("en"))
        .containsPattern(">Loaded<.*>Promotion, FUN-FAIR<.*>Consent<.*>Phone<")
        .doesNotContain("LOADED", "MARKETING", ">phone<");
    assertThat(cells("vi"))
        .containsPattern(">Quảng bá, FUN-FAIR<.*>Sự đồng thuận<.*>Số điện thoại<")
        .doesNotContain("LOADED", "MARKETING", ">phone<");
  }

  /** What stands in the workbook. */
  private static String cells(String language) throws Exception {
    var request =
        HttpRequest.newBuilder(gateway.at(LIST + "/processing.xlsx"))
            .header("Cookie", gateway.session("privacy"))
            .header("Accept-Language", language)
            .build();
    try (var client = HttpClient.newHttpClient();
        var zip = new ZipInputStream(client.send(request, BodyHandlers.ofInputStream()).body())) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("xl/worksheets/")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no sheet");
  }

  @Test
  void theRecordOfProcessing_isAWorkbookAndADocument_forTheOfficerAndAuditors() {
    for (var user : List.of("privacy", "auditor")) {
      var file = gateway.visit(user, LIST + "/processing.xlsx", "vi");
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition"))
          .contains("attachment; filename=\"processing.xlsx\"");
      assertThat(file.body()).startsWith("PK");
      var paper = gateway.visit(user, LIST + "/processing.pdf", "vi");
      assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
      assertThat(paper.body()).startsWith("%PDF-");
    }
    assertThat(gateway.visit("cmo", LIST + "/processing.pdf", "vi").statusCode()).isEqualTo(404);
    assertThat(gateway.visit("cmo", LIST + "/processing.xlsx", "vi").statusCode()).isEqualTo(404);
  }

  @Test
  void theCertificate_saysWhatWasErasedWhere_andIsAFileOnceItIsWhole() {
    act("VERIFY", Map.of("method", "DOCUMENT"));
    assertThat(gateway.visit("privacy", LATE + "/certificate", "en").statusCode()).isEqualTo(404);
    act("FULFIL", Map.of());
    assertThat(get(LATE, "privacy").body())
        .contains("Still to confirm:", "social listening")
        .doesNotContain("/certificate\"");

    gateway.plan.privacy.complete = true;

    assertThat(get(LATE, "privacy").body())
        .contains("7 holdings were erased", "/certificate\"")
        .contains("may be somebody else’s", "Zalo", "href=\"/profiles/other\"");
    var file = gateway.visit("privacy", LATE + "/certificate", "en");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"erasure-r-late.json\"");
    assertThat(file.body()).contains("erasures/erase-r-late", "community-registry");
    assertThat(gateway.visit("privacy", LATE, "vi").body()).contains("Giấy xác nhận");
  }

  @Test
  void everything_isShownByOneButton_forThePurposeOfTheRequest() {
    gateway.plan.privacy.silent = "social-listening";

    var answer = submit(NEW, NEW + "/everything", Map.of("purpose", "customer-request"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(gateway.services.header("x-purpose")).contains("customer-request");
    assertThat(answer.body()).contains("membership", "the community register", "social listening");
  }

  @Test
  void everything_isNotShown_beforeItIsKnownWhoAsks() {
    var answer = submit(LATE, LATE + "/everything", Map.of("purpose", "customer-request"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("id=\"refused\"").doesNotContain("membership");
  }

  @Test
  void whatIsHandedOver_isHeldToTheSameRequest() {
    var page = submit(NEW, NEW + "/everything", Map.of("purpose", "customer-request")).body();

    assertThat(page).contains("name=\"asked\" value=\"privacyRequests/r-new\"");
  }

  @Test
  void vietnamesePages_haveNoMissingWord() {
    for (var path : List.of(LIST + "?state=ALL", LATE, NEW, "/privacyRequests/r-over")) {
      var answer = gateway.visit("privacy", path, "vi");
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).contains("lang=\"vi\"").doesNotContain("??");
      assertThat(new EnglishWords().in(answer.body())).as(path).isEmpty();
    }
  }

  private static State state(String id) {
    return gateway.plan.privacy.asked.stored.get("privacyRequests/" + id).getState();
  }

  private static HttpResponse<String> get(String path, String user) {
    var answer = gateway.visit(user, path, "en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer;
  }

  private static HttpResponse<String> act(String step, Map<String, String> more) {
    var fields = new java.util.HashMap<>(more);
    fields.put("act", step);
    fields.put("etag", "e1");
    return submit(LATE, LATE + "/act", fields);
  }

  private static HttpResponse<String> submit(String from, String to, Map<String, String> fields) {
    return gateway.submit("privacy", from, to, fields);
  }
}
