package org.masterplan.allinone.demo;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells how far a load is, in a file that the console reads. */
final class LoadProgress {
  private static final Gson GSON = new Gson();
  private final Path file;
  private String step = "units";
  private long done;
  private long total;

  LoadProgress(Path file) {
    this.file = file;
  }

  /** What the file holds. */
  private record Now(String step, long done, long total, boolean finished, boolean failed) {}

  void begin(String newStep, long pieces) throws IOException {
    step = newStep;
    done = 0;
    total = pieces;
    write(false, false);
  }

  void another() throws IOException {
    done++;
    write(false, false);
  }

  void finished() throws IOException {
    write(true, false);
  }

  void failed() throws IOException {
    write(false, true);
  }

  /** Replaced whole: its reader never sees half of it. */
  private void write(boolean finished, boolean failed) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, GSON.toJson(new Now(step, done, total, finished, failed)));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
