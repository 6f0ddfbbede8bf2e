package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.rest.PlanApi;

/** A plan served by a process of its own, as a user starts it. */
final class Served implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern READY = Pattern.compile("(?m)^ready (http://127\\.0\\.0\\.1:\\d+)$");
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final Object ONCE = new Object();
  private static Served shared;

  private final Process process;
  private final Path output;
  private final Path data;
  private final URI address;
  private String pageDuringTheLoad = "";

  private Served(Process process, Path output, Path data) {
    this.process = process;
    this.data = data;
    this.output = output;
    Awaitility.await("ready").atMost(PATIENCE).until(() -> !process.isAlive() || isReady());
    if (!isReady()) {
      throw new AssertionError("it did not start: " + text());
    }
    var ready = READY.matcher(text());
    ready.find();
    this.address = URI.create(ready.group(1));
  }

  /**
   * The demonstration, loaded once for all classes; ends with the JVM. Of 1,000 people, at full
   * counts of the 12,000 that {@code make demo} loads.
   */
  static Served demonstration() {
    synchronized (ONCE) {
      if (shared == null) {
        shared = start(folder(), "--demo", "--demo-people", FULL ? "12000" : "1000");
        Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        shared.pageDuringTheLoad = shared.awaitProgress();
        Awaitility.await("loaded")
            .atMost(Duration.ofMinutes(20))
            .until(() -> !shared.process.isAlive() || shared.isLoaded());
      }
      return shared;
    }
  }

  /** With the demonstration's users, and nothing in it. */
  static Served empty(Path data) {
    try {
      Files.createDirectories(data);
      Files.writeString(new DataFolder(data).loaded(), "{}");
      return start(data, "--demo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Served start(Path data, String... flags) {
    try {
      var output = Files.createTempFile("served-", ".out");
      var command = new ArrayList<String>(java());
      command.addAll(List.of("-jar", jar(), "serve", "--lang", "en", "--port", "0"));
      command.addAll(List.of("--data", data.toString()));
      command.addAll(List.of(flags));
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new Served(process, output, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The JVM as {@code make run} starts it, but smaller. It does not start at all if it cannot use
   * the AOT cache.
   */
  static List<String> java() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx600m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:AOTMode=on",
        "-XX:AOTCache=" + packaged("masterplan.aot"));
  }

  /** The executable, beside its libraries. */
  static String jar() {
    return packaged("masterplan.jar").toString();
  }

  /** A file of the layout that `infra/build/aot.sh` leaves before the tests run. */
  private static Path packaged(String file) {
    var path = Path.of("target", "masterplan", file).toAbsolutePath();
    assertThat(path).as("packaged before the tests by: mvn verify").exists();
    return path;
  }

  static Path folder() {
    try {
      return Files.createTempDirectory("plan-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return address;
  }

  Path data() {
    return data;
  }

  PlanApi as(String user) throws IOException {
    return PlanApi.asDemoUser(address, user);
  }

  String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What anybody saw while the demonstration was being loaded. */
  String pageDuringTheLoad() {
    return pageDuringTheLoad;
  }

  /** As a loss of power would, without warning. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private String awaitProgress() {
    return Awaitility.await("progress")
        .atMost(PATIENCE)
        .until(this::page, p -> !process.isAlive() || isLoaded() || p.contains("<progress"));
  }

  private String page() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address.resolve("/sign-in?lang=en")).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private boolean isLoaded() {
    return text().contains("messages that collide") || text().contains("not whole");
  }

  private boolean isReady() {
    return READY.matcher(text()).find();
  }
}
