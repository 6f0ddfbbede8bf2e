package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the privacy officer does for a person who asks, and nobody else. */
class PrivacyTest {
  private static final String PROFILE = "/profiles/p7k2m9";
  private static final String REQUESTS = PROFILE + "/requests";
  @TempDir static Path folder;
  static GatewayFixture gateway;

  @BeforeAll
  static void start() {
    gateway = GatewayFixture.demo(folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void again() {
    gateway.plan.reset();
  }

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
    var cookie = "masterplan_session=" + gateway.token(user);
    var answer = gateway.get(path, Map.of("Cookie", cookie, "Accept-Language", "en"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer;
  }

  private static HttpResponse<String> submit(String to, Map<String, String> fields) {
    var page = get(REQUESTS, "privacy");
    var sent = new HashMap<>(fields);
    sent.put("_csrf", GatewayFixture.csrf(page));
    var session = "; masterplan_session=" + gateway.token("privacy");
    return gateway.post(to, sent, GatewayFixture.cookies(page) + session);
  }
}
