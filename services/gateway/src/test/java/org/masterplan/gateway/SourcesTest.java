package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.profiles.v1.Source;

/** The pages of the old databases and of their replacing. */
class SourcesTest {
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void sources_areListedByPages_andFound() {
    var page = page("data", "/sources");
    assertThat(page)
        .contains("href=\"/sources/crm-sua\"", "CRM Sữa", "1,200", "Read-only")
        .contains("href=\"/sources?q=&amp;state=&amp;token=more\"");

    page("data", "/sources?q=s%E1%BB%AFa+%22b%E1%BB%99t&state=LOADED");
    assertThat(gateway.plan.sources.lastFilter)
        .isEqualTo("\"sữa\" AND \"bột\" AND state = \"LOADED\"");
    page("data", "/sources?state=nonsense");
    assertThat(gateway.plan.sources.lastFilter).isEmpty();
    assertThat(gateway.visit("data", "/sources/none", "en").statusCode()).isEqualTo(404);
  }

  @Test
  void board_saysHowManyAreReplaced_andWhatKeepsTheOthers() {
    assertThat(page("data", "/replacement"))
        .contains("3 of 76 are replaced")
        .contains("Chưa có người ký rằng không thiếu dòng nào.")
        .contains("Nothing keeps it: somebody has only to take the step.")
        .contains("href=\"/replacement?state=SHADOW\"");
  }

