package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.masterplan.gateway.issuer.FirstAdministrator;

/** The pages, read as a browser without scripts would. */
class ConsoleTest {
  private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([^\"]+)\"");

  /** Every page that is there without asking for anything else. */
  private static final List<String> PAGES =
      List.of(
          "/portfolio",
          "/start",
          "/communities/me-bim",
          "/communities/me-bim/edit",
          "/communities/new",
          "/profiles?q=lan",
          "/profiles/p7k2m9",
          "/messages",
          "/messages?view=list",
          "/messages/tet-sale",
          "/messages/new",
          "/messages/cong-thuc",
          "/messages/cong-thuc/edit",
          "/figures/active",
          "/figures/known",
          "/figures/declared",
          "/figures/profiles",
          "/figures/decisions",
          "/figures/messages",
          "/figures/collisions",
          "/figures/ghost-ships",
          "/decisions",
          "/ghost-ships",
          "/feedback",
          "/communities/me-bim/promotions",
          "/rescueCases/r-1",
          "/notices",
          "/notices?all=true",
          "/docs");

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @Test
  void thePortfolio_filtersFoldingCaseAndMarks() {
    var page = page("/portfolio?q=bim");

    assertThat(page)
        .contains("Communities: 1")
        .contains("Hội Mẹ Bỉm Sữa")
        .doesNotContain(">Bếp Nhà Ta<");
  }

  @Test
  void thePortfolio_answersOnlyItsRows_whenAsked() {
    var page = get("/portfolio?q=bim", "en", "HX-Request", "true").body();

    assertThat(page).startsWith("<div id=\"rows\"").doesNotContain("<html");
  }

  @Test
  void anEmptyPlan_showsAChecklist_notEmptyCharts() {
    gateway.plan.communities.stored.clear();

    var page = page("/portfolio");

    assertThat(page).contains("The plan is empty").contains("Register a community");
    assertThat(page).doesNotContain("data-bars");
  }

  @Test
  void everyPage_saysThatPeopleAreSynthetic_inTheDemonstration() {
    var paths = new ArrayList<>(PAGES);
    paths.addAll(List.of("/communities/nope", "/nowhere", "/figures/nonsense", "/sign-in"));
    for (var path : paths) {
      assertThat(get(path, "en", "Accept", "text/html").body())
          .as(path)
          .contains("Every person here is synthetic");
    }
  }

  @Test
  void aPageOfAServiceThatRefused_hasTheSameFrameAsAnyOther() {
    var refused = get("/communities/nope", "en");
    gateway.plan.away.add("community-registry");
    var away = get("/communities/me-bim?done=edit", "en");
    var nowhere = get("/nowhere", "en", "Accept", "text/html");

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).contains("href=\"/communities/nope?lang=vi\"");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).contains("href=\"/communities/me-bim?done=edit&amp;lang=vi\"");
    assertThat(nowhere.body()).contains("href=\"/nowhere?lang=vi\"");
    for (var page : List.of(refused, away, nowhere)) {
      assertThat(page.body())
          .contains("action=\"/sign-out\"", "href=\"/messages\"", "CMO office", "Times are those");
    }
  }

  @Test
  void everyPage_showsTheProgressOfALoad() throws Exception {
    Files.writeString(
        gateway.progressFile(),
        "{\"step\":\"sources\",\"done\":19,\"total\":76,\"finished\":false}");

    assertThat(page("/profiles"))
        .contains("customer databases")
        .contains("19 of 76")
        .contains("value=\"25\"", "hx-get=\"/progress\"");
    assertThat(gateway.get("/sign-in", Map.of()).body())
        .contains("value=\"25\"")
        .doesNotContain("hx-get=\"/progress\"");

    Files.writeString(gateway.progressFile(), "{\"finished\":true}");
    assertThat(page("/profiles")).doesNotContain("<progress");
  }

  @Test
  void aCommunity_showsHealthApartFromItsLifeCycle() {
    var page = page("/communities/me-bim");

    assertThat(page).contains("state-LIVE").contains("health-FADING").contains("Unpermitted");
    assertThat(page).contains("between 20\u00a0% and 44\u00a0%").contains("Activity fell");
  }

  @Test
  void aDecision_isTakenWithItsReason_onTheStateThatWasRead() {
    var answer =
        submit(
            "/communities/nong-trai-xanh",
            "/communities/nong-trai-xanh/act",
            Map.of("act", "APPROVE", "etag", "1", "reason", "đủ"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(gateway.plan.communities.stored.get("communities/nong-trai-xanh").getState().name())
        .isEqualTo("APPROVED");
  }

  @Test
  void aDecision_onAStateThatHasChanged_isShownAsRefused() {
    var answer =
        submit(
            "/communities/nong-trai-xanh",
            "/communities/nong-trai-xanh/act",
            Map.of("act", "APPROVE", "etag", "0", "reason", "kept words"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("was changed by somebody else").contains("kept words");
    assertThat(answer.body()).contains("If you sent this form twice, it was done the first time.");
  }

  @Test
  void nobodyIsOffered_toApproveWhatTheySubmitted() {
    gateway.plan.communities.with(FakePlan.PROPOSED.toBuilder().setSubmitter("cmo").build());

    assertThat(page("/communities/nong-trai-xanh")).doesNotContain("value=\"APPROVE\"");
  }

  @Test
  void registering_storesADraft_andLeadsToItsPage() {
    var answer =
        submit(
            "/communities/new",
            "/communities",
            Map.of(
                "title",
                "Yêu Bếp",
                "business_unit",
                "businessUnits/sua",
                "segments",
                "segments/noi-tro",
                "purpose",
                "SUPPORT",
                "then",
                "draft"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/communities/yeu-bep?done=register");
    var stored = gateway.plan.communities.stored.get("communities/yeu-bep");
    assertThat(stored.getSegmentsList()).containsExactly("segments/noi-tro");
    assertThat(stored.getPurpose().name()).isEqualTo("SUPPORT");
  }

  @Test
  void registering_keepsWhatWasWritten_andNamesTheField() {
    var answer =
        submit(
            "/communities/new",
            "/communities",
            Map.of("business_unit", "businessUnits/sua", "why", "Vì khách hàng hỏi"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Vì khách hàng hỏi").contains("href=\"#field-title\"");
  }

  @Test
  void aDepartedEmployee_isNotOffered() {
    assertThat(page("/communities/new")).contains("Lan Phạm").doesNotContain("Hùng Vũ");
  }

  @Test
  void editing_sendsOnlyWhatWasChanged() {
    var fields = fields(page("/communities/me-bim/edit"));
    fields.put("why", "Mới");

    assertThat(submit("/communities/me-bim/edit", "/communities/me-bim/edit", fields).statusCode())
        .isEqualTo(302);
    assertThat(gateway.plan.communities.lastUpdate.getUpdateMask().getPathsList())
        .contains("why")
        .doesNotContain("title", "owner");
  }

  @Test
  void editing_showsWhatSomebodyElseChanged_asADifference() {
    var before = gateway.plan.communities.stored.get("communities/me-bim");
    var fields = fields(page("/communities/me-bim/edit"));
    gateway.plan.communities.with(before.toBuilder().setTitle("Mẹ Bỉm 2").setEtag("2").build());
    fields.put("why", "Của tôi");

    var answer = submit("/communities/me-bim/edit", "/communities/me-bim/edit", fields);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("<del>Hội Mẹ Bỉm Sữa</del>").contains("<ins>Mẹ Bỉm 2</ins>");
    assertThat(answer.body()).contains("Của tôi");
    fields.put("read", read(answer.body()));
    fields.put("title", "Mẹ Bỉm 2");
    assertThat(submit("/communities/me-bim/edit", "/communities/me-bim/edit", fields).statusCode())
        .isEqualTo(302);
    assertThat(gateway.plan.communities.stored.get("communities/me-bim").getTitle())
        .isEqualTo("Mẹ Bỉm 2");
  }

  @Test
  void profiles_areFoundByWordsOrByKey_andStateTheirPurpose() {
    assertThat(page("/profiles?q=lan+nguyen")).contains("Nguyễn Thị Lan");
    assertThat(gateway.plan.profiles.lastFilter).isEqualTo("\"lan\" \"nguyen\"");
    assertThat(page("/profiles?q=0912+345+318&purpose=correction")).contains("Nguyễn Thị Lan");
    assertThat(gateway.services.header("x-purpose")).contains("correction");
    assertThat(page("/profiles?q=a@b.example")).contains("Found: 0");
    assertThat(page("/profiles?q=@lan.nt_72")).contains("Nguyễn Thị Lan");
    assertThat(page("/profiles?q=lan.nt_72")).contains("Nguyễn Thị Lan");
    assertThat(page("/profiles?q=n.t.lan")).contains("Nguyễn Thị Lan");
    assertThat(gateway.plan.profiles.lastFilter).isEqualTo("\"n.t.lan\"");
  }

  @Test
  void profiles_ofOnePage_areNotTakenForAllThatWereFound() {
    assertThat(page("/profiles?q=lan")).contains("Found: 1 · As of ");
    assertThat(page("/profiles?q=lan"))
        .contains("drawn from 1 sources; 75 of 76 registered sources could answer")
        .contains("40,012 records of 40,100 rows")
        .contains("<code>sources/crm-sua</code> records here: 3");
    gateway.plan.profiles.many = 30;

    assertThat(page("/profiles?q=lan")).contains("On this page: 25 (there are more) · As of ");
    assertThat(page("/profiles?q=lan&token=25")).contains("On this page: 5 · As of ");
  }

  @Test
  void aProfile_saysWhereEachValueComesFrom() {
    var page = page("/profiles/p7k2m9");

    assertThat(page)
        .contains("sources/crm-sua/records/1042")
        .contains("newest")
        .contains("Mẹ và bé")
        .contains("Hội Mẹ Bỉm Sữa")
        .contains("Values are masked");
  }

  @Test
  void aProfile_namesItsCommunities_howeverManyThePlanHas() {
    for (int i = 0; i < 201; i++) {
      gateway.plan.communities.with(
          FakePlan.BUSY.toBuilder().setName("communities/a-" + i).build());
    }

    assertThat(page("/profiles/p7k2m9"))
        .contains("Hội Mẹ Bỉm Sữa")
        .doesNotContain(">communities/me-bim<");
  }

  @Test
  void theMessagePlan_showsAskedGrantedRefused_andWhatCollides() {
    var week = page("/messages?week=2026-11-16");
    assertThat(week).contains("Seven days from 16 Nov 2026 to 22 Nov 2026");
    assertThat(week).contains("asked 8,400 / granted 6,020 / refused 2,380");
    assertThat(week).contains("collisions: 1, people: 1,204");

    var list = page("/messages?week=2026-11-16&view=list");
    assertThat(list).contains("People: 1,204 · SAME_PEOPLE");
    assertThat(page("/messages/tet-sale")).contains("18 Nov 2026, 09:00");
  }

  @Test
  void vietnamesePages_haveNoMissingWord() {
    var english = new EnglishWords();
    var pages = new ArrayList<>(PAGES);
    var secret = gateway.context.getBean(FirstAdministrator.class).invite().orElseThrow();
    pages.addAll(List.of("/sign-in", "/first-administrator?token=" + secret));
    for (var path : pages) {
      var answer = get(path, "vi");
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).contains("lang=\"vi\"").doesNotContain("??");
      assertThat(english.in(answer.body())).as(path).isEmpty();
    }
  }

  @Test
  void vietnamesePagesOfWhatWentWrong_haveNoMissingWord() {
    var english = new EnglishWords();
    gateway.plan.away.addAll(List.of("message-governance", "abandonment-detection"));
    for (var path : List.of("/communities/nope", "/nowhere", "/messages", "/portfolio")) {
      var page = get(path, "vi", "Accept", "text/html").body();
      assertThat(page).as(path).contains("lang=\"vi\"").doesNotContain("??");
      assertThat(english.in(page)).as(path).isEmpty();
    }
  }

  @Test
  void theLanguageOfThePage_isThatOfItsCharts_andOfTheServices() {
    var page = get("/portfolio?lang=vi", "en").body();

    assertThat(page).contains("&quot;name&quot;:&quot;người tham gia tích cực&quot;");
    assertThat(gateway.services.header("accept-language")).contains("vi");
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

  /** What the edit form of {@code me-bim} sends if nothing is changed. */
  private static Map<String, String> fields(String page) {
    var fields = new HashMap<String, String>();
    fields.put("read", read(page));
    fields.put("title", "Hội Mẹ Bỉm Sữa");
    fields.put("business_unit", "businessUnits/sua");
    fields.put("segments", "segments/me-va-be");
    fields.put("owner", "employees/e-001");
    return fields;
  }
}
