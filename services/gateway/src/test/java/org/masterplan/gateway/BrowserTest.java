package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.common.v1.ImportResult;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages in a real browser: what it draws, what it refuses, who can use it. */
class BrowserTest {
  /** How wide the narrowest value beside or below its label is. */
  private static final String NARROWEST_FACT =
      "return Math.min(1000, ...[...document.querySelectorAll('.facts dd')]"
          + ".map(value => value.clientWidth))";

  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();
  static ChromeDriver browser;

  @BeforeAll
  static void open() {
    browser = Browser.open(gateway.folder);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void again() {
    browser.manage().deleteAllCookies();
  }

  @Test
  void signIn_leadsToThePageThatWasAskedFor() {
    visit("/communities/me-bim?lang=en");
    browser.findElement(By.cssSelector("button[value=cmo]")).click();

    awaitHeading("Hội Mẹ Bỉm Sữa");
    assertThat(browser.manage().getCookieNamed("masterplan_session").isHttpOnly()).isTrue();
    browser.findElement(By.cssSelector(".who button")).click();
    awaitHeading("Sign in");
  }

  @Test
  void thePortfolio_drawsItsCharts_andFiltersInPlace() {
    signIn();
    visit("/portfolio?lang=vi");

    awaitHeading("Danh mục cộng đồng");
    assertThat(browser.executeScript("return htmx.version + ' ' + echarts.version"))
        .isEqualTo("2.0.10 6.0.0");
    await(By.cssSelector(".chart svg path"));
    browser.findElement(By.name("q")).sendKeys("bỉm", Keys.ENTER);
    waiting()
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("#rows p"), "1 cộng đồng"));
    assertThat(browser.getCurrentUrl()).contains("q=b%E1%BB%89m");
  }

  @Test
  void registering_endsOnThePageOfTheCommunity() {
    signIn();
    visit("/communities/new?lang=vi");
    browser.findElement(By.name("title")).sendKeys("Vườn Rau Nhà Mình");
    browser
        .findElement(By.cssSelector("select[name=business_unit] option[value='businessUnits/sua']"))
        .click();
    browser.findElement(By.cssSelector("button[value=draft]")).click();

    awaitHeading("Vườn Rau Nhà Mình");
    assertThat(browser.findElement(By.cssSelector(".note.ok")).getText())
        .contains("Đã đăng ký bản nháp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/portfolio",
        "/communities/me-bim",
        "/communities/new",
        "/start",
        "/communities/me-bim/edit",
        "/profiles?q=lan",
        "/profiles/p7k2m9",
        "/messages?week=2026-11-16",
        "/messages?week=2026-11-16&view=list",
        "/messages/tet-sale",
        "/messages/vitamin-c",
        "/messages/new",
        "/messages/cong-thuc/edit",
        "/decisions",
        "/ghost-ships",
        "/feedback",
        "/communities/me-bim/promotions",
        "/rescueCases/r-1",
        "/notices",
        "/sources",
        "/sources/web-do-uong",
        "/sources/new",
        "/sources/crm-sua/load?operation=c-pull",
        "/sources/crm-sua/rejected-rows",
        "/sources/crm-sua/connection",
        "/sources/crm-sua/connection?operation=c-compare",
        "/replacement",
        "/figures/active",
        "/figures/decisions",
        "/figures/messages?week=2026-11-16",
        "/figures/collisions?week=2026-11-16",
        "/reviews",
        "/reviews/a-b",
        "/model",
        "/resolutions",
        "/resolutions/resolution-r",
        "/resolutions/resolution-p",
        "/quality",
        "/people-sample",
        "/golden-rules",
        "/profiles/p7k2m9/records",
        "/profiles/p7k2m9/merge?with=profiles/q8",
        "/profiles/p7k2m9/split?record=sources/web-do-uong/records/u-77",
        "/profiles/p7k2m9/correct?record=sources/web-do-uong/records/u-77",
        "/communities/nope",
        "/docs"
      })
  void everyPage_passesAxe_keepsItsPolicy_andHasBigEnoughTargets(String path) {
    signIn(reader(path));
    for (var language : List.of("en", "vi")) {
      visit(path + (path.contains("?") ? "&" : "?") + "lang=" + language);

      keepPicture(path + "-" + language);
      assertThat(violations()).as(path + " " + language).isEmpty();
      assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
          .as(path + " " + language)
          .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
      assertThat(smallTargets()).as(path + " " + language).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/portfolio",
        "/communities/me-bim",
        "/messages?view=list",
        "/ghost-ships",
        "/feedback",
        "/communities/me-bim/promotions",
        "/notices",
        "/sources/web-do-uong",
        "/sources/new",
        "/sources/crm-sua/load",
        "/sources/crm-sua/rejected-rows",
        "/sources/crm-sua/connection",
        "/replacement",
        "/figures/active",
        "/model",
        "/resolutions",
        "/resolutions/resolution-r",
        "/profiles/p7k2m9/records",
        "/profiles/p7k2m9"
      })
  void noPage_isWiderThanATelephone(String path) {
    signIn(reader(path));
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    try {
      visit(path);

      assertThat(browser.executeScript("return innerWidth")).isEqualTo(390L);
      assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
      assertThat((Long) browser.executeScript(NARROWEST_FACT)).isGreaterThanOrEqualTo(200);
      assertThat(violations()).isEmpty();
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void aListOfManyPages_passesAxe_andLeadsFromPageToPage() {
    for (int i = 0; i < 60; i++) {
      var message = FakeMessages.PLANNED.get(1).toBuilder().setTitle("Thông điệp " + i % 7);
      gateway.plan.messages.keep(message.setName("messages/m-" + i).build());
    }
    signIn();
    for (var path : List.of("/decisions", "/figures/decisions?kind=message&lang=vi")) {
      visit(path);
      browser.findElement(By.cssSelector("nav.foot a")).click();
      waiting().until(ExpectedConditions.urlContains("page=2"));

      keepPicture("page-2-of-" + path);
      assertThat(browser.findElements(By.cssSelector("nav.foot a"))).hasSize(2);
      assertThat(violations()).as(path).isEmpty();
      assertThat(smallTargets()).as(path).isEmpty();
    }
  }

  @Test
  void aFormWithFaults_passesAxe_andLeadsToItsFields() {
    signIn();
    for (var language : List.of("en", "vi")) {
      visit("/messages/new?lang=" + language);
      browser.findElement(By.name("title")).sendKeys("Chào");
      browser.executeScript("document.querySelector('form.form').noValidate = true");
      browser.findElement(By.name("price")).sendKeys("rẻ");
      browser.findElement(By.cssSelector("button[value=draft]")).click();
      await(By.id("refused"));

      keepPicture("faults-" + language);
      assertThat(violations()).as(language).isEmpty();
      var price = browser.findElement(By.id("field-price"));
      assertThat(price.getAttribute("aria-invalid")).isEqualTo("true");
      assertThat(browser.findElement(By.id(price.getAttribute("aria-errormessage"))).isDisplayed())
          .isTrue();
      browser.findElement(By.cssSelector("#refused a[href='#field-price']")).click();
      waiting().until(b -> "field-price".equals(b.switchTo().activeElement().getAttribute("id")));
    }
  }

  @Test
  void aFileBroughtToTheStartPage_isTold_withTheRowsThatWereNotTaken() throws IOException {
    gateway.plan.communities.rejects.add(
        ImportResult.Rejected.newBuilder()
            .setLine(3)
            .setField("unit")
            .setValue("may-moc")
            .setReason("Không có đơn vị này.")
            .build());
    var file =
        Files.writeString(gateway.folder.resolve("communities.csv"), "title,platform,unit\n");
    signIn();
    visit("/start?lang=vi");
    browser.findElement(By.name("file")).sendKeys(file.toString());
    browser.findElement(By.cssSelector("#files button")).click();
    await(By.id("result"));

    keepPicture("start-result-vi");
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains("Kết quả của communities.csv", "Mới: 20.", "may-moc", "Không có đơn vị này.");
    assertThat(violations()).isEmpty();
    assertThat(smallTargets()).isEmpty();
  }

  @Test
  void erasing_byKeyboardAlone_passesAxe_andIsMeant() {
    signIn("privacy");
    for (var language : List.of("en", "vi")) {
      visit("/profiles/p7k2m9?lang=" + language);
      press(By.cssSelector(".buttons.start .danger"), Keys.ENTER);
      await(By.id("erase"));
      keepPicture("requests-" + language);
      assertThat(violations()).as(language).isEmpty();
      assertThat(smallTargets()).as(language).isEmpty();

      browser.findElement(By.name("reason")).sendKeys("Yêu cầu 12");
      press(By.cssSelector("button.danger"), Keys.ENTER);
      assertThat(gateway.plan.privacy.reason).as("not confirmed").isEmpty();
      press(By.name("confirmed"), Keys.SPACE);
      press(By.cssSelector("button.danger"), Keys.ENTER);
      waiting().until(ExpectedConditions.urlContains("/profiles/erasures/"));
      assertThat(gateway.plan.privacy.reason).isEqualTo("Yêu cầu 12");
      assertThat(violations()).as(language).isEmpty();
      gateway.plan.reset();
    }
  }

  @Test
  void reviewing_byKeyboardAlone_decidesGoesOnAndTakesBack() {
    signIn("data");
    visit("/reviews/a-b?lang=vi");
    type("d");
    waiting().until(ExpectedConditions.urlContains("/reviews/c-d"));
    assertThat(gateway.plan.reviews.stored.get("reviews/a-b").getOpinions(0).getVerdict().name())
        .isEqualTo("DIFFERENT");
    keepPicture("review-decided-vi");
    assertThat(violations()).isEmpty();

    type("u");
    waiting().until(ExpectedConditions.urlContains("done=undone"));
    assertThat(gateway.plan.reviews.stored.get("reviews/a-b").getOpinionsList()).isEmpty();
    type("j");
    waiting().until(ExpectedConditions.urlContains("/reviews/c-d"));
    browser.findElement(By.name("note")).sendKeys("dsj");
    assertThat(browser.getCurrentUrl()).contains("/reviews/c-d");
    browser.findElement(By.cssSelector(".keys summary")).click();
    browser.findElement(By.id("keys-on")).click();
    type("d");
    visit("/reviews/c-d?lang=vi");
    assertThat(gateway.plan.reviews.stored.get("reviews/c-d").getOpinionsList()).isEmpty();
    browser.executeScript("localStorage.clear()");
  }

  private static void type(String key) {
    browser.findElement(By.tagName("body")).sendKeys(key);
  }

  @Test
  void theBell_tellsHowManyNoticesAreUnread() {
    signIn();
    visit("/portfolio?lang=vi");
    waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.className("badge"), "2"));
    browser.findElement(By.className("bell")).click();
    awaitHeading("Thông báo");
  }

  @Test
  void theSignInPage_passesAxe() {
    visit("/sign-in?lang=vi");

    assertThat(violations()).isEmpty();
  }

  /** Who may read that page. */
  private static String reader(String path) {
    return path.matches(
            "/(reviews|model|resolutions|quality|golden|people).*|.*/(records|merge|split|correct|load|rejected-rows).*|/sources/new")
        ? "data"
        : "cmo";
  }

  private static List<Rule> violations() {
    return Browser.violations(browser);
  }

  private static List<?> smallTargets() {
    return Browser.smallTargets(browser);
  }

  private static void keepPicture(String name) {
    Browser.keepPicture(browser, name);
  }

  private static void press(By element, Keys key) {
    browser.findElement(element).sendKeys(key);
  }

  private static void signIn() {
    signIn("cmo");
  }

  private static void signIn(String user) {
    visit("/sign-in");
    browser.findElement(By.cssSelector("button[value=" + user + "]")).click();
    // Leaving before the answer is here would leave without its cookie.
    await(By.className("who"));
  }

  private static void visit(String path) {
    browser.get(gateway.at(path).toString());
  }

  /** A click returns before the page it leads to is there. */
  private static void awaitHeading(String words) {
    waiting().until(ExpectedConditions.textToBe(By.tagName("h1"), words));
  }

  private static void await(By element) {
    waiting().until(ExpectedConditions.presenceOfElementLocated(element));
  }

  private static WebDriverWait waiting() {
    return new WebDriverWait(browser, Duration.ofSeconds(30));
  }
}
