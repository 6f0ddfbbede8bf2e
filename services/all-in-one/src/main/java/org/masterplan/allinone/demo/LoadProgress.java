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
  private record Now(
      String step, long done, long total, boolean finished, boolean failed, boolean stopped) {}

  /** How a load stands. */
  private enum Standing {
    RUNNING,
    FINISHED,
    FAILED,
    STOPPED
  }

  void begin(String newStep, long pieces) throws IOException {
    step = newStep;
    done = 0;
    total = pieces;
    write(Standing.RUNNING);
  }

  void another() throws IOException {
    done++;
    write(Standing.RUNNING);
  }

  void finished() throws IOException {
    write(Standing.FINISHED);
  }

  void failed() throws IOException {
    write(Standing.FAILED);
  }

  /** Broken off because the plan was told to stop; the next start goes on. */
  void stopped() throws IOException {
    write(Standing.STOPPED);
  }

  /** Replaced whole: its reader never sees half of it. */
  private void write(Standing standing) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".new");
    var now =
        new Now(
            step,
            done,
            total,
            standing == Standing.FINISHED,
            standing == Standing.FAILED,
            standing == Standing.STOPPED);
    Files.writeString(next, GSON.toJson(now));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
