package org.masterplan.embeddedmongo;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The number of the last write, noted when a store is closed and compared when it is opened. A file
 * cut at its end looks as a crash leaves it; after a clean close it cannot be that.
 */
final class CleanClose {
  private static final String FILE = "closed";

  private CleanClose() {}

  static void seal(Path directory, long lastWrite) {
    Path draft = directory.resolve(FILE + ".draft");
    byte[] note = (lastWrite + "\n").getBytes(StandardCharsets.US_ASCII);
    try {
      try (FileChannel out = FileChannel.open(draft, CREATE, TRUNCATE_EXISTING, WRITE)) {
        out.write(ByteBuffer.wrap(note));
        out.force(true); // a note without its number would condemn a sound store
      }
      Files.move(draft, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Forgets the note once it is seen to hold.
   *
   * @throws StoreDamaged when writes are missing that were there when the store was closed
   */
  static void check(Path directory, long lastWrite) {
    Path file = directory.resolve(FILE);
    try {
      if (Files.notExists(file)) {
        return;
      }
      String noted = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      if (!noted.matches("[0-9]{1,18}") || Long.parseLong(noted) > lastWrite) {
        throw new StoreDamaged(
            "%s cannot be opened: its last write is %d (expected: %s, as when it was closed)"
                .formatted(directory, lastWrite, noted.matches("[0-9]+") ? noted : "a number"));
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
