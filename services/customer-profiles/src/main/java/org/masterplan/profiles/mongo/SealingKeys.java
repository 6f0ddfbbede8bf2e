package org.masterplan.profiles.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The installation's keys: a folder of files outside the database, each named by its number. */
public final class SealingKeys {
  private static final int LEAST_BYTES = 32;

  private SealingKeys() {}

  /** How values stand where these are the keys; no folder: as they are. */
  public static Sealing read(String folder) {
    return folder.isBlank() ? Sealing.OPEN : new KeyedSealing(secrets(Path.of(folder)));
  }

  private static Map<Integer, byte[]> secrets(Path folder) {
    var secrets = new TreeMap<Integer, byte[]>();
    try (var files = Files.newDirectoryStream(folder, "[0-9]*")) {
      for (var file : files) {
        var secret = Files.readAllBytes(file);
        if (secret.length < LEAST_BYTES) {
          throw new IllegalStateException(
              file + ": " + secret.length + " bytes (expected: at least " + LEAST_BYTES + ")");
        }
        secrets.put(Integer.valueOf(file.getFileName().toString()), secret);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return secrets;
  }
}
