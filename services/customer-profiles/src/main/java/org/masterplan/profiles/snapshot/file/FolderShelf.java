package org.masterplan.profiles.snapshot.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.masterplan.profiles.snapshot.app.Shelf;
import org.masterplan.profiles.snapshot.domain.Snapshot;

/** A folder with a folder for each snapshot. One that begins with a dot is not whole. */
public final class FolderShelf implements Shelf {
  static final String UNFINISHED = ".unfinished-";

  /** Longer than any snapshot takes: what is older was left behind by a kill. */
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private final Optional<Path> folder;
  private final Clock clock;

  /** An empty text: there is no such folder. */
  public FolderShelf(String folder, Clock clock) {
    this.folder = folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    this.clock = clock;
  }

  @Override
  public boolean exists() {
    return folder.isPresent();
  }

  @Override
  public Draft begin(Snapshot snapshot) {
    var home = folder.orElseThrow();
    try {
      Files.createDirectories(home);
      var unfinished = Files.createTempDirectory(home, UNFINISHED);
      return new FolderDraft(unfinished, home.resolve(snapshot.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Snapshot> list() {
    return folders().stream()
        .flatMap(path -> Snapshot.of(path.getFileName().toString()).stream())
        .sorted(Comparator.comparing(Snapshot::takenAt).thenComparing(Snapshot::id).reversed())
        .toList();
  }

  @Override
  public void keep(int newest) {
    list().stream().skip(newest).forEach(old -> remove(folder.orElseThrow().resolve(old.id())));
    folders().stream()
        .filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
        .filter(this::isLeftBehind)
        .forEach(FolderShelf::remove);
  }

  private List<Path> folders() {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    try (var paths = Files.list(folder.get())) {
      return paths.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isLeftBehind(Path path) {
    try {
      var since = Files.getLastModifiedTime(path).toInstant();
      return since.plus(LEFT_BEHIND).isBefore(clock.instant());
    } catch (IOException _) {
      // Gone meanwhile.
      return false;
    }
  }

  static void remove(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
