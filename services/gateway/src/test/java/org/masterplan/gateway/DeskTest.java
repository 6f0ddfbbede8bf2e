package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do on pages besides looking: decide, write, rescue, read what they were told. */
class DeskTest {
  private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([^\"]+)\"");
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void notices_ofEveryService_areInOneInbox_newestFirst() {
    var page = page("/notices");

    assertThat(page).contains("Notices: 2, unread: 2").contains("href=\"/messages/vitamin-c\"");
    assertThat(page.indexOf("Vitamin C")).isLessThan(page.indexOf("Hội Mẹ Bỉm"));
    assertThat(page("/notices/unread")).contains("<b>2</b>").doesNotContain("<main");
    var name = "services/message-governance/notices/n-2";
    assertThat(submit("/notices", "/notices/read", Map.of("name", name)).statusCode())
        .isEqualTo(302);
    assertThat(gateway.plan.notices.stored.get(name).getRead()).isTrue();
    assertThat(page("/notices")).contains("unread: 1").doesNotContain("Vitamin C");
    assertThat(page("/notices?all=true")).contains("Notices: 2, unread: 1");
    var foreign = Map.of("name", "services/elsewhere/notices/n");
    assertThat(submit("/notices", "/notices/read", foreign).statusCode()).isEqualTo(302);
  }

  @Test
  void notices_areAllThereAre_byPages() {
    for (int i = 0; i < 232; i++) {
      gateway.plan.notices.keep("community-registry", "m-" + i, "Tin số " + i + ".", "", -i);
    }

    assertThat(page("/notices/unread")).contains("<b>234</b>");
    assertThat(page("/notices"))
        .contains("Notices: 234, unread: 234", "Page 1 of 10", "href=\"/notices?page=2\"")
        .doesNotContain("(the first ones only)");
    var all = new StringBuilder();
    for (int number = 1; number <= 10; number++) {
      all.append(page("/notices?all=true&page=" + number));
    }
    assertThat(all).contains("href=\"/notices?all=true&amp;page=2\"");
    for (int i = 0; i < 232; i++) {
      assertThat(all).contains("Tin số " + i + ".");
    }
  }

  @Test
  void notices_thatAreTooMany_sayThatTheyAreCut() {
    for (int i = 0; i < 1200; i++) {
      gateway.plan.notices.keep("community-registry", "m-" + i, "Tin.", "", -i);
    }

    assertThat(page("/notices/unread")).contains("<b>1,001+</b>");
    assertThat(page("/notices")).contains("(the first ones only)");
  }

  @Test
  void aMessageThatIsSentTwice_isWrittenAndProposedOnce_andBothAreToldSo() {
    var fields = Map.of("title", "Chào xuân", "then", "submit");
    var twice = gateway.submitTwice("cmo", "/messages/new", "/messages", fields);

    assertThat(twice)
        .extracting(answer -> answer.headers().firstValue("Location").orElse(answer.body()))
        .allMatch(location -> location.endsWith("/messages/chao-xuan?done=submit"));
    assertThat(submit("/messages/new", "/messages", fields).statusCode()).isEqualTo(409);
  }

  @Test
  void decisions_areOldestFirst_andTakenInPlace() {
    var page = page("/decisions");
    assertThat(page).contains("Vitamin C mùa lạnh").contains(FakePlan.PROPOSED.getTitle());

    var answer =
        submit(
            "/decisions",
            "/messages/vitamin-c/act",
            Map.of("act", "APPROVE", "etag", "1", "back", "decisions"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/decisions?done=approve");
    assertThat(page("/decisions")).doesNotContain("Vitamin C mùa lạnh");
  }

  @Test
  void decisions_areAllThatWaits_byPages_andSayWhenItWasSubmitted() {
    for (int i = 0; i < 205; i++) {
      gateway.plan.communities.with(
          FakePlan.PROPOSED.toBuilder()
              .setName("communities/waits-" + i)
              .setTitle("Chờ số " + i + ".")
              .setSubmitTime(Timestamps.parseUnchecked("2024-03-05T02:00:00Z"))
              .setUpdateTime(Timestamps.parseUnchecked("2026-09-17T02:00:00Z"))
              .build());
    }

    var page = page("/decisions");
    assertThat(page).contains("Waiting: 207", "Page 1 of 9", "href=\"/decisions?page=2\"");
    assertThat(page.split("class=\"card request\"")).hasSize(1 + 25);
    assertThat(page).contains("Mar 2024").doesNotContain("17 Sep 2026");
    var all = new StringBuilder(page);
    for (int number = 2; number <= 9; number++) {
      all.append(page("/decisions?page=" + number));
    }
    for (int i = 0; i < 205; i++) {
      assertThat(all).containsOnlyOnce(">Chờ số " + i + ".</a>");
    }
  }

  @Test
  void decisions_ofWhatCouldNotBeAsked_areNotToldToBeNone() {
    gateway.plan.away.add("message-governance");
    assertThat(page("/decisions")).contains("Waiting: 1 · communities only");

    gateway.plan.communities.stored.clear();
    assertThat(page("/decisions")).contains("Waiting: 0 · ").doesNotContain("Nothing waits");
    gateway.plan.away.add("community-registry");
    assertThat(page("/decisions")).contains("Waiting: —").doesNotContain("Nothing waits");
    gateway.plan.away.clear();
    gateway.plan.messages.stored.clear();
    assertThat(page("/decisions")).contains("Waiting: 0", "Nothing waits for a decision.");
  }

  @Test
  void decisions_thatAreTooMany_sayThatTheyAreCut() {
    for (int i = 0; i < 1200; i++) {
      gateway.plan.communities.with(
          FakePlan.PROPOSED.toBuilder().setName("communities/waits-" + i).build());
    }

    assertThat(page("/decisions")).contains("(the first ones only)");
  }

  @Test
  void decisions_offerNobodyTheirOwn() {
    gateway.plan.communities.with(FakePlan.PROPOSED.toBuilder().setSubmitter("cmo").build());

    assertThat(page("/decisions"))
        .contains("You submitted it")
        .doesNotContain("action=\"/" + FakePlan.PROPOSED.getName() + "/act\"");
  }

  @Test
  void whatLivedBeforeThePlan_isSubmitted_andDecidedUpon_whileItLives() {
    assertThat(page("/communities/me-bim")).contains("value=\"SUBMIT\"");
    assertThat(page("/decisions")).doesNotContain("Hội Mẹ Bỉm Sữa");
    var adopted = gateway.plan.communities.stored.get("communities/me-bim");
    gateway.plan.communities.with(adopted.toBuilder().setSubmitter("unit").build());

    assertThat(page("/communities/me-bim"))
        .contains("value=\"APPROVE\"", "value=\"RETURN\"")
        .doesNotContain("value=\"SUBMIT\"");
    assertThat(page("/decisions")).contains("Hội Mẹ Bỉm Sữa");
  }

  @Test
  void ghostShips_sayWhy_andWhoIsAboard() {
    assertThat(page("/ghost-ships"))
        .contains("Góc Trà Sữa 2019")
        .contains("Silent for 412 days")
        .contains("87,300")
        .contains("61,204")
        .contains("Giới trẻ: 61,204")
        .contains("Hùng Vũ")
        .contains("93\u00a0% (between 84\u00a0% and 98\u00a0%)")
        .contains("href=\"/rescueCases/r-1\"")
        .contains("due 1 Dec 2026");
  }

  @Test
  void aRescueCase_isTaken_notedAndClosed() {
    var at = "/rescueCases/r-1";
    var start = Map.of("act", "START", "etag", "1", "assignee", "employees/e-001");
    assertThat(submit(at, at + "/act", start).statusCode()).isEqualTo(302);
    var note = Map.of("act", "NOTE", "etag", "2", "text", "Đã gọi người điều hành cũ");
    assertThat(submit(at, at + "/act", note).statusCode()).isEqualTo(302);
    assertThat(page(at)).contains("Đã gọi người điều hành cũ").contains("Lan Phạm");
    var empty = submit(at, at + "/act", Map.of("act", "CLOSE", "etag", "3", "outcome", "REVIVED"));
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("id=\"error-reason\"");
    var close =
        Map.of("act", "CLOSE", "etag", "3", "outcome", "HANDED_OVER", "reason", "Minh nhận");
    assertThat(submit(at, at + "/act", close).statusCode()).isEqualTo(302);
    assertThat(page(at)).contains("Another owner or unit took it").doesNotContain("name=\"act\"");
    var stale = submit(at, at + "/act", note);
    assertThat(stale.statusCode()).isEqualTo(409);
  }

  @Test
  void writingAMessage_storesWhatTheFormSays_andProposesIt() {
    var fields = new HashMap<String, String>();
    fields.put("title", "Chào năm mới");
    fields.put("business_unit", "businessUnits/sua");
    fields.put("message_class", "PROMOTION");
    fields.put("channel", "ZALO");
    fields.put("communities", "communities/me-bim");
    fields.put("planned_time", "2026-12-31T09:30");
    fields.put("text", "[QC] Chào");
    fields.put("product_line", "productLines/sua-chua");
    fields.put("price", "59.000");
    fields.put("hold_out_percent", "20");
    fields.put("then", "submit");

    var answer = submit("/messages/new", "/messages", fields);

    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/messages/chao-nam-moi?done=submit");
    var stored = gateway.plan.messages.stored.get("messages/chao-nam-moi");
    assertThat(stored.getState().name()).isEqualTo("PROPOSED");
    assertThat(stored.getAudience().getCommunitiesList()).containsExactly("communities/me-bim");
    assertThat(stored.getPlannedTime().getSeconds())
        .isEqualTo(java.time.Instant.parse("2026-12-31T02:30:00Z").getEpochSecond());
    assertThat(stored.getOffer().getPrice().getUnits()).isEqualTo(59_000);
    assertThat(stored.getOffer().getPrice().getCurrencyCode()).isEqualTo("VND");
    assertThat(stored.getAudience().getHoldOutPercent()).isEqualTo(20);
  }

  @Test
  void writingAMessage_saysWhatIsWrong_atItsField_andKeepsTheRest() {
    var answer =
        submit(
            "/messages/new",
            "/messages",
            Map.of(
                "title", "Chào",
                "planned_time", "mai",
                "price", "rẻ",
                "hold_out_percent", "51",
                "text", "Giữ lại"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("id=\"error-planned_time\"")
        .contains("id=\"error-price\"")
        .contains("id=\"error-hold_out_percent\"")
        .contains("Giữ lại");

    var refused =
        submit(
            "/messages/new",
            "/messages",
            Map.of("title", "Chào", "text", "Một nội dung dài hơn hai mươi chữ"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("id=\"error-topic\"").contains("href=\"#field-topic\"");
  }

  @Test
  void changingAMessage_thatSomebodyElseChanged_showsTheDifference() {
    var at = "/messages/cong-thuc";
    var read = read(page(at + "/edit"));
    var before = gateway.plan.messages.stored.get("messages/cong-thuc");
    gateway.plan.messages.keep(before.toBuilder().setTitle("Bánh mới").setEtag("2").build());
    var fields = new HashMap<String, String>();
    fields.put("read", read);
    fields.put("title", before.getTitle());
    fields.put("business_unit", before.getBusinessUnit());
    fields.put("message_class", "PROMOTION");
    fields.put("channel", "ZALO");
    fields.put("segments", "segments/me-va-be");
    fields.put("communities", "communities/me-bim");
    fields.put("planned_time", "2026-11-20T10:00");
    fields.put("text", "Chữ của tôi");

    var answer = submit(at + "/edit", at + "/edit", fields);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("<ins>Bánh mới</ins>").contains("Chữ của tôi");
    fields.put("read", read(answer.body()));
    fields.put("title", "Bánh mới");
    assertThat(submit(at + "/edit", at + "/edit", fields).statusCode()).isEqualTo(302);
    var stored = gateway.plan.messages.stored.get("messages/cong-thuc");
    assertThat(stored.getText()).isEqualTo("Chữ của tôi");
    assertThat(stored.getTitle()).isEqualTo("Bánh mới");
  }

  @Test
  void aMessage_saysWhomItReaches_andWhyOthersAreLeftOut() {
    assertThat(page("/messages/vitamin-c"))
        .contains("6,020")
        .contains("No consent to promotion on this channel.")
        .contains("Promotion must begin with [QC].")
        .contains("href=\"/profiles/p7k2m9\"");
  }

  @Test
  void aProfile_saysWhatThePersonIsWorth_andHowCloseTheyAre() {
    assertThat(page("/profiles/p7k2m9"))
        .contains("<b>1,250,000\u00a0VND</b>", "spent in the last 12 months")
        .contains("orders that count: 3; that do not: 1", "<b>80\u00a0%</b>")
        .contains("lan.n•••", "Facebook", ">62\u00a0%<");
    assertThat(get("/profiles/p7k2m9", "vi").body())
        .contains("<b>1.250.000\u00a0VND</b>", "Mức gắn bó");
  }

  @Test
  void aProfile_saysWhoOfUsTouchedThePerson() {
    assertThat(page("/profiles/p7k2m9"))
        .contains("<b>Units: 2, communities: 1, voices: 3</b>")
        .contains("businessUnits/nowhere", "Bếp Nhà Ta", "nobody says whose they were: 4");
    assertThat(get("/profiles/p7k2m9", "vi").body())
        .contains("<b>Đơn vị kinh doanh: 2, cộng đồng: 1, tiếng nói: 3</b>");
    gateway.plan.touches.own = true;
    assertThat(page("/profiles/p7k2m9")).contains("only its own touches are told");
    gateway.plan.touches.own = false;
    var other = page("/profiles/q8");
    assertThat(other).doesNotContain("only its own touches are told");
    var touched = other.substring(other.indexOf("id=\"touched\""), other.indexOf("id=\"worth\""));
    assertThat(touched).contains("<b>not known</b>").doesNotContain("Units:");
    assertThat(other).contains("message governance");
  }

  @Test
  void seats_toAUnit_areSaidToBeOfItsOwnCommunities() {
    assertThat(page("/profiles/p7k2m9")).doesNotContain("only its own communities are told");
    gateway.plan.touches.own = true;

    assertThat(page("/profiles/p7k2m9")).contains("only its own communities are told");
    assertThat(get("/profiles/p7k2m9", "vi").body())
        .contains("chỉ thấy các cộng đồng của chính đơn vị đó");
  }

  @Test
  void whileNobodyCanTellWherePeopleSit_thePageSaysSo_andNotThatTheySitNowhere() {
    assertThat(page("/profiles/q8"))
        .contains("In no community.")
        .doesNotContain("the community register");
    gateway.plan.profiles.registryAway = true;

    assertThat(page("/profiles/q8"))
        .contains("In which communities is not known.", "the community register")
        .contains("because it did not answer")
        .doesNotContain("In no community.");
  }

  @Test
  void whatNobodyKnowsOfAProfile_isNotKnown_andNever0() {
    var page = page("/profiles/q8");
    var worth = page.substring(page.indexOf("id=\"worth\""), page.indexOf("id=\"records\""));

    assertThat(worth).contains("<b>not known</b>", "no rule is stated").doesNotContain("0");
    assertThat(worth.split("<b>not known</b>", -1)).hasSize(5);
  }

  @Test
  void whatAPersonDid_toAUnit_isSaidToBeWhatItsOwnSourcesBrought() {
    assertThat(page("/profiles/p7k2m9")).doesNotContain("only what its own sources brought");
    gateway.plan.dealings.own = true;

    assertThat(page("/profiles/p7k2m9")).contains("only what its own sources brought");
    assertThat(get("/profiles/p7k2m9", "vi").body())
        .contains("chỉ tính những gì nguồn dữ liệu của chính đơn vị đó mang lại");
  }

  @Test
  void whileNobodyCanTellWhoseCommunitiesAre_theOtherThingsAPersonDidAreTold() {
    assertThat(page("/profiles/p7k2m9")).doesNotContain("because it did not answer");
    gateway.plan.dealings.away = true;

    assertThat(page("/profiles/p7k2m9"))
        .contains("because it did not answer", "the community register", "1,250,000")
        .doesNotContain("Nothing is known of what this person did");
  }

  private static String page(String path) {
    var answer = get(path, "en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }

  private static HttpResponse<String> get(String path, String language, String... more) {
    return gateway.visit("cmo", path, language, more);
  }

  private static HttpResponse<String> submit(String from, String to, Map<String, String> fields) {
    return gateway.submit("cmo", from, to, fields);
  }

  private static String read(String page) {
    var found = READ.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
