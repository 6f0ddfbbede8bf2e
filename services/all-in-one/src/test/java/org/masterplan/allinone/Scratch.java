package org.masterplan.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Files and folders of programs under test, below {@code target}: what is killed in the middle of a
 * test leaves nothing among the machine's temporary files. Deleted when the tests end.
 */
final class Scratch {
  private static final Path ROOT = create();

  private Scratch() {}

  /** What a program takes for the machine's temporary folder. */
  static Path temporary() {
    return ROOT;
  }

  /** What programs have left in it until now, beside what tests put there. */
  static List<String> names() throws IOException {
    try (var files = Files.list(ROOT)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  static Path file(String prefix, String suffix) throws IOException {
    return Files.createTempFile(ROOT, prefix, suffix);
  }

  static Path folder(String prefix) throws IOException {
    return Files.createTempDirectory(ROOT, prefix);
  }

  private static Path create() {
    try {
      var target = Files.createDirectories(Path.of("target").toAbsolutePath());
      var root = Files.createTempDirectory(target, "scratch-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(root)));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void clear(Path root) {
    try (var files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException _) {
      // Of a program that still ends; `make clean` takes the rest.
    }
  }
}
