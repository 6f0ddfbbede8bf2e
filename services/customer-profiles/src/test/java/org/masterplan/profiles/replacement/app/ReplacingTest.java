package org.masterplan.profiles.replacement.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.source.app.InMemoryPushMarks;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.LoadingFixture;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;

/** No source is closed while rows come into it. */
class ReplacingTest {
  private static final ResourceName CRM = new ResourceName("sources", "crm");
  private static final PushMarks.Mark COMING =
      new PushMarks.Mark("crm", "load-1", IdentityFixture.NOW.plusSeconds(60));

  private final LoadingFixture f = new LoadingFixture();
  private final InMemoryPushMarks marks = new InMemoryPushMarks();
  private final Loading.Stores stores =
      new Loading.Stores(f.held, f.identity.records, f.rejected, f.tombstones, marks);
  private final Replacing replacing =
      new Replacing(f.register, stores, marks, IdentityFixture.CLOCK);

  @BeforeEach
  void masterHere() {
    var description = new Source.Description("crm", "", "", List.of(), "", "", "", 0);
    f.register.register(CRM, description, Mapping.NONE, LoadingFixture.DATA);
    f.bring(CRM, SourceState.MASTER_HERE);
  }

  private Source close() {
    var step = new Replacing.Step(CRM, f.register.get(CRM).revision(), LoadingFixture.DATA, "why");
    return replacing.advance(step, SourceState.READ_ONLY);
  }

  @Test
  void advance_toReadOnly_waitsForRowsUnderWay() {
    marks.set(COMING);
    marks.set(new PushMarks.Mark("shop", "one", IdentityFixture.NOW));

    assertThatThrownBy(this::close)
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("ROWS_UNDER_WAY");

    assertThat(f.register.get(CRM).state()).isEqualTo(SourceState.MASTER_HERE);
    marks.remove(COMING);
    assertThat(close().state()).isEqualTo(SourceState.READ_ONLY);
  }

  /** They saw that it was open, and are seen only after it is closed. */
  @Test
  void advance_toReadOnly_whileRowsBeginToCome_isTakenBack() {
    marks.afterRead =
        () -> {
          marks.afterRead = () -> {};
          marks.set(COMING);
        };

    assertThatThrownBy(this::close).hasMessageContaining("ROWS_UNDER_WAY");

    assertThat(f.register.get(CRM).state()).isEqualTo(SourceState.MASTER_HERE);
  }

  @Test
  void advance_thatClosesNothing_doesNotWait() {
    var seen = f.register.get(CRM).revision();
    replacing.goBack(new Replacing.Step(CRM, seen, LoadingFixture.DATA, "why"));
    marks.set(COMING);
    var step = new Replacing.Step(CRM, f.register.get(CRM).revision(), LoadingFixture.DATA, "why");

    assertThat(replacing.advance(step, SourceState.MASTER_HERE).state())
        .isEqualTo(SourceState.MASTER_HERE);
  }
}
