package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.governance.v1.Collision;
import org.masterplan.governance.v1.Message;

/** The figures of the plan: what they say, what they are made of, and what is not known. */
class FiguresTest {
  private static final Pattern COLUMN = Pattern.compile("<th scope=\"col\"[^>]*>([^<]+)</th>");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z");
  private static final Pattern TILE = Pattern.compile("<li class=\"card\"><a href=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\"");
  private static final Pattern LARGE = Pattern.compile("class=\"v\">([0-9,]+)<");
  private static final Pattern FACT = Pattern.compile("<dd>([0-9,]+)</dd>");
  private static final Pattern NUMBER = Pattern.compile("<td class=\"num\">(.*?)</td>");
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void theCardOfAMessage_tellsPeopleOfAllItsCollisions_notOfTheLargestOne() {
    var other = FakeMessages.PLANNED.get(2);
    var few = Collision.newBuilder().setMessage(other.getName()).setPersons(3).build();
    var path = "/messages?week=2026-11-16";
    assertThat(page(path)).contains("collisions: 1, people: 1,204<", "people in one: 1,204<");

    gateway.plan.messages.more.add(few);
    assertThat(page(path)).contains("collisions: 2, people: 1,204<");
    gateway.plan.messages.persons = 1_300;
    assertThat(page(path)).contains("collisions: 2, people: at least 1,204, at most 1,207<");
    gateway.plan.messages.persons = 1_205;
    assertThat(page(path)).contains("collisions: 2, people: at least 1,204, at most 1,205<");
  }

  @Test
  @Tag("cap-2")
  void cap002_thePortfolio_groupsBySegment_andNamesTheUnitOnlyAsAnAttribute() {
    var page = page("/portfolio");

    assertThat(page.indexOf("name=\"segment\"")).isLessThan(page.indexOf("name=\"unit\""));
    assertThat(page).contains("Mẹ và bé").contains("no living community");
    assertThat(page).contains("declared 325,600 / known 70,564 / active 3,265");
    assertThat(page).contains("observed in 3 of 4 communities");
    assertThat(page).contains("at least 58,000, at most 64,000 customers aboard");
    assertThat(page).contains("As of 21 Nov 2026, 08:00");
  }

  @Test
  @Tag("cap-9")
  void cap009_thePeopleOfTheSources_areTold_withTheirInterval_andThatOfTheInflation() {
    assertThat(page("/portfolio"))
        .contains("<span class=\"v\">12,240</span>")
        .contains("95 % between 11,900 and 12,610, by stewards who looked at a sample")
        .contains("3.27 records for each person (3.17 to 3.36)");
    assertThat(page("/figures/profiles")).contains("<dd>15,870</dd>", "<dd>12,240</dd>");
  }

  @Test
  @Tag("cap-2")
  void cap002_theSegment_isTheFirstColumnOfEveryTableOfCommunities() {
    for (var path : new String[] {"/portfolio", "/figures/active"}) {
      assertThat(COLUMN.matcher(tableOf(page(path))).results().map(m -> m.group(1)).limit(2))
          .as(path)
          .containsExactly("Customer segment", "Community");
    }
    var row = page("/portfolio?q=bim");
    assertThat(row.lastIndexOf(">Mẹ và bé<")).isLessThan(row.indexOf(">Hội Mẹ Bỉm Sữa<"));
  }

  /** The last table of a page: that of its communities. */
  private static String tableOf(String page) {
    return page.substring(page.lastIndexOf("<table>"));
  }

  @Test
  @Tag("cap-41")
  void cap041_thePortfolio_ranksASmallBusyCommunityAboveABigIdleOne() {
    var page = page("/portfolio?sort=active");

    assertThat(page.indexOf("Bếp Nhà Ta")).isLessThan(page.indexOf("Góc Trà Sữa 2019"));
    assertThat(page).doesNotContain("value=\"members\"").doesNotContain("value=\"declared\"");
  }

  @Test
  void thePortfolio_showsOpenDecisionsFirst() {
    var page = page("/portfolio");

    assertThat(page.indexOf(">Nông Trại Xanh<")).isLessThan(page.indexOf(">Góc Trà Sữa 2019<"));
  }

