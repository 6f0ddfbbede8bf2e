package org.masterplan.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.awaitility.Awaitility;
import org.masterplan.allinone.plan.DataFolder;

/**
 * The demonstration that test classes share, as the README starts it: stopped in the middle of its
 * load and started again, so that whatever is tested on it holds of a load that was broken off. Of
 * 1,000 people, at full counts of the 12,000 that {@code make demo} loads. It ends with the JVM.
 *
 * @param plan loaded
 * @param brokenOff how the run before it went
 */
record Demonstration(Served plan, BrokenOff brokenOff) {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final String COMMAND = "make demo";
  private static final String FEW = "1000";
  private static final Object ONCE = new Object();
  private static Demonstration shared;

  /**
   * A run that was stopped while the customer databases were on their way.
   *
   * @param page what anybody saw meanwhile
   * @param ending what the shell was told
   * @param text everything it printed
   * @param answers whether the folder still said that a plan answers
   * @param log of the services
   */
  record BrokenOff(String page, int ending, String text, boolean answers, String log) {}

  static Demonstration shared() {
    synchronized (ONCE) {
      if (shared == null) {
        var checkout = new Checkout(Served.folder(), Map.of("PEOPLE", people()));
        var data = checkout.data("demo");
        shared = start(checkout, data, breakOff(checkout, data));
      }
      return shared;
    }
  }

  /** Another one, as it is on that day: of few people, for what is planted is always whole. */
  static Served on(LocalDate day) {
    var flags = new String[] {"--demo", "--demo-people", FEW, "--demo-day", day.toString()};
    return loaded(Served.start(Served.folder(), flags));
  }

  private static String people() {
    return FULL ? "12000" : FEW;
  }

  private static Served loaded(Served plan) {
    Awaitility.await("loaded").atMost(PATIENCE).until(() -> !plan.isAlive() || plan.isLoaded());
    return plan;
  }

  private static Demonstration start(Checkout checkout, Path data, BrokenOff before) {
    var plan = Served.typed(COMMAND, checkout, data);
    Runtime.getRuntime().addShutdownHook(new Thread(plan::close));
    return new Demonstration(loaded(plan), before);
  }

  private static BrokenOff breakOff(Checkout checkout, Path data) {
    var folder = new DataFolder(data);
    try (var plan = Served.typed(COMMAND, checkout, data)) {
      Awaitility.await("customer databases")
          .atMost(PATIENCE)
          .until(() -> !plan.isAlive() || progress(folder).contains("\"step\":\"sources\""));
      var page = plan.page();
      var ending = plan.pressCtrlC();
      var answers = folder.address().isPresent();
      return new BrokenOff(page, ending, plan.text(), answers, Files.readString(folder.log()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String progress(DataFolder folder) throws IOException {
    return Files.exists(folder.progress()) ? Files.readString(folder.progress()) : "";
  }
}
