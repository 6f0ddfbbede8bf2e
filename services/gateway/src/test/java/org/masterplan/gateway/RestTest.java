package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.text.HeaderText;

/** REST as a program sees it, with the register of communities behind it. */
class RestTest {
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void get_findsAResourceByItsName() {
    var answer = gateway.call("GET", "/v1/communities/bep-nha-ta", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    var community = object(answer);
    assertThat(community.get("name").getAsString()).isEqualTo("communities/bep-nha-ta");
    assertThat(community.get("title").getAsString()).isEqualTo("Bếp Nhà Ta");
    assertThat(community.get("businessUnit").getAsString()).isEqualTo("businessUnits/sua");
    assertThat(community.get("health").getAsString()).isEqualTo("ALIVE");
    assertThat(community.get("exitPlan").getAsString()).isEmpty();
  }

  @Test
  void get_passesOnTokenLanguageAndPurpose() {
    gateway.call(
        "GET", "/v1/communities/me-bim", "", "Accept-Language", "vi", "X-Purpose", "correction");

    assertThat(gateway.services.header("authorization"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("Bearer ey"));
    assertThat(gateway.services.header("accept-language")).contains("vi");
    assertThat(gateway.services.header("x-purpose")).contains("correction");
  }

  @Test
  void get_passesOnAPurposeInVietnamese() {
    gateway.call(
        "GET", "/v1/communities/me-bim", "", "X-Purpose", "x%C3%B3a%20h%E1%BB%93%20s%C6%A1");

    assertThat(gateway.services.header("x-purpose").map(HeaderText::decode)).contains("xóa hồ sơ");
  }

  @Test
  void get_answersAsContractsHaveIt_whenThereIsNothing() {
    var answer = gateway.call("GET", "/v1/communities/nowhere", "");

    assertThat(answer.statusCode()).isEqualTo(404);
    var error = object(answer).getAsJsonObject("error");
    assertThat(error.get("code").getAsInt()).isEqualTo(404);
    assertThat(error.get("status").getAsString()).isEqualTo("NOT_FOUND");
    assertThat(error.get("message").getAsString()).contains("communities/nowhere");
    var info = error.getAsJsonArray("details").get(0).getAsJsonObject();
    assertThat(info.get("@type").getAsString()).endsWith("google.rpc.ErrorInfo");
    assertThat(info.get("domain").getAsString()).isEqualTo("masterplan");
  }

  @Test
  void trailAndNotices_areAskedOfTheServiceThatTheirParentNames() {
    for (var service : List.of("community-registry", "customer-profiles", "social-listening")) {
      gateway.asked.clear();
      gateway.call("GET", "/v1/services/" + service + "/notices?pageSize=3", "");
      gateway.call("POST", "/v1/services/" + service + "/auditEntries:verify", "{}");
      gateway.call("GET", "/v1/services/" + service + "/auditEntries", "");
      assertThat(gateway.asked).containsExactly(service, service, service);
    }
    var answer = gateway.call("GET", "/v1/services/elsewhere/notices", "");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("services/elsewhere");
  }

  @Test
  void rejects_areAskedOfTheServiceThatTookTheImport() {
    gateway.asked.clear();
    for (var id : List.of("members-me-bim-0a", "consents-0a", "activities-0a", "mentions-0a")) {
      gateway.call("GET", "/v1/imports/" + id + "/rejects?pageSize=3", "");
      gateway.call("POST", "/v1/imports/" + id + "/rejects:replay", "{}");
    }
    assertThat(gateway.asked)
        .containsExactly(
            "community-registry",
            "community-registry",
            "customer-profiles",
            "customer-profiles",
            "abandonment-detection",
            "abandonment-detection",
            "social-listening",
            "social-listening");
    var answer = gateway.call("POST", "/v1/imports/0a/rejects:replay", "{}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("imports/0a");
  }

  @Test
  void wholeNumbersOf64Bits_areTexts_asProtobufHasThem() {
    var portfolio = object(gateway.call("GET", "/v1/portfolio", ""));

    assertThat(portfolio.getAsJsonPrimitive("active").isString()).isTrue();
    assertThat(portfolio.get("active").getAsLong()).isEqualTo(3_265);
    var described = object(gateway.call("GET", "/openapi.json", ""));
    var active =
        described
            .getAsJsonObject("components")
            .getAsJsonObject("schemas")
            .getAsJsonObject("masterplan.registry.v1.Portfolio")
            .getAsJsonObject("properties")
            .getAsJsonObject("active");
    assertThat(active.get("type").getAsString()).isEqualTo("string");
    assertThat(active.get("format").getAsString()).isEqualTo("int64");
    assertThat(described.getAsJsonObject("info").get("description").getAsString())
        .contains("64-bit numbers as text");
  }

  @Test
  void list_readsParametersInBothSpellings() {
    gateway.call("GET", "/v1/communities?pageSize=7&filter=b%E1%BA%BFp", "");
    assertThat(gateway.plan.communities.filters).last().isEqualTo("bếp");

    assertThat(gateway.call("GET", "/v1/communities?page_size=7", "").statusCode()).isEqualTo(200);
  }

  @Test
  void list_namesTheParameterThatIsUnknownOrWrong() {
    assertThat(violations(gateway.call("GET", "/v1/communities?pagesize=7", "")))
        .contains("pagesize");
    assertThat(violations(gateway.call("GET", "/v1/communities?pageSize=many", "")))
        .contains("pageSize")
        .contains("many")
        .contains("whole number");
    assertThat(violations(gateway.call("GET", "/v1/communities?pageSize=1&pageSize=2", "")))
        .contains("more than once");
  }

  @Test
  void create_takesTheBodyAsTheResource_andTheIdAsAParameter() {
    var answer =
        gateway.call(
            "POST",
            "/v1/communities?communityId=yeu-xe-may",
            "{\"title\":\"Yêu Xe Máy\",\"businessUnit\":\"businessUnits/do-uong\",\"kind\":\"FORUM\","
                + "\"segments\":[\"segments/gioi-tre\"],\"declaredMembers\":\"17200\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(object(answer).get("state").getAsString()).isEqualTo("DRAFT");
    var stored = gateway.plan.communities.stored.get("communities/yeu-xe-may");
    assertThat(stored.getTitle()).isEqualTo("Yêu Xe Máy");
    assertThat(stored.getDeclaredMembers()).isEqualTo(17_200);
    assertThat(stored.getSegmentsList()).containsExactly("segments/gioi-tre");
  }

  @Test
  void create_refusesUnknownFields_namingAllOfThem() {
    var answer = gateway.call("POST", "/v1/communities", "{\"titel\":\"x\",\"colour\":1}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(violations(answer)).contains("community.titel").contains("community.colour");
  }

  @Test
  void create_refusesValuesOfTheWrongKind_inTheCallersLanguage() {
    var answer =
        gateway.call(
            "POST",
            "/v1/communities",
            "{\"title\":\"x\",\"kind\":\"CLUB\",\"declaredMembers\":\"many\"}",
            "Accept-Language",
            "vi");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(violations(answer))
        .contains("community.kind là \\\"CLUB\\\" (cần một trong: PAGE, GROUP")
        .contains("community.declaredMembers là \\\"many\\\" (cần: một số nguyên)");
  }

  @Test
  void create_refusesWhatIsNotJson() {
    assertThat(gateway.call("POST", "/v1/communities", "{\"title\":").statusCode()).isEqualTo(400);
    assertThat(gateway.call("POST", "/v1/communities", "[1]").statusCode()).isEqualTo(400);
    assertThat(gateway.call("POST", "/v1/communities", "{} {}").statusCode()).isEqualTo(400);
    assertThat(gateway.call("POST", "/v1/communities", "[".repeat(100_000)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void create_refusesOtherContentTypes() {
    var request =
        HttpRequest.newBuilder(gateway.at("/v1/communities"))
            .POST(BodyPublishers.ofString("title=x"))
            .header("Authorization", "Bearer " + gateway.token("cmo"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .build();

    assertThat(gateway.send(request).statusCode()).isEqualTo(415);
  }

  @Test
  void create_refusesALongBody() {
    var body = "{\"title\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";

    assertThat(gateway.call("POST", "/v1/communities", body).statusCode()).isEqualTo(413);
  }

  @Test
  void patch_derivesTheMaskFromTheFieldsInTheBody() {
    gateway.plan.communities.with(
        FakePlan.BUSY.toBuilder().setName("communities/patched").setEtag("1").build());

    var answer =
        gateway.call(
            "PATCH",
            "/v1/communities/patched",
            "{\"title\":\"Mới\",\"expectedGain\":\"\",\"etag\":\"1\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.plan.communities.lastUpdate.getUpdateMask().getPathsList())
        .containsExactly("title", "expected_gain");
    var stored = gateway.plan.communities.stored.get("communities/patched");
    assertThat(stored.getTitle()).isEqualTo("Mới");
    assertThat(stored.getExpectedGain()).isEmpty();
    assertThat(stored.getOwner()).isEqualTo("employees/e-001");
  }

  @Test
  void patch_keepsTheMaskThatIsSent() {
    gateway.plan.communities.with(
        FakePlan.BUSY.toBuilder().setName("communities/masked").setEtag("1").build());

    gateway.call(
        "PATCH",
        "/v1/communities/masked?updateMask=title,businessUnit",
        "{\"title\":\"A\",\"why\":\"B\"}");

    assertThat(gateway.plan.communities.lastUpdate.getUpdateMask().getPathsList())
        .containsExactly("title", "business_unit");
  }

  @Test
  void patch_answersConflict_onAStaleEtag() {
    var answer =
        gateway.call("PATCH", "/v1/communities/me-bim", "{\"title\":\"A\",\"etag\":\"99\"}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(object(answer).getAsJsonObject("error").get("status").getAsString())
        .isEqualTo("ABORTED");
  }

  @Test
  void customVerb_takesItsBodyAsTheRequest() {
    gateway.plan.communities.with(
        FakePlan.PROPOSED.toBuilder().setName("communities/decided").setEtag("1").build());

    var answer =
        gateway.call(
            "POST", "/v1/communities/decided:approve", "{\"etag\":\"1\",\"reason\":\"ok\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(object(answer).get("state").getAsString()).isEqualTo("APPROVED");
  }

  @Test
  void path_answersWhichMethodsItHas() {
    var answer = gateway.call("DELETE", "/v1/communities/me-bim", "");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, PATCH");
    assertThat(gateway.call("GET", "/v1/nothing", "").statusCode()).isEqualTo(404);
  }

  @Test
  void pathOutsideTheInterface_isRefusedAsContractsHaveIt() {
    for (var path : List.of("/V1/communities", "/actuator/env", "/error")) {
      var answer = gateway.call("GET", path, "");

      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      var error = object(answer).getAsJsonObject("error");
      assertThat(error.get("status").getAsString()).as(path).isEqualTo("NOT_FOUND");
      assertThat(error.get("message").getAsString()).contains(path);
    }
  }

  @Test
  void operation_isAskedOfTheServiceInItsName() {
    assertThat(gateway.call("GET", "/v1/operations/unknown-1", "").statusCode()).isEqualTo(404);
    var answer = gateway.call("GET", "/v1/operations/profiles-1", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"operations/profiles-1\"");
  }

  @Test
  void upload_streamsTheBody() {
    var file = "x".repeat(3_000_000);
    var request =
        HttpRequest.newBuilder(gateway.at("/v1/communities:import"))
            .POST(BodyPublishers.ofString(file))
            .header("Authorization", "Bearer " + gateway.token("cmo"))
            .header("Content-Type", "text/csv; charset=utf-8")
            .build();

    var answer = gateway.send(request);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.plan.communities.importedBytes).isEqualTo(3_000_000);
    assertThat(gateway.plan.communities.lastHeader.getContentType()).startsWith("text/csv");
    assertThat(object(answer).get("rejected")).isEqualTo(new JsonArray());
  }

  @Test
  void devToken_isGivenToDemonstrationUsers() {
    var request =
        HttpRequest.newBuilder(gateway.at("/v1/dev/token"))
            .POST(BodyPublishers.ofString("{\"user\":\"unit\"}"))
            .header("Content-Type", "application/json")
            .build();

    var answer = object(gateway.send(request));

    var token = answer.get("token").getAsString();
    assertThat(answer.get("expiresTime").getAsString()).endsWith("Z");
    assertThat(
            gateway.get("/v1/communities", Map.of("Authorization", "Bearer " + token)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void devToken_saysWhoThereIs_whenAUserIsUnknown() {
    var request =
        HttpRequest.newBuilder(gateway.at("/v1/dev/token"))
            .POST(BodyPublishers.ofString("{\"user\":\"nobody\"}"))
            .header("Content-Type", "application/json")
            .build();

    var answer = gateway.send(request);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(object(answer).getAsJsonObject("error").get("message").getAsString())
        .isEqualTo(
            "The demonstration has no user \"nobody\" (expected one of: cmo, cmo-2, unit, unit-b,"
                + " data, privacy, auditor, admin).");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/communities/{}, 3000, name, 200",
    "/v1/communities/{}, 8000, name, 200",
    "/v1/communities/{}:submit, 3000, name, 200",
    "/v1/communities/{}/members:import, 3000, parent, 200",
    "/v1/communities?filter={}, 5000, filter, 4000",
    "/v1/communities?pageToken={}, 20000, pageToken, 4000"
  })
  void whatIsTooLongInTheAddress_isNamedAndShownShortened(
      String path, int length, String field, String limit) {
    var verb = path.contains(":") ? "POST" : "GET";

    var answer =
        gateway.call(verb, path.replace("{}", "x".repeat(length)), "", "Accept-Language", "vi");

    assertThat(violations(answer)).contains("\"field\":\"" + field + "\"");
    assertThat(object(answer).getAsJsonObject("error").get("message").getAsString())
        .isEqualTo(
            "%s quá dài: \"%s…\" (cần: nhiều nhất %s ký tự)."
                .formatted(field, "x".repeat(60), limit));
  }

  @Test
  void headersThatAreTooLong_areNamed() {
    var answer = gateway.call("GET", "/v1/portfolio", "", "X-Purpose", "p".repeat(3_000));

    assertThat(violations(answer)).contains("\"field\":\"X-Purpose\"").contains("at most 500");
  }

  private static JsonObject object(HttpResponse<String> answer) {
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static String violations(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    var details = object(answer).getAsJsonObject("error").getAsJsonArray("details");
    for (var detail : details) {
      if (detail.getAsJsonObject().get("@type").getAsString().endsWith("google.rpc.BadRequest")) {
        return detail.toString();
      }
    }
    throw new AssertionError("no field is named: " + answer.body());
  }
}