  @Test
  void thePortfolio_countsEveryMessageOfTheNextSevenDays_butNoneThatIsCancelled() {
    var one = FakeMessages.PLANNED.getFirst().toBuilder();
    one.getAudienceBuilder().clear().addCommunities("communities/me-bim");
    gateway.plan.messages.stored.clear();
    for (int i = 0; i < 201; i++) {
      gateway.plan.messages.keep(one.setName("messages/m-" + i).build());
    }
    gateway.plan.messages.keep(
        one.setName("messages/off").setState(Message.State.CANCELLED).build());

    assertThat(page("/portfolio")).contains("201 in 7 days");
    assertIsTheNextSevenDays(gateway.plan.messages.lastFilter);
  }

  private static void assertIsTheNextSevenDays(String filter) {
    var times = MOMENT.matcher(filter).results().map(m -> Instant.parse(m.group())).toList();
    assertThat(times).hasSize(2);
    assertThat(Duration.between(times.getFirst(), times.getLast())).isEqualTo(Duration.ofDays(7));
    var first = times.getFirst().atZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    assertThat(first.toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
    // The day may have ended since the page was asked for.
    assertThat(first.toInstant())
        .isBetween(Instant.now().minus(Duration.ofMinutes(24 * 60 + 10)), Instant.now());
  }

  @Test
  void figures_haveTheirDefinition_andTheirRows() {
    assertThat(page("/figures/active")).contains("that is not zero").contains("Bếp Nhà Ta");
    assertThat(page("/figures/ghost-ships"))
        .contains("Góc Trà Sữa 2019")
        .doesNotContain(">Bếp Nhà Ta<");
    assertThat(get("/figures/nonsense", "en").statusCode()).isEqualTo(404);
    assertThat(get("/communities/nope", "en").body()).doesNotContain("null");
  }

  @Test
  void communitiesWithoutASegment_haveALabelInTheCharts() {
    assertThat(get("/portfolio", "en").body())
        .contains("&quot;Giới trẻ&quot;,&quot;No segment&quot;");
    assertThat(get("/portfolio", "vi").body())
        .contains("&quot;Giới trẻ&quot;,&quot;Chưa có phân khúc&quot;")
        .doesNotContain("&quot;&quot;");
  }

  @Test
  void whatAServiceCouldNotTell_isNotKnown_neverZero() {
    gateway.plan.away.addAll(List.of("abandonment-detection", "message-governance"));
    var page = page("/portfolio");

    assertThat(page).contains("Not shown, because it did not answer: abandonment detection");
    for (var figure : List.of("active participants", "message collisions", "ghost ships")) {
      assertThat(figure(page, figure)).as(figure).isEqualTo("— not known");
    }
    assertThat(figure(page, "waiting for a decision")).isEqualTo("1");
    assertThat(page).contains("communities only").doesNotContain("customers aboard");
    assertThat(page).contains("&quot;look&quot;:&quot;ACTIVE&quot;,&quot;data&quot;:[null,null");
  }

  @Test
  void everyServiceThatIsAway_leavesAPageThatSaysSo() {
    gateway.plan.away.add("customer-profiles");
    assertThat(figure(page("/portfolio"), "customers known")).isEqualTo("— not known");

    gateway.plan.away.add("abandonment-detection");
    assertThat(page("/communities/me-bim")).contains("Not shown, because it did not answer");
  }

  @Test
  void everyTile_opensItsDefinition_andItsRows() {
    var messages = "/messages?week=2026-11-16";
    for (var path : List.of("/portfolio", "/communities/me-bim", messages, "/messages/tet-sale")) {
      var links = TILE.matcher(page(path)).results().map(m -> m.group(1)).toList();
      assertThat(links).as(path).isNotEmpty().allMatch(link -> link.startsWith("/figures/"));
      for (var link : links) {
        assertThat(page(link)).as(link).contains("What it means", "The rows behind it");
      }
    }
  }

  @Test
  void everyTileOfThePlan_isMadeOfTheRowsThatItOpens() {
    for (var path : List.of("/portfolio", "/messages?week=2026-11-16")) {
      for (var tile : tiles(page(path))) {
        var link = found(LINK, tile).getFirst();
        assertThat(number(found(LARGE, tile).getFirst())).as(link).isEqualTo(made(link));
      }
    }
  }

  /** What the rows of that page amount to. */
  private static long made(String link) {
    var page = page(link);
    return switch (link.replaceAll("/figures/|\\?.*", "")) {
      case "active" -> sum(page, 2);
      case "messages" -> sum(page, 0);
      case "profiles" -> number(found(FACT, page).getLast());
      default -> rows(page).size();
    };
  }

  private static long sum(String page, int column) {
    return rows(page).stream().mapToLong(row -> number(found(NUMBER, row).get(column))).sum();
  }

  /** The rows of the last table of that page. */
  private static List<String> rows(String page) {
    var parts = List.of(tableOf(page).split("<tbody>")[1].split("<tr>"));
    return parts.subList(1, parts.size());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group(1)).toList();
  }

