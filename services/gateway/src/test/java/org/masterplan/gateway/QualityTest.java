package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.profiles.v1.GoldenRules;

/** How good the profiles are, and the rules by which one of several values counts. */
class QualityTest {
  private static final String RULES = "/golden-rules";
  private static final String SAMPLE = "/people-sample";

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void quality_tellsFiguresWithTheirIntervals() {
    assertThat(page("/quality"))
        .contains("<b>97\u00a0%</b> (95 % between 92\u00a0% and 99\u00a0%)")
        .contains("12,840")
        .contains("at least 1.75 times")
        .contains("class=\"num shade-5\">800<small>89\u00a0%</small>")
        .contains("class=\"num shade-0\">0<small>0\u00a0%</small>")
        .contains("(95 % between 6\u00a0% and 9\u00a0%)");
  }

  @Test
  void quality_tellsHowManyUnitsTouchAPerson() {
    assertThat(page("/quality"))
        .contains("Looked at: 1,000 of 40,003 people")
        .contains(">3–4</th>", ">5 or more</th>", "(95 % between 10\u00a0% and 14\u00a0%)");
  }

  @Test
  @Tag("cap-9")
  void cap009_theNumberOfPeople_isAtMostThatOfProfiles_untilASampleIsLookedAt_andThenAnInterval() {
    assertThat(page("/quality")).contains("At most 1,200 people").contains("There is no interval");
    assertThat(page("/people-sample")).contains("Nothing has been drawn yet");

    var etag = Map.of("many", "400", "etag", "s0");
    assertThat(gateway.submit("data", SAMPLE, SAMPLE + "/draw", etag).statusCode()).isEqualTo(302);
    assertThat(page(SAMPLE)).contains("name=\"profiles/p7k2m9\"", "name=\"profiles/q8l3n0\"");
    var half = Map.of("profiles/p7k2m9", "1", "profiles/q8l3n0", "some");
    var kept = gateway.submit("data", SAMPLE, SAMPLE, half);
    assertThat(kept.headers().firstValue("Location").orElseThrow()).endsWith("?done=unread");
    assertThat(page(SAMPLE)).doesNotContain("name=\"profiles/p7k2m9\"");
    gateway.submit("data", SAMPLE, SAMPLE, Map.of("profiles/q8l3n0", "0+2"));

    assertThat(gateway.plan.quality.said.get("profiles/q8l3n0").getElsewhereList())
        .containsExactly(0, 2);
    assertThat(page("/quality")).contains("<b>1,010 people</b> (95 % between 985 and 1,044)");
    assertThat(page(SAMPLE)).contains("All of them have been looked at");
  }

  @Test
  void aSampleThatSomebodyElseHasDrawnMeanwhile_isNotGivenUp() {
    var stale = Map.of("many", "400", "etag", "other");

    var refused = gateway.submit("data", SAMPLE, SAMPLE + "/draw", stale);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("id=\"refused\"");
    assertThat(gateway.visit("auditor", SAMPLE, "en").body()).doesNotContain("/people-sample/draw");
  }

  @Test
  void quality_withoutTheService_namesTheGap() {
    gateway.plan.away.add("customer-profiles");

    assertThat(page("/quality")).contains("customer profiles").doesNotContain("12,840");
  }

  @Test
  void rules_showTheirEffect_beforeTheyAreSaved() {
    var wish = Map.of("rule.email", "NEWEST", "then", "preview", "etag", "1");

    var preview = gateway.submit("data", RULES, RULES, wish);

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("Looked at 500 profiles", "41", "n***@y.vn")
        .contains("<option value=\"NEWEST\" selected=\"selected\">")
        .contains("name=\"etag\" value=\"1\"");
    assertThat(gateway.plan.quality.set).isEmpty();
  }

  @Test
  void rules_thatSomebodyElseHasSetMeanwhile_areShown_beforeTheyCanBeReplaced() {
    gateway.plan.quality.setByAnother("phone", GoldenRules.Criterion.TRUSTED);
    var wish = new HashMap<>(Map.of("rule.email", "NEWEST", "then", "preview", "etag", "1"));
    assertThat(gateway.submit("data", RULES, RULES, wish).body())
        .contains("name=\"etag\" value=\"1\"");

    wish.putAll(Map.of("then", "save", "reason", "mail bounces"));
    var stale = gateway.submit("data", RULES, RULES, wish);

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body())
        .contains("<ins>Source that is trusted most</ins>")
        .contains("name=\"etag\" value=\"2\"");
    assertThat(gateway.plan.quality.set).extracting(r -> r.getField()).containsExactly("phone");
    wish.put("etag", "2");
    assertThat(gateway.submit("data", RULES, RULES, wish).statusCode()).isEqualTo(302);
  }

  @Test
  void rules_areSavedWithAReason_andSayWhoSetThem() {
    var wish = Map.of("rule.email", "NEWEST", "rule.phone", "", "then", "save", "etag", "1");
    var refused = gateway.submit("data", RULES, RULES, wish);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("id=\"refused\"");
    assertThat(page(RULES)).contains("Nobody has set a rule yet");

    var sure =
        Map.of("rule.email", "NEWEST", "then", "save", "etag", "1", "reason", "mail bounces");
    var saved = gateway.submit("data", RULES, RULES, sure);

    assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("?done=saved");
    assertThat(gateway.plan.quality.set)
        .containsExactly(
            GoldenRules.FieldRule.newBuilder()
                .setField("email")
                .setFirst(GoldenRules.Criterion.NEWEST)
                .build());
    assertThat(page(RULES)).contains("Set by data at");
  }

  @Test
  void rules_areReadByOthers_whoCannotSetThem() {
    var page = gateway.visit("auditor", RULES, "en").body();

    assertThat(page).contains("disabled").doesNotContain("value=\"save\"");
  }

  private static String page(String path) {
    var answer = gateway.visit("data", path, "en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }
}
