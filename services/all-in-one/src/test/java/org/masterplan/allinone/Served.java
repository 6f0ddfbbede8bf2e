package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
  private static final Object ONCE = new Object();
  private static Served shared;

  private final Process process;
  private final Path output;
  private final Path data;
  private final URI address;

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

  /** The demonstration of 1,000 people, loaded once for all classes; ends with the JVM. */
  static Served demonstration() {
    synchronized (ONCE) {
      if (shared == null) {
        shared = start(folder(), "--demo", "--demo-people", "1000");
        Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
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

  private boolean isLoaded() {
    return text().contains("messages that collide") || text().contains("not whole");
  }

  private boolean isReady() {
    return READY.matcher(text()).find();
  }
}
