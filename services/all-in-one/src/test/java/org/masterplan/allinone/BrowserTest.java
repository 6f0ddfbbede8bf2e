package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.platform.testkit.Require;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The loaded demonstration in a real browser, as each office sees it. */
@Order(1)
class BrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/portfolio",
          "/communities/c-001",
          "/communities/new",
          "/messages",
          "/messages?view=list",
          "/messages/new",
          "/decisions",
          "/ghost-ships",
          "/feedback",
          "/notices?all=true",
          "/profiles?q=nguyen",
          "/figures/active",
          "/figures/ghost-ships");

  /** Pages that the search for English words looks at besides those of {@link #PAGES}. */
  private static final List<String> ALSO_IN_VIETNAMESE =
      List.of(
          "/start",
          "/communities/c-001/edit",
          "/communities/there-is-none",
          "/nowhere",
          "/figures/known",
          "/figures/declared",
          "/figures/profiles",
          "/figures/decisions",
          "/figures/messages",
          "/figures/collisions",
          "/docs");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static ChromeDriver browser;
  private static Served plan;

  @BeforeAll
  static void open() throws Exception {
    var driver = Require.tool("chromedriver");
    var options = new ChromeOptions().setBinary(Require.tool("chromium").toFile());
    plan = Demonstration.shared().plan();
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + Scratch.folder("chromium-"));
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.toFile())
            .usingAnyFreePort()
            .build();
    browser = new ChromeDriver(service, options);
    // What axe looks through takes more than the usual half minute on a busy machine.
    browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmo", "unit", "data", "privacy", "auditor", "admin"})
  void office_signsIn_andSeesThePlan(String user) throws Exception {
    var api = plan.as(user);
    signIn(user);
    // Jobs go on beside the test: a figure that changes between page and call is asked again.
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(shownFigures()).isEqualTo(figures(api)));
    assertThat(figures(api).values()).allMatch(n -> n > 0);
    assertThat(browser.findElement(By.className("banner")).getText()).contains("Demonstration");
  }

  /** The numbers of the tiles, by the figure that each leads to. */
  private static Map<String, Long> shownFigures() {
    show("/portfolio?lang=en");
    var shown = new TreeMap<String, Long>();
    for (var tile : browser.findElements(By.cssSelector(".tiles a"))) {
      var figure = tile.getAttribute("href").replaceAll(".*/figures/", "");
      var number = tile.findElement(By.className("v")).getText();
      shown.put(figure, Long.valueOf(number.replace(",", "")));
    }
    return shown;
  }

  /** The same as REST has them. */
  private static Map<String, Long> figures(PlanApi api) throws IOException {
    var portfolio = api.get("/v1/portfolio");
    var people = portfolio.getAsJsonObject("sources").getAsJsonObject("people");
    return new TreeMap<>(
        Map.of(
            "active", portfolio.get("active").getAsLong(),
            "profiles", people.get("value").getAsLong(),
            "decisions", portfolio.get("waitingDecisions").getAsLong(),
            "collisions", portfolio.get("collisions").getAsLong(),
            "ghost-ships", portfolio.get("ghostShips").getAsLong()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void pages_haveNoBarriers(String language) {
    signIn("cmo");
    // Each page in one language here; the gateway's own test has every page in both.
    for (var page : language.equals("vi") ? PAGES : PAGES.subList(0, 2)) {
      show(in(page, language));
      assertThat(browser.findElement(By.tagName("html")).getAttribute("lang")).isEqualTo(language);
      // Without the second window that gathers the findings of frames: there are none.
      assertThat(new AxeBuilder().setLegacyMode().analyze(browser).getViolations())
          .as(page + " in " + language)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmo", "unit", "data", "privacy", "auditor", "admin"})
  void vietnamesePages_haveNoUntranslatedWord(String user) {
    var untranslated = new Untranslated();
    signIn(user);
    var pages = new ArrayList<>(PAGES);
    pages.addAll(found("/ghost-ships", "a[href^='/rescueCases/']"));
    pages.addAll(ALSO_IN_VIETNAMESE);
    pages.addAll(found("/messages?view=list", "th a[href^='/messages/']"));
    pages.addAll(found("/profiles?q=nguyen", "th a[href^='/profiles/']"));
    for (var page : pages) {
      show(in(page, "vi"));
      assertThat(untranslated.among(visibleTexts())).as(page + " as " + user).isEmpty();
    }
    browser.manage().deleteAllCookies();
    show(in("/sign-in", "vi"));
    assertThat(untranslated.among(visibleTexts())).as("/sign-in").isEmpty();
  }

  @Test
  void unit_registersACommunity_andFindsIt() {
    signIn("unit");
    show("/communities/new?lang=vi");
    browser.findElement(By.name("title")).sendKeys("Hội thử nghiệm trình duyệt");
    new Select(browser.findElement(By.name("business_unit"))).selectByValue("businessUnits/sua");
    new Select(browser.findElement(By.name("platform"))).selectByIndex(1);
    browser.findElement(By.cssSelector("button[value=draft]")).click();
    until("Hội thử nghiệm trình duyệt");
    show("/portfolio?q=thu+nghiem+trinh+duyet");
    assertThat(browser.findElement(By.id("rows")).getText()).contains("Hội thử nghiệm trình duyệt");
  }

  @Test
  void cmoOffice_decidesTheOldestOpenRequest() {
    signIn("cmo");
    show("/decisions?lang=en");
    browser.findElement(By.cssSelector("form.decide button[value=APPROVE]")).click();
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.textToBePresentInElementLocated(By.id("main"), "Approved."));
    assertThat(browser.getCurrentUrl()).contains("/decisions?done=approve");
  }

  @Test
  void dataTeam_findsAPerson_withProvenance() throws Exception {
    var consents = plan.data().resolve("generated").resolve("consents.csv");
    var first = Files.readAllLines(consents).get(1).split(",", -1);
    signIn("data");
    var record = "sources/" + first[0] + "/records/" + first[1];
    // A service that is busy for a moment is told as away; whoever sees that asks again.
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              show("/profiles?lang=en&q=" + record);
              assertThat(found("th a[href^='/profiles/']"))
                  .as(browser.findElement(By.id("main")).getText())
                  .isNotEmpty();
            });
    show(found("th a[href^='/profiles/']").getFirst());
    var main = browser.findElement(By.id("main")).getText();
    assertThat(main).contains("What is known, and who says so", first[0], record);
  }

  /** The first page that a page leads to by such a link, if there is one. */
  private static List<String> found(String page, String link) {
    show(in(page, "vi"));
    return found(link);
  }

  private static List<String> found(String link) {
    return browser.findElements(By.cssSelector(link)).stream()
        .map(a -> URI.create(a.getAttribute("href")).getRawPath())
        .limit(1)
        .toList();
  }

  private static List<String> visibleTexts() {
    var texts = (List<?>) browser.executeScript(Untranslated.VISIBLE_TEXTS);
    return texts.stream().map(String::valueOf).toList();
  }

  private static String in(String page, String language) {
    return page + (page.contains("?") ? "&" : "?") + "lang=" + language;
  }

  private static void signIn(String user) {
    browser.manage().deleteAllCookies();
    show("/sign-in");
    browser.findElement(By.cssSelector("button[name=demo][value=" + user + "]")).click();
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.presenceOfElementLocated(By.className("who")));
  }

  private static void until(String words) {
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), words));
  }

  private static void show(String path) {
    browser.get(plan.address().resolve(path).toString());
  }
}
