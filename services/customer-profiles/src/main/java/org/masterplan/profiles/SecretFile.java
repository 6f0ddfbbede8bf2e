package org.masterplan.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** A secret of this installation, made on first use and readable by its owner alone. */
final class SecretFile {
  private static final int BYTES = 32;

  private SecretFile() {}

  static byte[] read(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file) throws IOException {
    var parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    var draft = Files.createTempFile(parent, "secret", ".part");
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
    Files.write(draft, secret, StandardOpenOption.WRITE);
    try {
      // Whoever is first wins: the other reads what the first has made.
      Files.move(draft, file);
    } catch (FileAlreadyExistsException _) {
      Files.delete(draft);
    }
  }
}
