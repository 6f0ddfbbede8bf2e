package org.masterplan.allinone.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where one plan keeps everything: documents, keys, users, uploads on their way, logs.
 *
 * @param root the folder that {@code --data} names
 */
public record DataFolder(Path root) {

  /** Documents of the embedded store. */
  Path store() {
    return store(root);
  }

  /** The same, in a folder laid out like this one. */
  Path store(Path folder) {
    return folder.resolve("store");
  }

  /** A backup that is whole and in the folder, and only has to take the store's place. */
  Path restored() {
    return root.resolve("store.restored");
  }

  /** Puts a restored backup in the store's place where a restore was ended before it did so. */
  void finishRestore() throws IOException {
    if (Files.exists(restored()) && Files.notExists(store())) {
      Files.move(restored(), store(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** The secret that the services of this plan share. */
  Path serviceKey() {
    return root.resolve("keys").resolve("service.key");
  }

  /** Makes pseudonyms of authors; without it none is recognised again. */
  Path authorSalt() {
    return root.resolve("keys").resolve("author-salt");
  }

  /** Marks people who were erased; without it they come back with the next load. */
  Path tombstoneKey() {
    return root.resolve("keys").resolve("tombstone.key");
  }

  /** Signing keys and users. */
  public Path gateway() {
    return root.resolve("gateway");
  }

  /** Uploads until they are read. */
  Path spool() {
    return root.resolve("spool");
  }

  /** What the web server needs while it runs. */
  Path work() {
    return root.resolve("work");
  }

  /** What the services have to say beside their answers. */
  public Path log() {
    return root.resolve("logs").resolve("masterplan.log");
  }

  /** The demonstration enterprise's files. */
  public Path generated() {
    return root.resolve("generated");
  }

  /** Written once the demonstration enterprise is loaded whole. */
  public Path loaded() {
    return root.resolve("demo-loaded.json");
  }

  /** On which day the demonstration began. */
  public Path demoDay() {
    return root.resolve("demo-day.json");
  }

  /** How far a load is, for the console. */
  public Path progress() {
    return root.resolve("progress.json");
  }

  /** Where the running plan answers; absent while none runs. */
  public Optional<String> address() {
    try {
      return Files.exists(addressFile())
          ? Optional.of(Files.readString(addressFile()).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void announce(String address) throws IOException {
    Files.writeString(addressFile(), address + "\n");
  }

  void withdraw() throws IOException {
    Files.deleteIfExists(addressFile());
  }

  private Path addressFile() {
    return root.resolve("address");
  }
}
