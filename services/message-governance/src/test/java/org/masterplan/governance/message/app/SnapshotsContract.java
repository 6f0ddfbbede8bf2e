package org.masterplan.governance.message.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.governance.message.app.MessageFixture.MORNING;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of snapshots must do. */
public abstract class SnapshotsContract {
  Snapshots snapshots;

  protected abstract Snapshots snapshots();

  @BeforeEach
  void open() {
    snapshots = snapshots();
  }

  @Test
  void save_replacesTheOneBefore() {
    var first = snapshots.save("messages/a", List.of("profiles/x"), MORNING);
    var second = snapshots.save("messages/a", List.of("profiles/y", "profiles/z"), MORNING);

    assertThat(snapshots.head("messages/a")).contains(second);
    assertThat(snapshots.people(second)).containsExactly("profiles/y", "profiles/z");
    assertThat(snapshots.people(first)).isEmpty();
    assertThat(snapshots.head("messages/b")).isEmpty();
  }

  @Test
  void heads_areOfThoseThatHaveOne() {
    var a = snapshots.save("messages/a", List.of("profiles/x"), MORNING);
    var b = snapshots.save("messages/b", List.of("profiles/y"), MORNING);

    assertThat(snapshots.heads(List.of("messages/b", "messages/none", "messages/a")))
        .containsExactlyInAnyOrder(a, b);
    assertThat(snapshots.heads(List.of())).isEmpty();
  }

  @Test
  void save_ofManyPeople_keepsAll() {
    var many = IntStream.range(0, 12_001).mapToObj(i -> String.format("profiles/%05d", i)).toList();

    var head = snapshots.save("messages/a", many, MORNING);

    assertThat(snapshots.people(head)).isEqualTo(many);
    assertThat(head.people()).isEqualTo(12_001);
  }

  @Test
  void save_ofNobody_isAnEmptyAudience() {
    var head = snapshots.save("messages/a", List.of(), MORNING);

    assertThat(snapshots.people(head)).isEmpty();
  }

  @Test
  void moveAndRemove_changeTheEdition() {
    snapshots.save("messages/a", List.of("profiles/x", "profiles/y"), MORNING);

    assertThat(snapshots.move("profiles/x", "profiles/y")).isEqualTo(1);
    var moved = snapshots.head("messages/a").orElseThrow();
    assertThat(snapshots.people(moved)).containsExactly("profiles/y");
    assertThat(moved.edition()).isEqualTo(1);
    assertThat(snapshots.remove("profiles/y")).isEqualTo(1);
    assertThat(snapshots.remove("profiles/y")).isZero();
  }
}
