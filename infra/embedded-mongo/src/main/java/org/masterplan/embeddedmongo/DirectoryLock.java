package org.masterplan.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Holds a directory for one process. The operating system lets go of it when the process ends. */
final class DirectoryLock implements AutoCloseable {
  private static final String FILE = "owner.pid";

  /** Of this process: closing any other channel to the file would let go of the system's lock. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * @throws StoreInUse when another process, or this one, holds it
   */
  static DirectoryLock take(Path directory) {
    try {
      Path file = directory.toRealPath().resolve(FILE);
      if (!HELD.add(file)) {
        throw new StoreInUse(directory, Files.readString(file).strip());
      }
      FileChannel channel = lockedOrForgotten(file);
      if (channel == null) {
        throw new StoreInUse(directory, Files.readString(file).strip());
      }
      return new DirectoryLock(file, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileChannel lockedOrForgotten(Path file) throws IOException {
    FileChannel channel = null;
    try {
      channel = locked(file);
      return channel;
    } finally {
      if (channel == null) {
        HELD.remove(file);
      }
    }
  }

  private static @Nullable FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return null;
    }
    channel.truncate(0);
    byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.write(ByteBuffer.wrap(pid));
    return channel;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(file);
    }
  }
}