  @Test
  void reconciling_isSignedOnThePage_orRefusedThere() {
    var at = "/sources/crm-sua";
    assertThat(page("data", at))
        .contains(
            "Rows that the old database counts",
            "Phone",
            "1,100 (92",
            "986",
            "1,018",
            "-12.5 points",
            "730 days");
    assertThat(page("cmo", at)).doesNotContain("Rows that the old database counts");
    var wrong = Map.of("act", "RECONCILE", "etag", "1", "rows", "17", "reason", "Đếm");
    var refused = gateway.submit("data", at, at + "/act", wrong);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("value=\"17\"", "id=\"refused\"");

    var right = Map.of("act", "RECONCILE", "etag", "1", "rows", "1.200", "reason", "Đếm");
    var answer = gateway.submit("data", at, at + "/act", right);

    assertThat(location(answer)).endsWith("/sources/crm-sua?done=source.reconcile");
    assertThat(gateway.plan.sources.lastRows).isEqualTo(1200);
    assertThat(page("data", at + "?done=source.reconcile")).contains("Signed: no row is missing.");
    assertThat(gateway.submit("data", at, at + "/act", wrong).statusCode()).isEqualTo(409);
    assertThat(gateway.submit("data", at, at + "/act", Map.of("act", "FLY")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theOwnersWord_isGivenByItsUnit_orByTheOffice() {
    var at = "/sources/web-do-uong";
    assertThat(page("data", at)).doesNotContain("value=\"SIGN_OFF\"").contains("One step back");
    assertThat(page("cmo", at)).contains("value=\"SIGN_OFF\"").doesNotContain("One step back");
    assertThat(page("cmo", at)).contains("1,210 = 1,200 records + 7 rejected + 3 repeated");

    var word = Map.of("act", "SIGN_OFF", "etag", "1", "reason", "Không ai dùng nữa");
    assertThat(location(gateway.submit("cmo", at, at + "/act", word)))
        .endsWith("?done=source.sign_off");

    assertThat(page("cmo", at)).contains("Không ai dùng nữa").doesNotContain("value=\"SIGN_OFF\"");
    assertThat(page("data", at)).contains("Switch the old database off");
  }

  @Test
  void everyStateOfTheWay_hasItsPage() {
    for (var state : Source.State.values()) {
      if (state != Source.State.UNRECOGNIZED && state.getNumber() > 0) {
        gateway.plan.sources.sources.computeIfPresent(
            "crm-sua", (_, old) -> old.toBuilder().setState(state).build());
        gateway.plan.sources.replacements.computeIfPresent(
            "crm-sua", (_, old) -> old.toBuilder().setState(state).build());
        assertThat(page("data", "/sources/crm-sua")).contains("CRM Sữa");
        assertThat(page("data", "/replacement")).contains("CRM Sữa");
      }
    }
  }

  @Test
  void giveBack_isAFile_andWhatIsRefusedIsAPage() {
    var file = gateway.visit("data", "/sources/web-do-uong/give-back?purpose=give-back", "en");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(file.body()).isEqualTo("record,profile\n1,profiles/p7k2m9\n");
    assertThat(gateway.services.header("x-purpose")).contains("give-back");

    var refused = gateway.visit("data", "/sources/crm-sua/give-back?purpose=give-back", "en");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("<main");
    var noDay = gateway.visit("data", "/sources/web-do-uong/give-back?since=2026-13-01", "en");
    assertThat(noDay.statusCode()).isEqualTo(400);
    assertThat(noDay.body()).contains("since is &quot;2026-13-01&quot;", "YYYY-MM-DD");
  }

  @Test
  void connection_isSaved_orRefusedAtItsField() {
    var at = "/sources/crm-sua/connection";
    assertThat(page("data", "/sources/crm-sua")).contains("href=\"" + at + "\"");
    assertThat(page("data", at))
        .contains("jdbc:postgresql://db.example.com:5432/crm", "photo", "Pull what is new");
    var said =
        new java.util.HashMap<>(Map.of("act", "SAVE", "etag", "1", "url", "jdbc:sqlite:x.db"));
    said.put("table", "");
    var refused = gateway.submit("data", at, at + "/act", said);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("value=\"jdbc:sqlite:x.db\"", "id=\"error-table\"", "name=\"etag\" value=\"1\"");

    said.put("table", "people");
    assertThat(location(gateway.submit("data", at, at + "/act", said)))
        .endsWith("/sources/crm-sua/connection?done=connection.save");
    assertThat(gateway.plan.sources.connections.stored.getUrl()).isEqualTo("jdbc:sqlite:x.db");
    assertThat(gateway.plan.sources.connections.stored.getUser()).isEmpty();
    said.put("url", "jdbc:sqlite:y.db");
    var stale = gateway.submit("data", at, at + "/act", said);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body())
        .contains("value=\"jdbc:sqlite:y.db\"", "<ins>jdbc:sqlite:x.db</ins>")
        .contains("name=\"etag\" value=\"2\"");
  }

  @Test
  void connection_isTried_pulledFrom_andCompared_andSaysHowFarItIs() {
    var at = "/sources/crm-sua/connection";
    assertThat(gateway.submit("data", at, at + "/act", Map.of("act", "TEST")).body())
        .contains("may be gone on from", "left out: it holds bytes");
    var pull = location(gateway.submit("data", at, at + "/act", Map.of("act", "PULL_ALL")));
    assertThat(pull).endsWith(at + "?operation=c-pull");
    assertThat(gateway.plan.sources.connections.all).isTrue();
    assertThat(page("data", at + "?operation=c-pull"))
        .contains("Still running.", "Read: 2,500", "hx-trigger=\"every 2s\"")
        .contains("hx-get=\"" + at + "/progress?operation=c-pull\"");

    assertThat(page("data", at + "/progress?operation=c-pulled"))
        .contains("New: 2,400", "id=\"operation\"")
        .doesNotContain("hx-get", "<main");
    assertThat(location(gateway.submit("data", at, at + "/act", Map.of("act", "COMPARE"))))
        .endsWith("?operation=c-compare");
    assertThat(page("data", at + "?operation=c-compare"))
        .contains("deleted there: 2", "q=sources/crm-sua/records/1042");
    assertThat(gateway.submit("data", at, at + "/act", Map.of("act", "DROP")).statusCode())
        .isEqualTo(404);
  }

  private static String page(String user, String path) {
    var answer = gateway.visit(user, path, "en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
