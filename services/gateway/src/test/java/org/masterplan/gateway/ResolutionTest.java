package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.profiles.v1.Resolution;

/** Matching anew from the console: nothing changes before it was looked at. */
class ResolutionTest {
  private static final String LIST = "/resolutions";
  private static final String READY = "/" + FakeResolutions.READY;

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void list_isFilteredByItsAddress_andTurnsItsPages() {
    var page = page(LIST + "?state=READY");

    assertThat(gateway.plan.resolutions.lastFilter).isEqualTo("state = \"READY\"");
    assertThat(page)
        .contains("href=\"/resolutions/resolution-r\"", "15,870", "12,402", "Hai nguồn mới")
        .contains("href=\"/resolutions?state=READY&amp;token=m\"")
        .contains("href=\"/model\" aria-current=\"page\"");
    assertThat(page(LIST + "?state=nonsense&token=m"))
        .contains("First page")
        .doesNotContain(">Next<");
    assertThat(gateway.plan.resolutions.lastFilter).isEmpty();
  }

  @Test
  void list_whereNothingIsLearned_saysSo_andStartingIsToldOnThePage() {
    gateway.plan.resolutions.stored.clear();
    gateway.plan.resolutions.learns = false;
    assertThat(page(LIST))
        .contains("Nothing has been matched anew yet.", "matched by shared keys nothing is learned")
        .doesNotContain("First page");

    var refused = submit(LIST, LIST, Map.of("reason", "hai nguồn mới"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("id=\"refused\"", "hai nguồn mới")
        .contains("Nothing has been matched anew yet.");
  }

  @Test
  void starting_leadsToWhereItCanBeFollowed_andTwiceIsOnce() {
    var clicks = gateway.submitTwice("data", LIST, LIST, Map.of("reason", "two sources came"));

    assertThat(clicks).extracting(HttpResponse::statusCode).containsOnly(302);
    assertThat(gateway.plan.resolutions.stored).hasSize(5);
    var next = location(clicks.getFirst());
    assertThat(page(next.substring(next.indexOf(LIST))))
        .contains("It is being found out.", "two sources came", "hx-trigger=\"every 2s\"");
    assertThat(submit(LIST, LIST, Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void aReadyOne_showsWhatWouldChange_withExamplesOfBoth() {
    assertThat(page(READY))
        .contains("What would change", "40,012", "15,870", "12,402", "5,120", ">31<")
        .contains("width=\"600.0\"", "width=\"468.8")
        .contains("href=\"/profiles/p7k2m9\"", "href=\"/profiles/s3\"", "Records: 12", ", …")
        .contains("q=sources/crm-sua/records/1042")
        .doesNotContain("hx-get=\"/resolutions");
  }

  @Test
  void applying_wantsAReason_andWhatWasSeen() {
    var unreasoned = submit(READY, READY + "/apply", Map.of("etag", "1"));
    assertThat(unreasoned.statusCode()).isEqualTo(400);
    assertThat(unreasoned.body()).contains("href=\"#field-reason\"");
    var stale = submit(READY, READY + "/apply", Map.of("etag", "old", "reason", "đã xem"));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("id=\"refused\"", "value=\"đã xem\"");

    var applied = submit(READY, READY + "/apply", Map.of("etag", "1", "reason", "looked at all"));

    assertThat(location(applied)).endsWith(READY + "?done=applying");
    assertThat(gateway.plan.resolutions.lastReason).isEqualTo("looked at all");
    assertThat(page(READY + "?done=applying"))
        .contains("The profiles are being changed.", "hx-get=\"" + READY + "/progress\"")
        .doesNotContain("/apply\"", "/discard\"");
  }

  @Test
  void discarding_changesNothing() {
    assertThat(page("/resolutions/resolution-p")).contains("/discard\"").doesNotContain("/apply\"");

    var discarded = submit(READY, READY + "/discard", Map.of("etag", "1"));

    assertThat(location(discarded)).endsWith(READY + "?done=discarded");
    assertThat(gateway.plan.resolutions.stored.get(FakeResolutions.READY).getState())
        .isEqualTo(Resolution.State.DISCARDED);
    var again = submit(LIST, READY + "/discard", Map.of("etag", "1"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("id=\"refused\"");
  }

  @Test
  void progress_isAPartOfThePage_thatAsksAgainAsLongAsItRuns() {
    assertThat(page("/resolutions/resolution-a/progress"))
        .contains("id=\"course\"", "hx-trigger=\"every 2s\"")
        .doesNotContain("<main");
    assertThat(page(READY + "/progress"))
        .contains("It waits for somebody to apply or discard it.", "Show all of it")
        .doesNotContain("hx-get", "<main");
  }

  @Test
  void aFailedOne_saysWhy() {
    gateway.plan.privacy.silent = "message-governance";

    assertThat(page("/resolutions/resolution-f"))
        .contains("Its work has failed. Start another one.", "Away: message-governance.")
        .doesNotContain("What would change", "/apply\"");
  }

  @Test
  void others_mayReadAndDecideNothing() {
    var list = gateway.visit("auditor", LIST, "en").body();
    assertThat(list).contains("resolution-r").doesNotContain("name=\"reason\"");
    assertThat(gateway.visit("auditor", READY, "en").body())
        .contains("15,870")
        .doesNotContain("/apply\"", "/discard\"");
    assertThat(gateway.visit("data", "/resolutions/none", "en").statusCode()).isEqualTo(404);
  }

  private static String page(String path) {
    var answer = gateway.visit("data", path, "en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }

  private static HttpResponse<String> submit(String from, String to, Map<String, String> fields) {
    return gateway.submit("data", from, to, fields);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
