package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The records of one person side by side. */
class SideBySideTest {
  private static final String RECORDS = "/profiles/p7k2m9/records";

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void records_areColumns_andWhereTheyDifferIsMarked() {
    var page = page("data", RECORDS);

    assertThat(page)
        .contains("sources/crm-sua/records/1042", "sources/web-do-uong/records/u-77")
        .contains("<tr class=\"likeness-OTHER\">", "Hà Nội", "Cần Thơ")
        .contains("<tr class=\"likeness-EQUAL\">", "set right here; its source says 1990")
        .contains("At most one says it", "Kế toán", "Values are masked");
    assertThat(row(page, "Province")).contains("Different");
    assertThat(row(page, "Year of birth")).contains("Alike");
    assertThat(row(page, "Full name")).as("alike, and masked").contains("> Masked<");
    assertThat(row(page, "E-mail")).contains("set right here; its source says l***@x.vn");
  }

  @Test
  void aRecord_canBeSetRight_orSplitOff_byThoseWhoMay() {
    assertThat(page("data", RECORDS + "?purpose=correction"))
        .contains("/correct?record=sources/crm-sua/records/1042&amp;purpose=correction")
        .contains("/split?record=sources/web-do-uong/records/u-77&amp;purpose=correction")
        .contains("aria-label=\"Split sources/web-do-uong/records/u-77 off\"");
    assertThat(gateway.services.header("x-purpose")).contains("correction");
    assertThat(page("privacy", RECORDS)).contains("/correct?").doesNotContain("/split?");
    assertThat(page("cmo", RECORDS)).doesNotContain("/correct?", "/split?", "name=\"purpose\"");
  }

  @Test
  void manyRecords_turnTheirPages_andKeepThePurpose() {
    gateway.plan.profiles.records =
        java.util.stream.IntStream.range(0, 8).mapToObj(n -> "sources/s/records/" + n).toList();

    assertThat(page("data", RECORDS + "?purpose=correction"))
        .contains("Records: 8", "sources/s/records/5", "Page 1 of 2")
        .contains("href=\"" + RECORDS + "?page=2&amp;purpose=correction\"")
        .doesNotContain("sources/s/records/6");
    assertThat(page("data", RECORDS + "?page=2"))
        .contains("sources/s/records/7")
        .doesNotContain("sources/s/records/5");
    gateway.plan.profiles.records = List.of();
    assertThat(page("data", RECORDS)).contains("It has no records.").doesNotContain("<table");
  }

  @Test
  void theProfile_leadsToThem() {
    assertThat(page("data", "/profiles/p7k2m9")).contains("href=\"" + RECORDS + "?");
  }

  @Test
  void theProfile_tellsWhatStewardsDid_andHowToUndoIt() {
    assertThat(page("data", "/profiles/p7k2m9?purpose=correction"))
        .contains("Parted from it:", "hai chị em", "Joined to it:", "Records came from", "minh")
        .contains("/profiles/p7k2m9/merge?with=profiles/q8&amp;purpose=correction")
        .contains(
            "/profiles/p7k2m9/split?record=sources/web-do-uong/records/u-77&amp;purpose=correction");
    assertThat(page("auditor", "/profiles/p7k2m9"))
        .contains("Parted from it:")
        .doesNotContain("/merge?with", "/split?record");
    gateway.plan.history.changes.clear();
    assertThat(page("data", "/profiles/p7k2m9")).contains("No steward has joined anything to it");
  }

  /** What would be parted is what is named, and not all that was joined. */
  @Test
  void theProfile_ofAChangeOfMoreRecordsThanAreNamed_offersNoHalfUndoing() {
    gateway.plan.history.changes.replaceAll(
        change -> change.toBuilder().setRecordCount(120).build());

    assertThat(page("data", "/profiles/p7k2m9"))
        .contains("Joined to it:", ">120<", "Not all of these records are named here")
        .doesNotContain("/split?record=sources/web-do-uong");
  }

  private static String row(String page, String field) {
    int at = page.indexOf(">" + field + "</th>");
    assertThat(at).as(field).isPositive();
    return page.substring(at, page.indexOf("</tr>", at));
  }

  private static String page(String user, String path) {
    var answer = gateway.visit(user, path, "en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }
}
