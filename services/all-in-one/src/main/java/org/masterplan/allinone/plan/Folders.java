package org.masterplan.allinone.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Whole folders of small trees. */
public final class Folders {
  private Folders() {}

  /**
   * Copies everything with its permissions, and returns once it is on the disk; a folder that is
   * not there has nothing to copy.
   */
  static void copy(Path from, Path to) throws IOException {
    if (Files.notExists(from)) {
      return;
    }
    for (var each : everything(from)) {
      var copy = to.resolve(from.relativize(each));
      Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
      force(copy);
    }
  }

  private static void force(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Writes the file anew, whole on the disk or not at all. */
  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    var draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.writeString(draft, text);
    force(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static boolean isEmpty(Path folder) throws IOException {
    try (var inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  static long size(Path folder) throws IOException {
    long bytes = 0;
    for (var each : everything(folder)) {
      bytes += Files.isRegularFile(each) ? Files.size(each) : 0;
    }
    return bytes;
  }

  /** Deletes the folder and all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (var each : everything(folder).reversed()) {
        Files.delete(each);
      }
    }
  }

  /** Folders before what is in them. */
  private static List<Path> everything(Path folder) throws IOException {
    try (var tree = Files.walk(folder)) {
      return tree.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
