package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.profiles.v1.MatchModel;

/** What the matching has learned, next to what stewards say of it. */
class ModelTest {
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void weights_areBarsOnOneScale_withTheirNumbers() {
    assertThat(page("/model"))
        .contains("Learned", "40,012", "-14.25 bits", "above 50\u00a0%", "between 5\u00a0% and 95")
        .contains("rowspan=\"2\">National id</th>", "<td class=\"num\">18</td>", "0.04\u00a0%")
        .contains("x=\"150.0\" width=\"450.0\"", "x=\"0.0\" width=\"150.0\"", "x1=\"150.0\"")
        .contains("x=\"150.0\" width=\"62.5\"", "x=\"150.0\" width=\"2.0\"")
        .contains("href=\"/model\" aria-current=\"page\"");
  }

  @Test
  void bands_showWhatStewardsSay_oneEachSideOfTheThreshold() {
    assertThat(page("/model"))
        .contains("5\u00a0% to 50\u00a0%", "Keeps apart", "50\u00a0% to 95\u00a0%", "Joins")
        .contains("75\u00a0%", "width=\"450.0\"", "x=\"450.0\" width=\"150.0\"", ">—</td>")
        .contains("asks stewards");
  }

  @Test
  void changes_leadToTheirBeforeAndAfter() {
    assertThat(page("/model"))
        .contains(
            "href=\"/resolutions/resolution-r\"", "15,870", "12,402", "href=\"/resolutions\"");
    gateway.plan.resolutions.stored.clear();
    assertThat(page("/model")).contains("Nothing has been matched anew yet.");
  }

  @Test
  void whereNothingIsLearned_orNotYet_itSaysSo_andShowsNoWeights() {
    gateway.plan.resolutions.stored.clear();
    for (var each :
        Map.of(
                MatchModel.Method.SHARED_KEYS, "That learns nothing",
                MatchModel.Method.SHARED_KEYS_YET, "too few records to learn from yet")
            .entrySet()) {
      gateway.plan.quality.model = MatchModel.newBuilder().setMethod(each.getKey()).build();

      assertThat(page("/model"))
          .contains(each.getValue())
          .doesNotContain("id=\"weights\"", "id=\"bands\"", "<dl");
    }
  }

  @Test
  void matchingAnew_whereNothingIsLearned_isNotOffered() {
    gateway.plan.resolutions.stored.clear();
    assertThat(page("/resolutions")).contains("name=\"reason\"");
    gateway.plan.quality.model =
        MatchModel.newBuilder().setMethod(MatchModel.Method.SHARED_KEYS).build();

    assertThat(page("/resolutions"))
        .contains("That learns nothing")
        .doesNotContain("name=\"reason\"");
  }

  @Test
  void menu_offersIt_toTheDataTeamAlone() {
    assertThat(gateway.visit("data", "/portfolio", "en").body()).contains("href=\"/model\"");
    assertThat(gateway.visit("cmo", "/portfolio", "en").body()).doesNotContain("href=\"/model\"");
    assertThat(gateway.visit("auditor", "/model", "en").statusCode()).isEqualTo(200);
  }

  private static String page(String path) {
    var answer = gateway.visit("data", path, "en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }
}
