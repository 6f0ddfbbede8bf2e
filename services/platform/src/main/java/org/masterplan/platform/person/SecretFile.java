package org.masterplan.platform.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * A secret of the installation, kept beside the database and never in it: made once, readable by
 * its owner alone.
 */
public final class SecretFile {
  private static final int BYTES = 32;

  private SecretFile() {}

  /** The secret; of instances that start together the first one's is everybody's. */
  public static byte[] read(Path file) {
    try {
      if (Files.notExists(file)) {
        create(file.toAbsolutePath());
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path file) throws IOException {
    var folder = file.getParent();
    if (folder == null) {
      throw new IOException(file + " is no file name");
    }
    Files.createDirectories(folder);
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = Files.createTempFile(folder, "secret", ".part", mode);
    Files.write(draft, secret);
    try {
      // A link, not a move: a move would replace what another instance has just made.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // The other was first; its secret stands.
    }
    Files.deleteIfExists(draft);
  }
}
