package org.masterplan.gateway;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.masterplan.platform.testkit.Require;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A browser without a screen, and what is looked for on every page in it. */
final class Browser {
  private static final Dimension SCREEN = new Dimension(1400, 1000);

  private Browser() {}

  /** One that keeps what it keeps in the folder. */
  static ChromeDriver open(Path folder) {
    var chromium = Require.tool("chromium");
    var driver = Require.tool("chromedriver");
    var options = new ChromeOptions().setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("browser"));
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.toFile())
            .usingAnyFreePort()
            .build();
    var browser = new ChromeDriver(service, options);
    browser.manage().window().setSize(SCREEN);
    return browser;
  }

  /**
   * What axe has against the page, by every rule. Its legacy mode does without a second window that
   * gathers the findings of frames: these pages have none, and it cost over half of the time.
   */
  static List<Rule> violations(ChromeDriver browser) {
    return new AxeBuilder().setLegacyMode().analyze(browser).getViolations();
  }

  /** Buttons, fields and menu entries that are less than 32 pixels high. */
  static List<?> smallTargets(ChromeDriver browser) {
    return (List<?>)
        browser.executeScript(
            "return [...document.querySelectorAll('button,.button,input:not([type=hidden]),select,"
                + "summary,.top nav a,.tabs a')].filter(e => e.getClientRects().length)"
                + ".filter(e => e.getBoundingClientRect().height < 32).map(e => e.outerHTML)");
  }

  /** A picture of the page for whoever works on it, where {@code masterplan.pictures} says. */
  static void keepPicture(ChromeDriver browser, String name) {
    var folder = System.getProperty("masterplan.pictures", "");
    if (folder.isEmpty()) {
      return;
    }
    var height = (Number) browser.executeScript("return document.documentElement.scrollHeight");
    browser.manage().window().setSize(new Dimension(1400, Math.max(1000, height.intValue() + 150)));
    var file = Path.of(folder, name.replaceAll("[^a-z0-9]+", "-") + ".png");
    try {
      Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    browser.manage().window().setSize(SCREEN);
  }
}
