package org.masterplan.allinone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;

/** A file that is written whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  /** What is to stand in it. */
  @FunctionalInterface
  interface Content {
    void write(Appendable out) throws IOException;
  }

  /**
   * Asked before the work begins whose result it is to hold. What is there already must be a file:
   * a device or a pipe would be replaced, not written to.
   */
  static void requireWritable(Path file) throws Trouble {
    var folder = file.toAbsolutePath().getParent();
    boolean taken = Files.exists(file) && !Files.isRegularFile(file);
    if (folder == null || taken || !takesFiles(folder)) {
      throw Trouble.unreachable(Phrases.say("resolve.unwritable", Map.of("file", file)));
    }
  }

  /** By trying: some folders say that they can be written to and cannot. */
  private static boolean takesFiles(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".masterplan", ".part"));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  static void write(Path file, Content content) throws IOException {
    var draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".masterplan", ".part");
    try {
      try (var out = Files.newBufferedWriter(draft)) {
        content.write(out);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
