package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether promotions make members buy more. */
class PromotionPageTest {
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void promotions_areTold_withHowTheGroupsCameAbout() {
    assertThat(page("cmo", "/communities/me-bim/promotions", "en"))
        .contains("Only observed", "119,500\u00a0VND", "<b>69,500\u00a0VND</b>")
        .contains("(95 % between -1,200\u00a0VND and 140,200\u00a0VND)")
        .contains("Drawn by chance", "href=\"/messages/tet-sale\"", "Fewer than 30")
        .contains(">not known<", "1,204");
    assertThat(page("cmo", "/communities/me-bim/promotions", "vi"))
        .contains("Chỉ quan sát", "Rút ngẫu nhiên");
  }

  @Test
  void promotions_whileNobodyCanTell_areNotKnown() {
    assertThat(page("cmo", "/communities/bep-nha-ta/promotions", "en"))
        .contains("<b>not known</b>", "customer profiles")
        .doesNotContain("Only observed");
  }

  @Test
  void promotions_ofAUnit_areSaidToBeItsOwn_andThoseOfOthersAreNotTold() {
    assertThat(page("cmo", "/communities/me-bim/promotions", "en"))
        .doesNotContain("only what its own sources say", "<td class=\"num\">Not told</td>");
    gateway.plan.promotions.own = true;
    assertThat(page("cmo", "/communities/me-bim/promotions", "en"))
        .contains("only what its own sources say", "119,500")
        .contains("<td class=\"num\">Not told</td>", "Looked at: not known people")
        .contains("Not told: a number of fewer than 30 people");

    gateway.plan.promotions.refused = true;
    assertThat(page("cmo", "/communities/me-bim/promotions", "en"))
        .contains("<b>not known</b>", "told of its own communities only")
        .doesNotContain("Only observed");
  }

  @Test
  void aCommunity_leadsThere() {
    assertThat(page("cmo", "/communities/me-bim", "en"))
        .contains("href=\"/communities/me-bim/promotions\"");
  }

  private static String page(String user, String path, String language) {
    var answer = gateway.visit(user, path, language);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }
}
