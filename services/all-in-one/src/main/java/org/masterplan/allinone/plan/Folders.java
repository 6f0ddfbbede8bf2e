package org.masterplan.allinone.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Whole folders of small trees. */
public final class Folders {
  private Folders() {}

  /** Copies everything with its permissions; a folder that is not there has nothing to copy. */
  static void copy(Path from, Path to) throws IOException {
    if (Files.notExists(from)) {
      return;
    }
    for (var each : everything(from)) {
      Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
    }
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
