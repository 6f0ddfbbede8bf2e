package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the privacy officer does for a person who asks, and nobody else. */
class PrivacyTest {
  private static final String PROFILE = "/profiles/p7k2m9";
  private static final String REQUESTS = PROFILE + "/requests";
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void requests_areOfferedToThePrivacyOfficerAlone() {
    assertThat(get(PROFILE, "privacy").body()).contains(REQUESTS);
    assertThat(get(PROFILE, "cmo").body()).doesNotContain(REQUESTS);
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

    var at = "/profiles/erasures/customer-profiles-e1";
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(at);
    assertThat(gateway.plan.privacy.reason).isEqualTo("Yêu cầu 12");
    assertThat(get(at, "privacy").body()).contains("It is under way.");
    gateway.plan.privacy.complete = true;
    assertThat(get(at, "privacy").body())
        .contains("7 holdings were erased")
        .contains("the community register");
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
