package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.platform.testkit.Require;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The loaded demonstration in a real browser, as each office sees it. */
class BrowserTest {
  private static final List<String> PAGES =
      List.of("/portfolio", "/communities/c-001", "/messages", "/profiles");
  private static ChromeDriver browser;
  private static Served plan;

  @BeforeAll
  static void open() throws Exception {
    var driver = Require.tool("chromedriver");
    var options = new ChromeOptions().setBinary(Require.tool("chromium").toFile());
    plan = Served.demonstration();
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + Files.createTempDirectory("chromium-"));
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.toFile())
            .usingAnyFreePort()
            .build();
    browser = new ChromeDriver(service, options);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmo", "unit", "data", "privacy", "auditor", "admin"})
  void office_signsIn_andSeesThePlan(String user) {
    signIn(user);
    show("/portfolio?lang=en");
    assertThat(heading()).isNotBlank();
    assertThat(browser.findElement(By.id("main")).getText()).containsPattern("\\d{2,}");
    assertThat(browser.findElement(By.className("banner")).getText()).contains("Demonstration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void pages_haveNoBarriers(String language) {
    signIn("cmo");
    for (var page : PAGES) {
      show(page + "?lang=" + language);
      assertThat(browser.findElement(By.tagName("html")).getAttribute("lang")).isEqualTo(language);
      assertThat(new AxeBuilder().analyze(browser).getViolations())
          .as(page + " in " + language)
          .isEmpty();
    }
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
  void dataTeam_findsAPerson_withProvenance() throws Exception {
    var consents = plan.data().resolve("generated").resolve("consents.csv");
    var first = Files.readAllLines(consents).get(1).split(",", -1);
    signIn("data");
    show("/profiles?lang=en&q=sources/" + first[0] + "/records/" + first[1]);
    var main = browser.findElement(By.id("main")).getText();
    assertThat(main).contains(first[0]);
  }

  private static void signIn(String user) {
    browser.manage().deleteAllCookies();
    show("/sign-in");
    browser.findElement(By.cssSelector("button[name=demo][value=" + user + "]")).click();
    new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(ExpectedConditions.presenceOfElementLocated(By.className("who")));
  }

  private static void until(String words) {
    new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), words));
  }

  private static String heading() {
    return browser.findElement(By.tagName("h1")).getText();
  }

  private static void show(String path) {
    browser.get(plan.address().resolve(path).toString());
  }
}
