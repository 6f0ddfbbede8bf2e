package org.masterplan.profiles.snapshot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.snapshot.domain.Snapshot;
import org.masterplan.profiles.snapshot.domain.Table;

/** What every shelf must do. */
public abstract class ShelfContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  protected abstract Shelf shelf();

  Shelf shelf;

  @BeforeEach
  void fresh() {
    shelf = shelf();
  }

  @Test
  void aSnapshot_isSeenOnceItIsPublished_andNotBefore() {
    var first = Snapshot.begin(NOW, "");
    try (var draft = shelf.begin(first)) {
      draft.row(Table.CROSSWALK, List.of("crm", "1", "profiles/1"));
      draft.row(Table.CROSSWALK, List.of("crm", "2", "profiles/1"));
      assertThat(shelf.list()).isEmpty();

      assertThat(draft.publish())
          .containsEntry(Table.CROSSWALK, 2L)
          .containsEntry(Table.PROFILES, 0L);
    }

    assertThat(shelf.exists()).isTrue();
    assertThat(shelf.list()).containsExactly(first);
  }

  @Test
  void aDraftThatIsClosedUnpublished_leavesNothing() {
    try (var draft = shelf.begin(Snapshot.begin(NOW, ""))) {
      draft.row(Table.CROSSWALK, List.of("crm", "1", "profiles/1"));
    }

    assertThat(shelf.list()).isEmpty();
  }

  @Test
  void keep_leavesTheNewest() {
    for (int day = 0; day < 4; day++) {
      publish(Snapshot.begin(NOW.plusSeconds(86_400L * day), day == 2 ? "MARKETING" : ""));
    }

    shelf.keep(2);

    assertThat(shelf.list())
        .extracting(Snapshot::id)
        .containsExactly("20261124T020000000Z", "20261123T020000000Z-MARKETING");
  }

  private void publish(Snapshot snapshot) {
    try (var draft = shelf.begin(snapshot)) {
      draft.publish();
    }
  }
}
