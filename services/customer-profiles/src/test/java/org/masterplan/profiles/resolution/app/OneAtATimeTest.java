package org.masterplan.profiles.resolution.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.resolution.domain.Resolution;

class OneAtATimeTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final Resolution FIRST = asked("first");
  private static final Resolution SECOND = asked("second");

  private final InMemoryResolutions resolutions = new InMemoryResolutions();
  private Interrupted.Work work = Interrupted.Work.OPEN;
  private final OneAtATime oneAtATime = new OneAtATime(resolutions, _ -> work);

  private static Resolution asked(String id) {
    var by = new Resolution.Asked("lan@data", NOW, "new sources");
    return Resolution.ask(new ResourceName("resolutions", id), by);
  }

  @Test
  void beside_ofOneThatIsPrepared_namesIt_andNotItself() {
    resolutions.hold(FIRST);

    assertThat(oneAtATime.beside(FIRST.name())).isEmpty();
    assertThat(oneAtATime.beside(SECOND.name()))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo("RESOLUTION_UNDER_WAY");
              assertThat(refusal.about())
                  .isEqualTo(Map.of("name", "resolutions/first", "state", "PREPARING"));
            });
  }

  @Test
  void beside_ofOneThatWasDiscarded_namesIt_untilItLearnsNoMore() {
    resolutions.hold(FIRST);
    var entry = new AuditEntry(NOW, "lan@data", "RESOLUTION_DISCARDED", List.of("state"), "");
    resolutions.replace(FIRST.discard(NOW), entry);

    assertThat(oneAtATime.beside(FIRST.name())).isEmpty();
    assertThat(oneAtATime.beside(SECOND.name()))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo("RESOLUTION_STILL_LEARNS");
              assertThat(refusal.about()).isEqualTo(Map.of("name", "resolutions/first"));
            });
    work = Interrupted.Work.OVER;
    assertThat(oneAtATime.beside(SECOND.name())).isEmpty();
  }
}
