package org.masterplan.profiles.resolution.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

  /** None begins while one learns; after it there are only those that were asked for with it. */
  private static final int NEWEST = 20;

  private final Resolutions resolutions;
  private final Function<String, Interrupted.Work> works;

  OneAtATime(Resolutions resolutions, Function<String, Interrupted.Work> works) {
    this.resolutions = resolutions;
    this.works = works;
  }

  /**
   * Another than that one which is prepared or applied, or which still learns though it was
   * discarded, as a reason not to begin.
   */
  Optional<WrongState> beside(ResourceName name) {
    var others = others(name, UNDER_WAY, 2).map(OneAtATime::refusal);
    return Stream.concat(others, stillLearning(name)).findFirst();
  }

  private Stream<WrongState> stillLearning(ResourceName name) {
    return others(name, in(Resolution.State.DISCARDED), NEWEST)
        .filter(each -> works.apply(each.name().id()) == Interrupted.Work.OPEN)
        .map(
            each ->
                new WrongState("RESOLUTION_STILL_LEARNS", Map.of("name", each.name().toString())));
  }

  private Stream<Resolution> others(ResourceName name, Filter filter, int newest) {
    var some = new Query(filter, ResolutionFields.DEFAULT, newest, Optional.empty());
    return resolutions.list(some).items().stream().filter(each -> !each.name().equals(name));
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
