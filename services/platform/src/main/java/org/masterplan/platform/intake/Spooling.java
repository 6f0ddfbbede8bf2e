package org.masterplan.platform.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;

/** A body on its way to disk. Closing it before {@link #finish} leaves nothing behind. */
public final class Spooling implements AutoCloseable {
  private static final int ID_BYTES = 16;
  private static final String DRAFT = ".part";

  private final Path folder;
  private final long max;
  private final Path draft;
  private final FileChannel channel;
  private final MessageDigest digest;
  private long bytes;

  Spooling(Path folder, long max) {
    this.folder = folder;
    this.max = max;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
      Files.createDirectories(folder);
      this.draft = Files.createTempFile(folder, "", DRAFT);
      this.channel = FileChannel.open(draft, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Adds a piece; refuses what goes beyond the limit. */
  public void write(ByteBuffer piece) {
    bytes += piece.remaining();
    if (bytes > max) {
      throw InvalidFields.of("file", "FILE_TOO_LARGE", Map.of("max", String.valueOf(max)));
    }
    digest.update(piece.duplicate());
    try {
      while (piece.hasRemaining()) {
        channel.write(piece);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body, safely on disk. Refuses an empty one. */
  public Spool.Spooled finish() {
    if (bytes == 0) {
      throw InvalidFields.of("file", "FILE_EMPTY", Map.of());
    }
    var id = HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    // The draft's name is nobody else's, so neither is this.
    var file = folder.resolve(id + "-" + draft.getFileName().toString().replace(DRAFT, ""));
    try {
      channel.force(true);
      channel.close();
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Spool.Spooled(id, file, bytes);
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
