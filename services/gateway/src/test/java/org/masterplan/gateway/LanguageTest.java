package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a page is in, and what is kept of the choice. */
class LanguageTest {
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @ParameterizedTest
  @ValueSource(strings = {"xx", "qq", "e", "und", "english", "fr", "de", "ja", "zh", "-", "%20"})
  void aLanguageWithoutWords_isNoChoice(String language) {
    var answer = gateway.visit("cmo", "/portfolio?lang=" + language, "vi");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<html lang=\"vi\"").doesNotContain("??");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("masterplan_language"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "e", "und", "english", "fr", "zh", "-", "vi_x!"})
  void aCookieThatNamesNoLanguageOfOurs_isNoChoice(String kept) {
    var cookies = "masterplan_language=" + kept + "; " + gateway.session("cmo");
    var answer = gateway.get("/portfolio", Map.of("Cookie", cookies, "Accept-Language", "vi"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<html lang=\"vi\"").doesNotContain("??");
  }

  @Test
  void aLanguageWithWords_isKept() {
    var answer = gateway.visit("cmo", "/portfolio?lang=en", "vi");

    assertThat(answer.body()).contains("<html lang=\"en\"");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("masterplan_language=en;"));
  }

  @Test
  void aProfile_saysInWordsWhyAValueWasChosen_andTheSex() {
    assertThat(gateway.visit("cmo", "/profiles/p7k2m9", "en").body())
        .contains(">said most often<", "<b>female</b>", ">male<")
        .doesNotContain("SUPPORTED", "MALE");
    assertThat(gateway.visit("cmo", "/profiles/p7k2m9", "vi").body())
        .contains(">được nói nhiều nhất<", "<b>nữ</b>", ">nam<")
        .doesNotContain("SUPPORTED", "MALE");
  }

  @Test
  void aSource_saysInWordsWhatItIsFor_andWhatItMayBeHeldFor() {
    var at = "/sources/crm-sua";
    assertThat(gateway.visit("data", at, "en").body())
        .contains(">Promotion, FUN-FAIR<", ">Consent<")
        .doesNotContain("MARKETING", "CONSENT");
    assertThat(gateway.visit("data", at, "vi").body())
        .contains(">Quảng bá, FUN-FAIR<", ">Sự đồng thuận<")
        .doesNotContain("MARKETING", "CONSENT");
  }

  @Test
  void aColumnWithoutAName_isCalledByItsNumber_inTheReadersLanguage() {
    var at = "/sources/crm-sua/rejected-rows";
    assertThat(gateway.visit("data", at, "en").body()).contains(">column 5<");
    assertThat(gateway.visit("data", at, "vi").body())
        .contains(">cột 5<")
        .doesNotContain("column 5");
  }

  @Test
  void theChanceOfAbandonment_isOfAllTheDaysToCome() {
    assertThat(gateway.visit("cmo", "/communities/me-bim", "en").body())
        .contains("stays abandoned for the next 365 days: 31")
        .doesNotContain("within a year");
    assertThat(gateway.visit("cmo", "/ghost-ships", "vi").body())
        .contains("Bị bỏ rơi suốt 365 ngày tới");
  }
}
