package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.profiles.v1.CorrectRecordRequest;

/** Setting a record right. */
class CorrectTest {
  private static final String PAGE =
      "/profiles/p7k2m9/correct?record=sources/web-do-uong/records/u-77";
  private static final String TO = "/profiles/p7k2m9/correct";

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void correct_showsWhatCounts_besideWhatTheSourceSays() {
    var page = gateway.visit("data", PAGE, "en").body();

    assertThat(page)
        .contains("<td>1991</td>", "1990", "<td>—</td>", "l***@x.vn", "the same")
        .contains("name=\"version\" value=\"2\"")
        .doesNotContain("??");
  }

  @Test
  void correct_ofOneField_isAskedForWithTheVersionThatWasSeen() {
    var done = gateway.submit("data", PAGE, TO, wish("email", "lan@x.vn"));

    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(done.headers().firstValue("location").orElse(""))
        .endsWith("/profiles/p7k2m9?done=corrected");
    var asked = gateway.plan.sources.corrected.getFirst();
    assertThat(asked.getName()).isEqualTo("sources/web-do-uong/records/u-77");
    assertThat(asked.getVersion()).isEqualTo(2);
    assertThat(asked.getValuesMap()).isEqualTo(Map.of("email", "lan@x.vn"));
    assertThat(asked.getReason()).isEqualTo("asked by phone");
  }

  @Test
  void correct_ofAPartOfTheName_isAskedForWithTheFullName_ifThatIsWritten() {
    var both = wish("surname", "Trần");
    both.put("fullName", " Trần Thị Lan ");
    gateway.submit("data", PAGE, TO, both);
    var alone = wish("givenName", "Lan");
    alone.put("fullName", " ");
    gateway.submit("data", PAGE, TO, alone);
    var other = wish("email", "lan@x.vn");
    other.put("fullName", "Trần Thị Lan");
    gateway.submit("data", PAGE, TO, other);

    assertThat(gateway.plan.sources.corrected)
        .extracting(CorrectRecordRequest::getValuesMap)
        .containsExactly(
            Map.of("surname", "Trần", "fullName", "Trần Thị Lan"),
            Map.of("givenName", "Lan"),
            Map.of("email", "lan@x.vn"));
  }

  @Test
  void correct_offersTheFullNameWithAPart_whereTheRecordHasOne() {
    assertThat(gateway.visit("data", PAGE, "en").body())
        .contains("<option class=\"part\" value=\"surname\">", "<option value=\"phone\">")
        .contains("name=\"fullName\"", "Full name as well");
    assertThat(gateway.visit("data", PAGE, "vi").body()).contains("Họ và tên kèm theo");
    assertThat(gateway.visit("data", PAGE.replace("u-77", "nameless"), "en").body())
        .contains("<option value=\"surname\">")
        .doesNotContain("name=\"fullName\"");
  }

  @Test
  void correct_thatIsRefused_keepsWhatWasWritten_andSaysWhy() {
    var wish = wish("phone", "12");
    wish.put("fullName", "Trần Thị Lan");
    var refused = gateway.submit("data", PAGE, TO, wish);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("value=\"12\"", "value=\"Trần Thị Lan\"", "asked by phone")
        .contains("<option value=\"phone\" selected=\"selected\">");
    assertThat(gateway.plan.sources.corrected).isEmpty();
  }

  @Test
  void correct_isNothingForWhoMayNot() {
    assertThat(gateway.visit("cmo", PAGE, "en").statusCode()).isEqualTo(404);
    assertThat(gateway.visit("cmo", "/profiles/p7k2m9", "en").body()).doesNotContain("/correct");
    assertThat(gateway.visit("data", "/profiles/p7k2m9", "en").body()).contains("/correct?record=");
  }

  private static HashMap<String, String> wish(String field, String value) {
    var wish = new HashMap<String, String>();
    wish.put("record", "sources/web-do-uong/records/u-77");
    wish.put("version", "2");
    wish.put("field", field);
    wish.put("value", value);
    wish.put("reason", "asked by phone");
    return wish;
  }
}
