package org.masterplan.platform.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * What a test needs beside the JDK: a browser, Consul, PostgreSQL. {@code make test} fetches them
 * and says where they are in {@code MASTERPLAN_<NAME>}; without make the path is looked at.
 */
public final class Require {
  private static final Require HERE = new Require(System.getenv());

  private final Map<String, String> environment;

  Require(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Where the program is. Without it the test is skipped with the reason, or fails if {@code
   * MASTERPLAN_REQUIRE} names the program, so that a build machine never skips in silence.
   */
  public static Path tool(String name) {
    return HERE.find(name);
  }

  /** An address or other setting that only some machines have, for example MONGODB_URI. */
  public static String setting(String variable) {
    var value = HERE.environment.get(variable);
    if (value == null || value.isBlank()) {
      throw new TestAbortedException(variable + " is not set");
    }
    return value;
  }

  Path find(String name) {
    return named(name).or(() -> onPath(name)).orElseGet(() -> absent(name));
  }

  private Path absent(String name) {
    var reason = name + " is not on this machine (make test fetches it where it can)";
    if (required(name)) {
      throw new AssertionError("MASTERPLAN_REQUIRE names " + name + ", but " + reason);
    }
    throw new TestAbortedException(reason);
  }

  private boolean required(String name) {
    var names = environment.getOrDefault("MASTERPLAN_REQUIRE", "");
    return List.of(names.split(",")).contains(name);
  }

  private Optional<Path> named(String name) {
    var variable = "MASTERPLAN_" + name.toUpperCase(Locale.ROOT);
    return executables(Stream.ofNullable(environment.get(variable)).map(Path::of));
  }

  private Optional<Path> onPath(String name) {
    var folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return executables(Arrays.stream(folders).map(folder -> Path.of(folder, name)));
  }

  private static Optional<Path> executables(Stream<Path> paths) {
    return paths.filter(Files::isExecutable).findFirst();
  }
}
