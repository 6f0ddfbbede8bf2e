package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.masterplan.platform.testkit.Require;

/**
 * A folder in which what the README says can be typed as it stands there: what was built is linked,
 * the data is its own, and only the port is another.
 */
final class Checkout implements AutoCloseable {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final List<String> LINKED =
      List.of("Makefile", "pom.xml", "proto", "infra", "services");
  private static final Set<String> OF_THIS_BUILD =
      Set.of("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MASTERPLAN_TOKEN", "DATA", "PEOPLE", "DAY");

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * Lays the links.
   *
   * @param environment what else is set, such as the size of the demonstration
   */
  Checkout(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    try {
      for (var name : LINKED) {
        Files.createSymbolicLink(folder.resolve(name), ROOT.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where {@code make demo} or {@code make run} keeps its data. */
  Path data(String plan) {
    return folder.resolve("data").resolve(plan);
  }

  /** What a terminal shows of a command, which can be stopped there with Ctrl-C. */
  ProcessBuilder terminal(String typed, Path screen) {
    return words(Require.tool("script").toString(), "-qec", typed, "/dev/null")
        .redirectOutput(screen.toFile());
  }

  /** What a shell says that runs to its end. */
  String shell(String script) throws IOException, InterruptedException {
    var shell = words("bash", "-c", "set -euo pipefail\n" + script).start();
    var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).as(script + "\n" + said).isZero();
    return said;
  }

  /** Takes the links away, so that whoever deletes the folder deletes nothing else. */
  @Override
  public void close() throws IOException {
    for (var name : LINKED) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private ProcessBuilder words(String... words) {
    // Whoever starts the tests in the background may have told them to ignore Ctrl-C.
    var all = new ArrayList<>(List.of("env", "--default-signal=INT"));
    all.addAll(List.of(words));
    var home = Path.of(System.getProperty("java.home"));
    var builder = new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
    var set = builder.environment();
    set.keySet().removeAll(OF_THIS_BUILD);
    set.put("JAVA_HOME", home.toString());
    set.merge("PATH", home.resolve("bin") + ":", (path, first) -> first + path);
    set.put("JAVA_TOOL_OPTIONS", "-Xmx600m");
    set.put("LC_ALL", "C.UTF-8");
    set.put("PORT", "0");
    set.putAll(environment);
    return builder;
  }
}
