package org.masterplan.profiles.census.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.census.domain.Arrivals;
import org.masterplan.profiles.census.domain.Census;
import org.masterplan.profiles.census.domain.People;
import org.masterplan.profiles.census.domain.Size;
import org.masterplan.profiles.identity.app.Identity;

/**
 * Tells how many people there are, which no matching knows by itself: profiles are drawn by chance,
 * stewards say in how many others the same person stands, and an equal part of the person is
 * counted for each. The 95 % interval is that of stratified sampling (W. G. Cochran, "Sampling
 * Techniques", 1977, 5.3), by the number of records in a profile.
 */
public final class CountingPeople {
  /** Of fewer looks nothing is told. */
  static final int ENOUGH = 30;

  private static final int DRAWN = 400;
  private static final int ATTEMPTS = 10;

  private final Censuses censuses;
  private final Identity identity;
  private final HeadEstimator estimator;
  private final Clock clock;

  /** What is counted by. */
  private record Now(Arrivals arrivals, long profiles) {}

  public CountingPeople(
      Censuses censuses, Identity identity, HeadEstimator estimator, Clock clock) {
    this.censuses = censuses;
    this.identity = identity;
    this.estimator = estimator;
    this.clock = clock;
  }

  /** The newest sample. */
  public Census current() {
    return censuses.current();
  }

  /**
   * Draws about so many profiles in the place of the sample before.
   *
   * @param wanted the usual number if it is 0
   * @param seen the revision that was read; -1 where that is all the same
   */
  public Census draw(int wanted, long seen, String actor) {
    var drawing = identity.ask(Drawing::new);
    var profiles = drawing.profiles();
    if (profiles.isEmpty()) {
      throw new WrongState("PEOPLE_NOBODY", Map.of());
    }
    int many = wanted == 0 ? DRAWN : wanted;
    var now = clock.instant();
    var how = new Census.Drawing(now, actor, drawing.arrivals(), profiles);
    return change(
        census -> {
          if (seen >= 0 && census.revision() != seen) {
            throw Stale.named("peopleSample");
          }
          // Another one each time, and the same one of the same records loaded in the same order.
          return census.drawn(how, drawing.some(many, new SplittableRandom(census.revision())));
        },
        new AuditEntry(now, actor, "PEOPLE_SAMPLE_DRAWN", List.of("looks"), ""));
  }

  /** Takes what a steward says, by profile. */
  public Census say(Map<String, List<Integer>> said, String actor) {
    var now = clock.instant();
    return change(
        census -> census.said(said),
        new AuditEntry(now, actor, "PEOPLE_SAMPLE_ANSWERED", List.of("looks"), ""));
  }

  /** Two stewards may say something at once, of other profiles. */
  private Census change(UnaryOperator<Census> change, AuditEntry entry) {
    for (int attempt = 1; ; attempt++) {
      var next = change.apply(censuses.current());
      try {
        censuses.replace(next, entry);
        return next;
      } catch (Stale stale) {
        if (attempt == ATTEMPTS) {
          throw stale;
        }
      }
    }
  }

  /** How many people all profiles are. */
  public People all() {
    return all(censuses.current());
  }

  /** How many people all profiles are, by that sample. */
  public People all(Census census) {
    var now =
        identity.ask(
            roster ->
                new Now(
                    new Arrivals(roster.recordsEver(), roster.liveRecords()),
                    roster.liveProfiles()));
    var looked = census.lookedAt();
    var bounds =
        looked.size() < ENOUGH
            ? Optional.<People.Bounds>empty()
            : census.drawing().map(drawing -> bounds(drawing, census, now.arrivals()));
    return new People(
        now.profiles(), bounds, looked.size(), census.drawing().map(Census.Drawing::at));
  }

  /** The number of people is what it was, give or take who came and went since. */
  private People.Bounds bounds(Census.Drawing drawing, Census census, Arrivals now) {
    var then = drawing.arrivals();
    var heads = estimator.heads(strata(drawing.profiles(), census), then.left());
    long low = (long) Math.floor(heads.low()) - now.wentSince(then);
    long high = (long) Math.ceil(heads.high()) + now.cameSince(then);
    long most = Math.clamp(high, 0, now.left());
    long least = Math.clamp(low, Math.min(1, most), most);
    long value = Math.clamp(Math.round(heads.value()), least, most);
    return new People.Bounds(OptionalLong.of(value), least, most);
  }

  private static List<HeadEstimator.Stratum> strata(Map<Size, Integer> profiles, Census census) {
    var said = Census.bySize(census.lookedAt());
    var strata = new ArrayList<HeadEstimator.Stratum>();
    profiles.forEach(
        (size, all) ->
            strata.add(
                new HeadEstimator.Stratum(size.name(), all, said.getOrDefault(size, List.of()))));
    return strata;
  }
}
