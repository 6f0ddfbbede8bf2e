package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of push marks must do. Subclasses supply an empty one. */
public abstract class PushMarksContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  PushMarks marks;

  protected abstract PushMarks marks();

  @BeforeEach
  void fresh() {
    marks = marks();
  }

  @Test
  void set_movesAMarkOn_andNeverBack() {
    var later = new PushMarks.Mark("crm", "a", NOW.plusSeconds(1));
    marks.set(new PushMarks.Mark("crm", "a", NOW));
    marks.set(later);
    marks.set(new PushMarks.Mark("crm", "a", NOW));
    marks.set(new PushMarks.Mark("shop", "a", NOW));

    assertThat(marks.all()).containsExactlyInAnyOrder(later, new PushMarks.Mark("shop", "a", NOW));
  }

  @Test
  void remove_leavesAMarkThatWasMovedOn() {
    var first = new PushMarks.Mark("crm", "a", NOW);
    var later = new PushMarks.Mark("crm", "a", NOW.plusSeconds(1));
    marks.set(later);

    marks.remove(first);
    assertThat(marks.all()).containsExactly(later);
    marks.remove(later);
    assertThat(marks.all()).isEmpty();
  }

  @Test
  void set_ofAnotherInstance_isAnotherMark() {
    var here = new PushMarks.Mark("crm", "a", NOW);
    var there = new PushMarks.Mark("crm", "b", NOW.plusSeconds(1));
    var earlier = new PushMarks.Mark("crm", "", NOW);
    for (var mark : List.of(here, there, earlier)) {
      marks.set(mark);
    }

    marks.remove(there);

    assertThat(marks.all()).containsExactlyInAnyOrder(here, earlier);
  }
}
