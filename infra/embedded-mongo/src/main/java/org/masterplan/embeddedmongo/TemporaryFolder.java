package org.masterplan.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

final class TemporaryFolder {
  private TemporaryFolder() {}

  static Path create() {
    try {
      return Files.createTempDirectory("embedded-mongo-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As much of it as can be, whatever still writes: of a process that ends. */
  static void clear(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // A file that is gone meanwhile is what is wanted.
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
