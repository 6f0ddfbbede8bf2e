package org.masterplan.allinone.plan;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.masterplan.embeddedmongo.EmbeddedMongo;

/**
 * Copies of a plan that is served: the documents of all services as they are at one moment, and the
 * keys without which they cannot be used. The manifest is written last; a folder without it is no
 * backup.
 */
final class Backups {
  static final String MANIFEST = "backup.json";

  private final DataFolder data;
  private final EmbeddedMongo store;
  private final Clock clock;

  /** Why no backup was made: a reason with a text, and what it mentions. */
  static final class NotTaken extends Exception {
    private static final long serialVersionUID = 1L;
    private final String folder;

    NotTaken(String reason, String folder) {
      super(reason);
      this.folder = folder;
    }

    String reason() {
      return String.valueOf(getMessage());
    }

    Map<String, String> about() {
      return Map.of("folder", folder);
    }
  }

  Backups(DataFolder data, EmbeddedMongo store, Clock clock) {
    this.data = data;
    this.store = store;
    this.clock = clock;
  }

  /** Takes one into a folder of its own; returns what is told about it. */
  JsonObject take(Path folder) throws IOException, NotTaken {
    check(folder);
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    store.checkpoint(data.store(folder));
    for (var kept : List.of(data.serviceKey().getParent(), data.gateway())) {
      Folders.copy(kept, folder.resolve(kept.getFileName()));
    }
    var manifest = new JsonObject();
    manifest.addProperty("folder", folder.toString());
    manifest.addProperty("takenTime", clock.instant().toString());
    manifest.addProperty("bytes", Folders.size(folder));
    var draft = Files.writeString(folder.resolve(MANIFEST + ".draft"), manifest + "\n");
    Files.move(draft, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
    return manifest;
  }

  private void check(Path folder) throws IOException, NotTaken {
    if (!folder.isAbsolute() || folder.normalize().startsWith(data.root().normalize())) {
      throw new NotTaken("BACKUP_PLACE", folder.toString());
    }
    if (Files.exists(folder) && !Folders.isEmpty(folder)) {
      throw new NotTaken("BACKUP_NOT_EMPTY", folder.toString());
    }
  }
}
