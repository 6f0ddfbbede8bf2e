package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.profiles.v1.Review;

/** What the data team is asked about pairs of records, and what it says, without scripts. */
class ReviewTest {
  private static final String FIRST = "/reviews/a-b";
  private static final String PROFILE = "/profiles/p7k2m9";

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void theQueue_isFilteredByItsAddress_andTellsHowFarStewardsAgree() {
    var page = page("/reviews?kind=CONTRADICTING&sampled=true&purpose=correction");

    assertThat(gateway.plan.reviews.lastFilter)
        .contains("kind = \"CONTRADICTING\"", "sampled = true", "SECOND_WANTED");
    assertThat(page)
        .contains(
            "href=\"/reviews/a-b?kind=CONTRADICTING&amp;sampled=true&amp;purpose=correction\"")
        .contains("15 (75\u00a0%)")
        .contains("0.47");
    page("/reviews?state=PASSED&kind=nonsense");
    assertThat(gateway.plan.reviews.lastFilter).isEqualTo("state = \"PASSED\"");
  }

  @Test
  void aPair_showsBothRecords_whatDiffers_andWhatWeighsHowMuch() {
    assertThat(page(FIRST))
        .contains("sources/crm-sua/records/1042")
        .contains("class=\"likeness-OTHER\"")
        .contains("Only on the right")
        .contains("Two records at random")
        .contains("-10")
        .contains("All together: 20\u00a0% likely one person.");
  }

  @Test
  void deciding_goesOnToTheNext_fromWhereItCanBeUndone() {
    var decided =
        submit(
            FIRST,
            FIRST + "/decide",
            Map.of(
                "verdict",
                "DIFFERENT",
                "etag",
                "1",
                "note",
                "two sisters",
                "kind",
                "CONTRADICTING"));

    assertThat(decided.statusCode()).isEqualTo(302);
    var next = decided.headers().firstValue("Location").orElseThrow();
    assertThat(next).contains("/reviews/c-d?kind=CONTRADICTING&done=decided&last=reviews/a-b");
    var said = gateway.plan.reviews.stored.get("reviews/a-b");
    assertThat(said.getOpinions(0).getVerdict()).isEqualTo(Review.Verdict.DIFFERENT);
    assertThat(said.getOpinions(0).getNote()).isEqualTo("two sisters");
    var path = next.substring(next.indexOf("/reviews"));
    assertThat(page(path)).contains("action=\"/reviews/a-b/undo\"");

    var undone = submit(path, FIRST + "/undo", Map.of());

    assertThat(undone.headers().firstValue("Location").orElseThrow()).contains("done=undone");
    assertThat(gateway.plan.reviews.stored.get("reviews/a-b").getState())
        .isEqualTo(Review.State.OPEN);
  }

  @Test
  void deciding_theLastOfTheList_goesBackToIt() {
    var wish = Map.of("verdict", "SAME", "etag", "1", "kind", "CONTRADICTING");

    var decided = submit("/reviews/e-f", "/reviews/e-f/decide", wish);

    var next = decided.headers().firstValue("Location").orElseThrow();
    assertThat(next).contains("/reviews?kind=CONTRADICTING&done=last");
    assertThat(page(next.substring(next.indexOf("/reviews"))))
        .contains("That was the last one of this list.")
        .doesNotContain("This is the next pair");
  }

  @Test
  void deciding_whatSomebodyElseHasDecided_isToldOnThePage() {
    var stale = Map.of("verdict", "SAME", "etag", "old", "note", "Giữ lại");

    var answer = submit(FIRST, FIRST + "/decide", stale);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("id=\"refused\"").contains("Giữ lại");
  }

  @Test
  void searching_isAskedFor_withOrWithoutASample() {
    assertThat(submit("/reviews", "/reviews/search", Map.of()).statusCode()).isEqualTo(302);
    submit("/reviews", "/reviews/search", Map.of("sample", "200"));

    assertThat(gateway.plan.reviews.searches).containsExactly(0, 200);
  }

  @Test
  void others_mayReadAndDecideNothing() {
    var page = gateway.visit("auditor", FIRST, "en").body();
    assertThat(page).doesNotContain("name=\"verdict\"").doesNotContain("/undo");
    for (var path : List.of(PROFILE + "/merge", PROFILE + "/split")) {
      assertThat(gateway.visit("cmo", path, "en").statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void merging_showsBothSides_beforeItIsDone() {
    assertThat(page(PROFILE)).contains(PROFILE + "/merge", PROFILE + "/split");
    gateway.plan.profiles.stated = true;
    var preview = page(PROFILE + "/merge?with=profiles/q8");
    assertThat(preview)
        .contains("Nguyễn Thị Lan", "Nguyễn Lan", "likeness-NEAR", "likeness-EQUAL")
        .contains("One profile of 3 records");

    var answer =
        submit(
            PROFILE + "/merge?with=profiles/q8",
            PROFILE + "/merge",
            Map.of("with", "profiles/q8", "reason", "same phone"));

    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/profiles/p7k2m9?done=merged");
    assertThat(page(PROFILE + "?done=merged")).contains("They are one profile now.");
    assertThat(gateway.plan.profiles.merged).containsExactly("profiles/p7k2m9", "profiles/q8");
    var refused =
        submit(
            PROFILE + "/merge?with=profiles/q8", PROFILE + "/merge", Map.of("with", "profiles/q8"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("id=\"refused\"");
  }

  /** Two telephones that are masked alike: the service knows that they are two. */
  @Test
  void merging_whileValuesAreMasked_showsHowTheyStandAllTheSame() {
    assertThat(page(PROFILE + "/merge?with=profiles/q8"))
        .contains("Values are masked", "likeness-LEFT_ONLY")
        .contains("<tr class=\"likeness-OTHER\"><th scope=\"row\">Phone</th>");
  }

  @Test
  void splitting_showsBothHalves_beforeItIsDone() {
    var record = "sources/web-do-uong/records/u-77";
    assertThat(page(PROFILE + "/split")).doesNotContain("id=\"preview\"");
    assertThat(page(PROFILE + "/split?record=" + record))
        .contains("Stays (1 records)", "Another person (1 records)");

    var answer =
        submit(
            PROFILE + "/split?record=" + record,
            PROFILE + "/split",
            Map.of("record", record, "reason", "two sisters", "etag", "1"));

    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?done=split");
    assertThat(page(PROFILE + "?done=split")).contains("The records are apart now");
    assertThat(gateway.plan.profiles.parted).containsExactly(record);
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
}
