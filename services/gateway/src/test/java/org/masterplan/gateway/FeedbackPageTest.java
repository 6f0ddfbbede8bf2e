package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What customers criticise, analyse and suggest. */
class FeedbackPageTest {
  private static final String PAGE = "/feedback";

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void feedback_isListedWithItsType_andWhatItsAuthorIsToUs() {
    assertThat(page("cmo", "en", PAGE))
        .contains("1,204", "Criticism", "Current customers", "Unknown authors")
        .contains(
            "Nắp khó mở &lt;b&gt;quá&lt;/b&gt;", "facebook:ng***", "href=\"/profiles/p7k2m9\"")
        .contains("Hội Mẹ Bỉm Sữa", "token=later");
    assertThat(page("cmo", "vi", PAGE)).contains("Chê", "Khách hàng hiện tại", "Chưa rõ là ai");
  }

  @Test
  void feedback_isFilteredByTypeAndAuthor_andAnUnknownWordMeansAll() {
    page("cmo", "en", PAGE + "?type=ANALYSIS&standing=UNKNOWN_AUTHOR");
    page("cmo", "en", PAGE + "?type=x%22y&standing=z");

    assertThat(gateway.plan.feedback.asked)
        .containsExactly("type = ANALYSIS AND author_standing = UNKNOWN_AUTHOR", "");
  }

  @Test
  void whoseAuthorsAreNotTold_areCountedAltogether_andAskedForByTypeAlone() {
    gateway.plan.feedback.untold = true;

    assertThat(page("cmo", "en", PAGE + "?type=ANALYSIS&standing=UNKNOWN_AUTHOR"))
        .contains("1,204", "Altogether", "facebook:ng***", "perhaps only another unit")
        .doesNotContain("Unknown authors", "Current customers", "/profiles/p7k2m9");
    assertThat(gateway.plan.feedback.asked).containsExactly("type = ANALYSIS");
    assertThat(page("cmo", "vi", PAGE)).contains("Tổng cộng", "chỉ đơn vị khác biết họ");
  }

  @Test
  void authors_areLookedUpPageByPage_byThoseWhoMay() {
    var done = gateway.submit("data", PAGE, PAGE + "/authors", Map.of());

    assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("/feedback?done=all");
    assertThat(gateway.plan.feedback.asked).contains("authors ", "authors second");
    assertThat(page("auditor", "en", PAGE)).doesNotContain("/feedback/authors");
  }

  @Test
  void authors_whileProfilesAreAway_stayAsTheyAre_andThePageSaysSo() {
    gateway.plan.feedback.away = true;

    var refused = gateway.submit("data", PAGE, PAGE + "/authors", Map.of());

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("id=\"refused\"", "1,204");
  }

  private static String page(String user, String language, String path) {
    var answer = gateway.visit(user, path, language);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }
}
