package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
    var later = new PushMarks.Mark("crm", NOW.plusSeconds(1));
    marks.set(new PushMarks.Mark("crm", NOW));
    marks.set(later);
    marks.set(new PushMarks.Mark("crm", NOW));
    marks.set(new PushMarks.Mark("shop", NOW));

    assertThat(marks.all()).containsExactlyInAnyOrder(later, new PushMarks.Mark("shop", NOW));
  }

  @Test
  void remove_leavesAMarkThatWasMovedOn() {
    var first = new PushMarks.Mark("crm", NOW);
    var later = new PushMarks.Mark("crm", NOW.plusSeconds(1));
    marks.set(later);

    marks.remove(first);
    assertThat(marks.all()).containsExactly(later);
    marks.remove(later);
    assertThat(marks.all()).isEmpty();
  }
}
