package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.profiles.v1.FieldMapping;
import org.masterplan.profiles.v1.Source;
import org.springframework.web.util.HtmlUtils;

/** Registering a source, bringing its files, and trying again what was not taken. */
class LoadTest {
  private static final String LOAD = "/sources/crm-sua/load";
  private static final String REJECTED = "/sources/crm-sua/rejected-rows";
  private static final Pattern SEEN = Pattern.compile("name=\"mapping\" value=\"([^\"]+)\"");
  private static final String MARK = "----one-part-and-the-next";

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void registering_takesWhatIsSaid_andLeadsToTheFirstFile() {
    assertThat(page("data", "/sources")).contains("href=\"/sources/new\"");
    assertThat(page("auditor", "/sources")).doesNotContain("href=\"/sources/new\"");
    var said =
        Map.of(
            "title",
            "POS cũ",
            "source_id",
            "pos-cu",
            "business_unit",
            "businessUnits/sua",
            "purposes",
            "marketing, service",
            "retention_days",
            "730");

    var made = gateway.submit("data", "/sources/new", "/sources/new", said);

    assertThat(location(made)).endsWith("/sources/pos-cu/load?done=registered");
    var source = gateway.plan.sources.sources.get("pos-cu");
    assertThat(source.getTitle()).isEqualTo("POS cũ");
    assertThat(source.getPurposesList()).containsExactly("MARKETING", "SERVICE");
    assertThat(source.getRetentionDays()).isEqualTo(730);
    assertThat(source.getState()).isEqualTo(Source.State.REGISTERED);
    assertThat(page("data", "/sources/pos-cu/load?done=registered"))
        .contains("Bring its first file.", "There is no mapping yet");
  }

  @Test
  void registering_whatIsWrong_isSaidAtItsField_andNothingIsLost() {
    var said = Map.of("title", "POS cũ", "retention_days", "hai năm");

    var refused = gateway.submit("data", "/sources/new", "/sources/new", said);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("href=\"#field-retention_days\"", "id=\"error-retention_days\"")
        .contains("value=\"POS cũ\"", "value=\"hai năm\"");
    assertThat(gateway.visit("cmo", "/sources/new", "en").statusCode()).isEqualTo(404);
  }

  @Test
  void aFile_isLoaded_andFollowed() {
    var started = bring("load", "kh.csv", "Mã KH,Điện thoại\n1,0912\n");

    assertThat(location(started)).endsWith(LOAD + "?operation=c-pull");
    assertThat(gateway.plan.sources.loads.header.getName()).isEqualTo("sources/crm-sua");
    assertThat(gateway.plan.sources.loads.header.getContentType()).isEqualTo("text/csv");
    assertThat(gateway.plan.sources.loads.header.getTotalBytes()).isPositive();
    assertThat(gateway.plan.sources.loads.taken).hasToString("Mã KH,Điện thoại\n1,0912\n");
    assertThat(page("data", LOAD + "?operation=c-pull"))
        .contains("Still running.", "Read: 2,500", "hx-trigger=\"every 2s\"", "value=\"60\"")
        .contains("hx-get=\"" + LOAD + "/progress?operation=c-pull\"");
    assertThat(page("data", LOAD + "/progress?operation=c-pulled"))
        .contains("New: 2,400", "id=\"operation\"")
        .doesNotContain("hx-get", "<main");
  }

  @Test
  void aMapping_isSuggestedFromAFile_andConfirmedAsItWasSeen() {
    gateway.plan.sources.sources.computeIfPresent(
        "crm-sua", (_, source) -> source.toBuilder().clearMapping().build());
    var suggested = bring("suggest", "kh.tsv", "Mã KH\tĐiện thoại\n1\t0912\n");

    assertThat(suggested.statusCode()).as(suggested.body()).isEqualTo(200);
    assertThat(gateway.plan.sources.loads.sample)
        .isEqualTo("text/tab-separated-values Mã KH\tĐiện thoại\n1\t0912\n");
    assertThat(suggested.body())
        .contains("Suggested", "Điện\nthoại", "93\u00a0%", "heading and values", "Ghi chú", "Mã KH")
        .contains("name=\"etag\" value=\"1\"")
        .doesNotContain("id=\"instead\"", "name=\"mapping\"");
    assertThat(gateway.plan.sources.loads.taken).isEmpty();

    var mapping = "/sources/crm-sua/mapping";
    var confirmed =
        gateway.submit("data", LOAD, mapping, Map.of("etag", "1", "reason", "looked at it"));
    assertThat(location(confirmed)).endsWith(LOAD + "?done=confirmed");
    assertThat(gateway.plan.sources.loads.confirmed).isEqualTo("looked at it");
    var stale = gateway.submit("data", LOAD, mapping, Map.of("etag", "0"));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("id=\"refused\"");
  }

