package org.masterplan.profiles.resolution.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.identity.app.InMemoryModels;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.resolution.domain.Effect;
import org.masterplan.profiles.resolution.domain.Resolution;

class InterruptedTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final InMemoryResolutions resolutions = new InMemoryResolutions();
  private final InMemoryModels models = new InMemoryModels();

  @BeforeEach
  void add() {
    asked("old", Interrupted.STARTING.plusSeconds(1));
    asked("new", Interrupted.STARTING.minusSeconds(1));
    models.setAside("old", new KeptModel(1, NOW, 7, "learned"));
  }

  private void asked(String id, Duration ago) {
    var by = new Resolution.Asked("lan@data", NOW.minus(ago), "new sources");
    resolutions.add(Resolution.ask(new ResourceName("resolutions", id), by), entry());
  }

  private static AuditEntry entry() {
    return new AuditEntry(NOW, "lan@data", "RESOLUTION_ASKED", List.of("state"), "");
  }

  private void round(Interrupted.Work work) {
    new Interrupted(resolutions, models, _ -> work, CLOCK).round();
  }

  private Resolution found(String id) {
    return resolutions.find(id).orElseThrow();
  }

  @Test
  void round_whereNoWorkWasTakenDown_failsIt_andForgetsWhatWasLearned() {
    round(Interrupted.Work.NONE);

    assertThat(found("old").state()).isEqualTo(Resolution.State.FAILED);
    assertThat(found("old").failure()).contains(Resolution.Failure.INTERRUPTED);
    assertThat(models.aside("old")).isEmpty();
    assertThat(resolutions.acts()).endsWith("RESOLUTION_FAILED");
    assertThat(found("new").state()).isEqualTo(Resolution.State.PREPARING);
  }

  @Test
  void round_whereTheWorkHasFailed_saysSo() {
    round(Interrupted.Work.OVER);

    assertThat(found("old").failure()).contains(Resolution.Failure.UNPREPARED);
  }

  @Test
  void round_whereItIsUnderWay_orPrepared_changesNothing() {
    round(Interrupted.Work.OPEN);
    assertThat(found("old").state()).isEqualTo(Resolution.State.PREPARING);
    var ready = found("old").ready(Effect.NONE, NOW);
    resolutions.replace(ready, entry());

    round(Interrupted.Work.OVER);

    assertThat(found("old")).isEqualTo(ready);
  }
}
