package org.masterplan.abandonment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The salt of authors' pseudonyms: made once for an installation, in a file of mode 600. */
final class SaltFile {
  private static final int BYTES = 32;

  private SaltFile() {}

  static byte[] read(Path file) {
    try {
      if (Files.notExists(file)) {
        create(file.toAbsolutePath());
      }
      return Base64.getDecoder().decode(Files.readString(file).strip());
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
    var salt = new byte[BYTES];
    new SecureRandom().nextBytes(salt);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = Files.createTempFile(folder, "salt", ".part", mode);
    Files.writeString(draft, Base64.getEncoder().encodeToString(salt));
    try {
      // A link, not a move: of two instances that start together one salt wins for both.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // The other was first; its salt stands.
    }
    Files.deleteIfExists(draft);
  }
}
