package org.masterplan.platform.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Uploaded bodies on disk, stored before their operation is answered. The same bytes have the same
 * import id, so that the same file sent twice is one import; but each upload has a copy of its own,
 * so that the one who is done first takes nothing from the other.
 */
public final class Spool {
  private static final Pattern COPY = Pattern.compile("([0-9a-f]{32})-[0-9]+");

  /** How long a body waits for whoever is to read it. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

  private final Path folder;
  private final Limits limits;
  private final Clock clock;
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.MIN);

  /** A body that is stored. */
  public record Spooled(String importId, Path file, long bytes) {
    /** By which this copy, and no other of the same bytes, is found again. */
    public String copy() {
      return file.getFileName().toString();
    }
  }

  public Spool(Path folder, Limits limits) {
    this(folder, limits, Clock.systemUTC());
  }

  /** Bodies are as old as {@code clock} says. */
  public Spool(Path folder, Limits limits, Clock clock) {
    this.folder = folder;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Begins a body that comes in pieces. What nobody has read for a week is deleted on the way, at
   * most once an hour: a load that failed or was cancelled, or a process that was killed, leaves
   * personal data behind that no other rule would reach.
   */
  public Spooling begin() {
    sweep();
    return new Spooling(folder, limits.bytes());
  }

  /** Stores a whole body; refuses it at the limit. */
  public Spooled store(InputStream body) {
    try (var spooling = begin()) {
      var buffer = new byte[1 << 16];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        spooling.write(ByteBuffer.wrap(buffer, 0, n));
      }
      return spooling.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The import id of the copy of that name; empty if no copy has such a name. */
  public static String importId(String copy) {
    var named = COPY.matcher(copy);
    return named.matches() ? named.group(1) : "";
  }

  /** A copy that was stored before, also by an earlier run of the program. */
  public Optional<Spooled> find(String copy) {
    var importId = importId(copy);
    if (importId.isEmpty()) {
      return Optional.empty();
    }
    var file = folder.resolve(copy);
    try {
      return Optional.of(new Spooled(importId, file, Files.size(file)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sweep() {
    var now = clock.instant();
    var last = swept.get();
    boolean due = last.equals(Instant.MIN) || last.plus(BETWEEN_SWEEPS).isBefore(now);
    if (due && swept.compareAndSet(last, now) && Files.exists(folder)) {
      try (var bodies = Files.newDirectoryStream(folder)) {
        for (var body : bodies) {
          deleteIfOld(body, now);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void deleteIfOld(Path body, Instant now) throws IOException {
    try {
      if (Files.getLastModifiedTime(body).toInstant().plus(KEPT).isBefore(now)) {
        Files.deleteIfExists(body);
      }
    } catch (NoSuchFileException _) {
      // Its reader has just deleted it.
    }
  }

  /** Forgets a copy that is no longer needed; copies of other uploads stay. */
  public void delete(Spooled spooled) {
    try {
      Files.deleteIfExists(spooled.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
