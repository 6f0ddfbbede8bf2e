package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
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
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;

/** A plan served by a process of its own, as a user starts it. */
final class Served implements AutoCloseable {
  /** What a terminal sends for Ctrl-C. */
  private static final int CTRL_C = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern READY = Pattern.compile("(?m)^ready (http://127\\.0\\.0\\.1:\\d+)$");

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

  /** What a command of the README starts that is typed in a terminal. */
  static Served typed(String command, Checkout checkout, Path data) {
    try {
      var screen = Scratch.file("served-", ".out");
      return new Served(checkout.terminal(command, screen).start(), screen, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Served start(Path data, String... flags) {
    try {
      var output = Scratch.file("served-", ".out");
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
        "-Djava.io.tmpdir=" + Scratch.temporary(),
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
      return Scratch.folder("plan-");
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

  /** A file as that user of the demonstration gets it, who says what for. */
  String file(String user, String path) throws IOException {
    var who = new JsonObject();
    who.addProperty("user", user);
    var token = new PlanApi(address, "").post("/v1/dev/token", new Body.Json(who));
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + token.get("token").getAsString())
            .header("X-Purpose", "give-back")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What was printed until now; a terminal ends its lines as typewriters did. */
  String text() {
    try {
      return Files.readString(output).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a loss of power would, without warning. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** In a terminal; returns how the command ended. */
  int pressCtrlC() throws IOException, InterruptedException {
    var keyboard = process.getOutputStream();
    keyboard.write(CTRL_C);
    keyboard.flush();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(text()).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    // In a terminal the JVM is not this process, but a child's child.
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  /** What anybody sees who is not signed in. */
  String page() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address.resolve("/sign-in?lang=en")).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  boolean isLoaded() {
    return text().contains("messages that collide") || text().contains("not whole");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private boolean isReady() {
    return READY.matcher(text()).find();
  }
}
