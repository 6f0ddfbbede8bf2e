package org.masterplan.profiles.snapshot.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.profiles.snapshot.app.Shelf;
import org.masterplan.profiles.snapshot.app.ShelfContract;
import org.masterplan.profiles.snapshot.domain.Snapshot;

class FolderShelfTest extends ShelfContract {
  private final Clock clock = Clock.systemUTC();
  @TempDir Path folder;

  @Override
  protected Shelf shelf() {
    return new FolderShelf(folder.resolve("snapshots").toString(), clock);
  }

  @Test
  void anEmptySetting_isNoShelf() {
    var none = new FolderShelf(" ", clock);

    assertThat(none.exists()).isFalse();
    assertThat(none.list()).isEmpty();
    none.keep(1);
  }

  @Test
  void keep_removesWhatAKillLeftBehind_andNothingOfOthers() throws IOException {
    var home = Files.createDirectories(folder.resolve("snapshots"));
    var old = Files.createDirectories(home.resolve(FolderShelf.UNFINISHED + "1"));
    Files.writeString(old.resolve("profiles.parquet"), "PAR1");
    var yesterday = clock.instant().minus(Duration.ofHours(25));
    Files.setLastModifiedTime(old, FileTime.from(yesterday));
    var young = Files.createDirectories(home.resolve(FolderShelf.UNFINISHED + "2"));
    var other = Files.createDirectories(home.resolve("reports"));

    shelf().keep(1);

    assertThat(old).doesNotExist();
    assertThat(List.of(young, other)).allSatisfy(path -> assertThat(path).exists());
  }

  @Test
  void files_areWholeUnderTheSnapshotsName() throws IOException {
    var shelf = shelf();
    var snapshot = Snapshot.begin(clock.instant(), "");
    try (var draft = shelf.begin(snapshot)) {
      draft.publish();
    }

    try (var files = Files.list(folder.resolve("snapshots").resolve(snapshot.id()))) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "profiles.parquet",
              "crosswalk.parquet",
              "consents.parquet",
              "communities.parquet",
              "memberships.parquet",
              "messages.parquet");
    }
  }
}
