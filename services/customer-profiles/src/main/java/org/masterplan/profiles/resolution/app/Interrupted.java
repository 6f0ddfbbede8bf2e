package org.masterplan.profiles.resolution.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.identity.app.Models;
import org.masterplan.profiles.resolution.domain.Resolution;

/** Marks resolutions as failed that nobody prepares any more: so nobody waits for them. */
public final class Interrupted {
  /** From the wish being stored until its work is taken down; far longer than that takes. */
  public static final Duration STARTING = Duration.ofMinutes(1);

  private static final String ITSELF = "customer-profiles";
  private static final int AT_ONCE = 100;

  private final Resolutions resolutions;
  private final Models models;
  private final Function<String, Work> works;
  private final Clock clock;

  /** What has become of the work that prepares one. */
  public enum Work {
    /** There is none. */
    NONE,
    /** Is under way, or will be. */
    OPEN,
    /** Has come to its end. */
    OVER
  }

  /**
   * Prepares the search.
   *
   * @param works what has become of the work of a resolution, by its id
   */
  public Interrupted(
      Resolutions resolutions, Models models, Function<String, Work> works, Clock clock) {
    this.resolutions = resolutions;
    this.models = models;
    this.works = works;
    this.clock = clock;
  }

  /** Looks once. */
  public void round() {
    var preparing =
        new Filter.Compare(
            ResolutionFields.STATE,
            Filter.Op.EQ,
            new org.masterplan.kernel.query.Value.Text(Resolution.State.PREPARING.name()));
    var query = new Query(preparing, ResolutionFields.DEFAULT, AT_ONCE, Optional.empty());
    var before = clock.instant().minus(STARTING);
    resolutions.list(query).items().stream()
        .filter(resolution -> resolution.asked().at().isBefore(before))
        .forEach(this::look);
  }

  private void look(Resolution preparing) {
    switch (works.apply(preparing.name().id())) {
      case NONE -> fail(preparing, Resolution.Failure.INTERRUPTED);
      case OVER -> fail(preparing, Resolution.Failure.UNPREPARED);
      case OPEN -> {}
    }
  }

  private void fail(Resolution preparing, Resolution.Failure why) {
    var now = clock.instant();
    var entry =
        new AuditEntry(now, ITSELF, "RESOLUTION_FAILED", List.of("state", "failure"), why.name());
    try {
      resolutions.replace(preparing.failed(why, now), entry);
      models.drop(preparing.name().id());
    } catch (Stale _) {
      // It has just been prepared, or discarded.
    }
  }
}
