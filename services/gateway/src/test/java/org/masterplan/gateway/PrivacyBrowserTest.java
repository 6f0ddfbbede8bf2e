package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages of the privacy officer in a real browser. */
class PrivacyBrowserTest {
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

  @Test
  void requestsOfPersons_passAxe_inEveryState() {
    signIn();
    for (var language : List.of("en", "vi")) {
      for (var path : List.of("", "/r-late", "/r-new", "/r-over")) {
        visit("/privacyRequests" + path + "?state=ALL&lang=" + language);
        assertFine("privacy-requests" + path.replace('/', '-') + "-" + language);
      }
    }
  }

  @Test
  void everythingAboutAPerson_passesAxe() {
    signIn();
    for (var language : List.of("en", "vi")) {
      visit("/privacyRequests/r-new?lang=" + language);
      browser.findElement(By.cssSelector("form[action$='/everything'] button")).click();
      await(By.id("part-0"));
      assertFine("everything-" + language);
    }
  }

  @Test
  void erasure_byItsSteps_endsWithACertificate_thatPassesAxe() {
    signIn();
    visit("/privacyRequests/r-late?lang=vi");
    browser.findElement(By.cssSelector("#field-method option[value=CALL_BACK]")).click();
    browser.findElement(By.cssSelector("form:has(#field-method) button")).click();
    await(By.cssSelector("button.danger"));
    browser.findElement(By.cssSelector("button.danger")).click();
    await(By.id("certificate"));

    gateway.plan.privacy.complete = true;
    visit("/privacyRequests/r-late?lang=vi");

    assertThat(browser.findElement(By.cssSelector("a[href$='/certificate']")).isDisplayed())
        .isTrue();
    assertFine("privacy-certificate-vi");
  }

  @Test
  void settingANameRight_asksForTheFullName_withAPartOfItOnly() {
    signIn();
    visit("/profiles/p7k2m9/correct?record=sources/web-do-uong/records/u-77");
    var whole = browser.findElement(By.name("fullName"));
    assertThat(whole.isDisplayed()).isFalse();

    browser.findElement(By.cssSelector("option[value=surname]")).click();

    assertThat(whole.isDisplayed()).isTrue();
    assertFine("correct-a-part");
    browser.findElement(By.cssSelector("option[value=email]")).click();
    assertThat(whole.isDisplayed()).isFalse();
  }

  private static void assertFine(String name) {
    Browser.keepPicture(browser, name);
    assertThat(Browser.violations(browser)).as(name).isEmpty();
    assertThat(Browser.smallTargets(browser)).as(name).isEmpty();
  }

  private static void signIn() {
    browser.manage().deleteAllCookies();
    visit("/sign-in");
    browser.findElement(By.cssSelector("button[value=privacy]")).click();
    await(By.className("who"));
  }

  private static void visit(String path) {
    browser.get(gateway.at(path).toString());
  }

  private static void await(By element) {
    new WebDriverWait(browser, Duration.ofSeconds(30))
        .until(ExpectedConditions.presenceOfElementLocated(element));
  }
}
