package org.masterplan.profiles.resolution.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.resolution.domain.Resolution;

/** Each resolution learns of all records: two at once would leave nothing for anybody else. */
final class OneAtATime {
  private static final Filter UNDER_WAY =
      new Filter.Or(List.of(in(Resolution.State.PREPARING), in(Resolution.State.APPLYING)));

  private final Resolutions resolutions;

  OneAtATime(Resolutions resolutions) {
    this.resolutions = resolutions;
  }

  /** Another than that one which is prepared or applied, as a reason not to begin. */
  Optional<WrongState> beside(ResourceName name) {
    var some = new Query(UNDER_WAY, ResolutionFields.DEFAULT, 2, Optional.empty());
    return resolutions.list(some).items().stream()
        .filter(each -> !each.name().equals(name))
        .findFirst()
        .map(OneAtATime::refusal);
  }

  private static WrongState refusal(Resolution other) {
    return new WrongState(
        "RESOLUTION_UNDER_WAY",
        Map.of("name", other.name().toString(), "state", other.state().name()));
  }

  private static Filter in(Resolution.State state) {
    return new Filter.Compare(ResolutionFields.STATE, Filter.Op.EQ, new Value.Text(state.name()));
  }
}
