package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the privacy officer does for a person who asks, and nobody else. */
class PrivacyTest {
  private static final String PROFILE = "/profiles/p7k2m9";
  private static final String REQUESTS = PROFILE + "/requests";
  private static final String ERASURE = "/profiles/erasures/profiles-e1";
  private static final Pattern REQUEST =
      Pattern.compile("type=\"hidden\" name=\"request\" value=\"([0-9a-f-]{36})\"");

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void requests_areOfferedToThePrivacyOfficerAlone() {
    assertThat(get(PROFILE, "privacy").body()).contains(REQUESTS);
    assertThat(get(PROFILE, "cmo").body()).doesNotContain(REQUESTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmo", "unit", "data", "auditor", "admin"})
  void others_findNothingHere(String user) {
    for (var path : List.of(REQUESTS, ERASURE)) {
      assertThat(gateway.visit(user, path, "en").statusCode()).as(path).isEqualTo(404);
    }
    var sure = Map.of("reason", "Yêu cầu 12", "confirmed", "true");
    var answer = gateway.submit(user, PROFILE, PROFILE + "/erase", sure);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(gateway.plan.privacy.erasures).isEmpty();
  }

  @Test
  void theAccessPackage_isAFile_andCarriesThePurpose() {
    var answer = submit(PROFILE + "/package", Map.of("purpose", "customer-request"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"p7k2m9.json\"");
    assertThat(gateway.services.header("x-purpose")).contains("customer-request");
    var held = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(held.get("profile").getAsString()).isEqualTo("profiles/p7k2m9");
    assertThat(held.getAsJsonArray("parts")).hasSize(1);
  }

  @Test
  void theAccessPackage_isADocumentToRead_ifThatIsAskedFor() {
    var asked = Map.of("purpose", "customer-request", "as", "pdf");
    var answer = submit(PROFILE + "/package", asked);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"p7k2m9.pdf\"");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.body()).startsWith("%PDF-");
    assertThat(gateway.services.header("x-purpose")).contains("customer-request");
  }

  @Test
  void theAccessPackage_isWhole_unlessAPartOfItIsAskedFor() {
    gateway.plan.privacy.silent = "social-listening";
    var purpose = Map.of("purpose", "customer-request");
    assertThat(submit(PROFILE + "/package", purpose).statusCode()).isEqualTo(503);

    var partial = Map.of("purpose", "customer-request", "partial", "true");
    var answer = submit(PROFILE + "/package", partial);
    assertThat(answer.statusCode()).isEqualTo(200);
    var missing = JsonParser.parseString(answer.body()).getAsJsonObject().get("missing");
    assertThat(missing.getAsJsonArray()).hasToString("[\"social-listening\"]");
  }

  @Test
  void erasing_needsAReasonAndAConfirmation() {
    var unsure = submit(PROFILE + "/erase", Map.of("reason", "Yêu cầu 12"));
    assertThat(unsure.statusCode()).isEqualTo(400);
    assertThat(unsure.body()).contains("id=\"error-confirmed\"").contains("Yêu cầu 12");
    var mute = submit(PROFILE + "/erase", Map.of("reason", " ", "confirmed", "true"));
    assertThat(mute.statusCode()).isEqualTo(400);
    assertThat(mute.body()).contains("id=\"error-reason\"");
    assertThat(gateway.plan.privacy.reason).isEmpty();
  }

  @Test
  void erasing_leadsToHowFarItIs() {
    var sure = Map.of("reason", "Yêu cầu 12", "confirmed", "true");
    var answer = submit(PROFILE + "/erase", sure);

    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(ERASURE);
    assertThat(gateway.plan.privacy.reason).isEqualTo("Yêu cầu 12");
    assertThat(get(ERASURE, "privacy").body()).contains("It is under way.");
    gateway.plan.privacy.complete = true;
    assertThat(get(ERASURE, "privacy").body())
        .contains("7 holdings were erased")
        .contains("the community register");
  }

  @Test
  void erasing_byADoubleClick_isOneErasure() {
    var page = get(REQUESTS, "privacy");
    var form = REQUEST.matcher(page.body()).results().map(m -> m.group(1)).toList();
    assertThat(form).hasSize(1);
    var sure = Map.of("reason", "Yêu cầu 12", "confirmed", "true", "request", form.getFirst());
    for (int click = 0; click < 2; click++) {
      var session = gateway.session("privacy", page);
      var answer = gateway.post(PROFILE + "/erase", GatewayFixture.signed(sure, page), session);
      assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(ERASURE);
    }

    assertThat(gateway.plan.privacy.erasures).hasSize(1).containsOnlyKeys(form.getFirst());
    assertThat(get(REQUESTS, "privacy").body()).doesNotContain(form.getFirst());
  }

  @Test
  void anErasureThatFailed_saysWhy_andThatItGoesOn() {
    gateway.plan.privacy.silent = "social-listening";

    assertThat(get(ERASURE, "privacy").body())
        .contains("Away: social-listening. It goes on by itself", "Look again")
        .doesNotContain("It is under way.", "Done:");
  }

  @Test
  void vietnamesePages_haveNoMissingWord() {
    assertVietnamese(REQUESTS);
    assertVietnamese(ERASURE);
    gateway.plan.privacy.complete = true;
    assertVietnamese(ERASURE);
    gateway.plan.privacy.silent = "social-listening";
    assertVietnamese(ERASURE);
  }

  private static void assertVietnamese(String path) {
    var answer = gateway.visit("privacy", path, "vi");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.body()).as(path).contains("lang=\"vi\"").doesNotContain("??");
    assertThat(new EnglishWords().in(answer.body())).as(path).isEmpty();
  }

  private static HttpResponse<String> get(String path, String user) {
    var answer = gateway.visit(user, path, "en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer;
  }

  private static HttpResponse<String> submit(String to, Map<String, String> fields) {
    return gateway.submit("privacy", REQUESTS, to, fields);
  }
}