  /** A number as it is written; a dash adds nothing. */
  private static long number(String text) {
    var digits = text.replaceAll("<[^>]*>|\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  @Test
  void theRowsOfAFigure_areOnPages() {
    for (int i = 0; i < 60; i++) {
      var name = "messages/m-" + i;
      gateway.plan.messages.keep(FakeMessages.PLANNED.get(1).toBuilder().setName(name).build());
    }

    var decisions = "/figures/decisions?kind=message";
    assertThat(page(decisions)).contains("Waiting: 61 · messages only", "Page 1 of 3");
    assertThat(rows(page(decisions))).hasSize(25);
    assertThat(page(decisions)).contains("href=\"" + decisions + "&amp;page=2\"");
    assertThat(rows(page(decisions + "&page=3"))).hasSize(11);
    assertThat(page("/figures/messages?week=2026-11-16"))
        .contains("Messages: 63", "href=\"/figures/messages?week=2026-11-16&amp;page=2\"");
    assertThat(rows(page("/figures/messages?page=9"))).hasSize(13);
  }

  @Test
  void collisions_areAskedForOnlyWhereTheyAreShown() {
    page("/figures/messages");
    assertThat(gateway.plan.messages.askedForCollisions).isZero();
    page("/figures/collisions");
    assertThat(gateway.plan.messages.askedForCollisions).isEqualTo(3);
  }

  @Test
  void messagesThatCouldNotBeAskedFor_areADash_neverNone() {
    gateway.plan.messages.stored.clear();
    assertThat(rows(page("/portfolio?q=bep")).getFirst()).contains(">none<");
    assertThat(page("/communities/me-bim")).contains("No message is planned for it.");
    gateway.plan.away.add("message-governance");

    assertThat(rows(page("/portfolio?q=bep")).getFirst()).doesNotContain(">none<");
    assertThat(rows(page("/portfolio?q=bep")).getFirst()).contains(">not known<");
    assertThat(page("/communities/me-bim"))
        .contains(">not known<")
        .doesNotContain("No message is planned for it.");
    assertThat(page("/figures/decisions")).contains("Waiting: 1 · communities only");
  }

  @Test
  void theRowsOfAFigure_areThoseThatAreCounted() {
    assertThat(page("/figures/active")).contains("Communities: 3").doesNotContain("Nông Trại Xanh");
    assertThat(page("/figures/known")).contains("Communities: 4", "Nông Trại Xanh");
    assertThat(page("/figures/decisions"))
        .contains("Waiting: 2", "Nông Trại Xanh", "Vitamin C mùa lạnh")
        .doesNotContain("Bếp Nhà Ta");
    assertThat(page("/figures/decisions?kind=message"))
        .contains("Waiting: 1 · messages only", "Vitamin C mùa lạnh")
        .doesNotContain("Nông Trại Xanh");
    assertThat(page("/figures/collisions?week=2026-11-16"))
        .contains("Seven days from 16 Nov 2026", "Pairs: 1", "Vitamin C mùa lạnh", "1,204");
    assertThat(page("/figures/messages"))
        .contains("Messages: 3", "asked 8,400 / granted 6,020 / refused 2,380");
    gateway.plan.away.add("message-governance");
    assertThat(page("/figures/collisions"))
        .contains("it did not answer: message governance")
        .doesNotContain("Pairs: 0");
  }

  @Test
  void theSegmentsOfAChart_areObservedInSoManyOfTheLivingCommunities_asTheHeadlineIs() {
    var rows = page("/portfolio").split("<tbody>")[1].split("<tr>");

    assertThat(rows[1]).contains("Mẹ và bé", "<td class=\"num\">2</td>", "<td>1 of 1</td>");
    assertThat(rows[2]).contains("Người nội trợ", "<td class=\"num\">3</td>", "<td>1 of 2</td>");
    gateway.plan.away.add("abandonment-detection");
    assertThat(page("/portfolio")).contains("<td>— of 2</td>");
  }

  @Test
  void rowsThatAreCut_saySo() {
    for (int i = 0; i < 1000; i++) {
      gateway.plan.communities.with(
          FakePlan.BUSY.toBuilder().setName("communities/c-" + i).build());
    }

    assertThat(page("/figures/known"))
        .contains("Communities: 1,000", "(the first ones only)", "Page 1 of 40");
    assertThat(rows(page("/figures/known?page=40"))).hasSize(25);
  }

  @Test
  void everyCountOfPeople_saysAsOfWhen_andInHowManyCommunitiesAnybodyLooked() {
    var portfolio = page("/portfolio");
    var tiles = tiles(portfolio);

    assertThat(tiles).hasSize(5).allMatch(tile -> tile.contains("As of 21 Nov 2026, 08:00"));
    assertThat(tiles.getLast()).contains("customers aboard", "observed in 3 of 4 communities");
    assertThat(charts(portfolio))
        .hasSize(2)
        .allMatch(c -> c.contains("As of 21 Nov 2026, 08:00"))
        .allMatch(c -> c.contains("observed in 3 of 4 communities"));
    var rows = gateway.visit("cmo", "/portfolio?q=b", "en", "HX-Request", "true").body();
    assertThat(rows).contains("As of ", "observed in 2 of 2 communities");
    assertThat(page("/figures/known")).contains("observed in 3 of 3 communities");
    gateway.plan.away.add("abandonment-detection");
    assertThat(page("/figures/known")).contains("observed in — of 3 communities");
  }

  @Test
  void everyCountOfOneCommunity_saysAsOfWhen_andWhetherAnybodyLooked() {
    var tiles = tiles(page("/communities/me-bim"));

    assertThat(tiles).hasSize(3).allMatch(tile -> tile.contains("As of "));
    assertThat(tiles.getFirst()).contains("observed in this community");
    assertThat(page("/communities/nong-trai-xanh")).doesNotContain("observed in this community");

    for (var path : List.of("/messages", "/messages/tet-sale")) {
      assertThat(tiles(page(path))).as(path).hasSize(3).allMatch(t -> t.contains("As of 21 Nov"));
    }
  }

  private static List<String> tiles(String page) {
    var parts = List.of(page.split("<li class=\"card\">"));
    return parts.subList(1, parts.size()).stream().map(p -> p.split("</li>")[0]).toList();
  }

  private static List<String> charts(String page) {
    var parts = List.of(page.split("data-bars="));
    return parts.subList(1, parts.size()).stream().map(p -> p.split("</section>")[0]).toList();
  }

  /** The large number of the tile with that label, as it is read aloud. */
  private static String figure(String page, String label) {
    var tile = page.substring(0, page.indexOf("class=\"l\">" + label));
    var value = tile.substring(tile.lastIndexOf("class=\"v\">") + 10);
    return value.replaceAll("<[^>]*>?", " ").strip().replaceAll("\\s+", " ");
  }

  private static String page(String path) {
    var answer = get(path, "en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }

  private static HttpResponse<String> get(String path, String language) {
    return gateway.visit("cmo", path, language);
  }
}