  @Test
  void aMappingSuggestedInThePlaceOfAConfirmedOne_isTheOneThatIsConfirmed() {
    var suggested = bring("suggest", "kh.csv", "Mã KH,Điện thoại\n1,0912\n");

    assertThat(suggested.body()).contains("id=\"instead\"", "stays in force until you confirm");
    assertThat(page("data", LOAD)).doesNotContain("id=\"instead\"", "name=\"mapping\"");
    assertThat(inForce().getFieldsOrThrow("phone").getColumn()).isEqualTo("SĐT");
    var seen = SEEN.matcher(suggested.body());
    assertThat(seen.find()).isTrue();
    var sent = HtmlUtils.htmlUnescape(seen.group(1));
    var mapping = "/sources/crm-sua/mapping";
    var confirmed = gateway.submit("data", LOAD, mapping, Map.of("etag", "1", "mapping", sent));

    assertThat(location(confirmed)).endsWith(LOAD + "?done=confirmed");
    assertThat(inForce().getFieldsOrThrow("phone").getColumn()).isEqualTo("Điện\nthoại");
    assertThat(inForce().getIdColumn()).isEqualTo("Mã KH");
    var forged = Map.of("etag", "1", "mapping", "{\"fields\":");
    assertThat(gateway.submit("data", LOAD, mapping, forged).statusCode()).isEqualTo(400);
  }

  private static FieldMapping inForce() {
    return gateway.plan.sources.sources.get("crm-sua").getMapping();
  }

  @Test
  void aFileThatCannotBeRead_isRefusedAtItsField() {
    assertThat(bring("load", "kh.pdf", "x").body())
        .contains("Files of this kind are not read", "href=\"#field-file\"");
    assertThat(bring("load", "kh.csv", "").body()).contains("No file was chosen");
    assertThat(gateway.visit("data", LOAD + "?tooLarge=true", "en").body())
        .contains("larger than 50 MB", "href=\"#field-file\"");
    assertThat(gateway.visit("auditor", LOAD, "en").statusCode()).isEqualTo(404);
    var tooLarge =
        HttpRequest.newBuilder(gateway.at(LOAD))
            .POST(BodyPublishers.ofByteArray(new byte[52 * 1024 * 1024]))
            .header("Cookie", gateway.session("data"))
            .header("Content-Type", "multipart/form-data; boundary=" + MARK);
    assertThat(location(gateway.send(tooLarge.build()))).endsWith(LOAD + "?tooLarge=true#file");
  }

  @Test
  void rejectedRows_areListedWithTheirReason_aPageAtATime() {
    assertThat(page("data", "/sources/crm-sua")).contains("href=\"" + REJECTED + "\"");
    assertThat(page("data", REJECTED + "?purpose=correction"))
        .contains("Rejected rows: 7", "1,017", "Date of birth", "31/02/19**", "Không có ngày này.")
        .contains("ROW_SHORT", "pushed", "operation=c-pulled", "token=more&amp;purpose=correction");
    assertThat(gateway.services.header("x-purpose")).contains("correction");
    assertThat(page("data", REJECTED + "?token=more")).contains("First page");
    assertThat(page("privacy", REJECTED)).contains("1,017").doesNotContain("/replay");
  }

  @Test
  void rejectedRows_areReplayed_once_andWhereThereAreNoneThatIsSaid() {
    var clicks = gateway.submitTwice("data", REJECTED, REJECTED + "/replay", Map.of());

    assertThat(clicks).allMatch(c -> location(c).endsWith(LOAD + "?operation=c-pulled"));
    assertThat(gateway.plan.sources.loads.replays).hasSize(1);
    gateway.plan.sources.loads.clean = true;
    assertThat(page("data", REJECTED))
        .contains("No row is rejected.")
        .doesNotContain("/replay", "First page");
  }

  private static HttpResponse<String> bring(String then, String file, String content) {
    var page = gateway.visit("data", LOAD, "en");
    var body = new StringBuilder();
    GatewayFixture.signed(Map.of("then", then), page)
        .forEach(
            (name, value) ->
                body.append("--" + MARK + "\r\nContent-Disposition: form-data; name=\"" + name)
                    .append("\"\r\n\r\n" + value + "\r\n"));
    body.append("--" + MARK + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(file + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n")
        .append("--" + MARK + "--\r\n");
    return gateway.send(
        HttpRequest.newBuilder(gateway.at(LOAD))
            .POST(BodyPublishers.ofString(body.toString()))
            .header("Accept-Language", "en")
            .header("Cookie", gateway.session("data", page))
            .header("Content-Type", "multipart/form-data; boundary=" + MARK)
            .build());
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
