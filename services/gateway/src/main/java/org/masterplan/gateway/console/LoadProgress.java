package org.masterplan.gateway.console;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the load of the demonstration is, as its loader writes it to a file. */
final class LoadProgress {
  private static final Gson GSON = new Gson();
  private final String file;

  /**
   * Reads that file.
   *
   * @param file empty: nothing is being loaded
   */
  LoadProgress(String file) {
    this.file = file;
  }

  /**
   * Where the load is.
   *
   * @param step what is being loaded: {@code sources}, {@code communities}, ...
   * @param done pieces that are in
   * @param total pieces in all
   * @param finished whether all of it is in
   * @param failed whether it stopped on an error
   */
  public record Now(
      @Nullable String step, long done, long total, boolean finished, boolean failed) {
    /** Percent done. */
    public int percent() {
      return total <= 0 ? 0 : (int) Math.clamp(100 * done / total, 0, 100);
    }
  }

  /** Where the load is; empty if there is none, or none any more. */
  Optional<Now> now() {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      var path = Path.of(file);
      return Files.exists(path)
          ? Optional.ofNullable(GSON.fromJson(Files.readString(path), Now.class))
              .filter(now -> !now.finished())
          : Optional.empty();
    } catch (IOException | JsonParseException _) {
      // Read while it is being written: the next look will tell.
      return Optional.empty();
    }
  }
}
