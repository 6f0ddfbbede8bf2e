package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.profiles.v1.GoldenRules;

/** How good the profiles are, and the rules by which one of several values counts. */
class QualityTest {
  private static final String RULES = "/golden-rules";

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void quality_tellsFiguresWithTheirIntervals() {
    assertThat(page("/quality"))
        .contains("<b>97\u00a0%</b> (95 % between 92\u00a0% and 99\u00a0%)")
        .contains("12,840")
        .contains("count each of them 1.75 times")
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
