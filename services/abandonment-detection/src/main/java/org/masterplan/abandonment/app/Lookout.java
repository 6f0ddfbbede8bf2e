package org.masterplan.abandonment.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.domain.Attendance;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.abandonment.domain.PeopleCount;
import org.masterplan.abandonment.domain.Turnout;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.NotFound;

/** Answers how communities are. */
public final class Lookout {
  private static final Duration FRESH = Duration.ofDays(30);

  private final Healths healths;
  private final Turnouts turnouts;
  private final Observations observations;
  private final JudgingHealth judging;

  public Lookout(
      Healths healths, Turnouts turnouts, Observations observations, JudgingHealth judging) {
    this.healths = healths;
    this.turnouts = turnouts;
    this.observations = observations;
    this.judging = judging;
  }

  /**
   * Who was seen in one community.
   *
   * @param observed whether it was looked at within 30 days of the newest observation of all
   */
  public record Summary(String community, boolean observed, @Nullable Attendance attendance) {}

  /** Who was seen in a set of communities, each person counted once. */
  public record Total(
      List<Summary> summaries, PeopleCount last30, PeopleCount last90, @Nullable Instant asOf) {
    public long observed() {
      return summaries.stream().filter(Summary::observed).count();
    }
  }

  /** A community's health; judged now if it was registered but never judged. */
  public Health get(String community) {
    return find(community)
        .orElseThrow(() -> NotFound.named("communities/" + community + "/health"));
  }

  /** The health of those that anybody knows, in the order asked. */
  public List<Health> get(List<String> communities) {
    var judged = healths.find(communities);
    return communities.stream()
        .flatMap(each -> Optional.ofNullable(judged.get(each)).or(() -> find(each)).stream())
        .toList();
  }

  public Slice<Health> ghostShips(Query query) {
    return healths.listAdrift(query);
  }

  public Healths.Changes changes(String token, int limit) {
    return healths.changes(token, limit);
  }

  /**
   * @param asked ids; empty means every community that was ever observed
   */
  public Total summarize(List<String> asked) {
    var latest = observations.latest();
    var ids = asked.isEmpty() ? observed() : asked;
    var judged = healths.find(ids);
    var summaries = ids.stream().map(each -> summary(each, judged.get(each), latest)).toList();
    var fresh = summaries.stream().filter(Summary::observed).map(Summary::community).toList();
    var kept = turnouts.find(fresh);
    return new Total(
        summaries,
        Turnout.together(kept.stream().map(Turnouts.Recent::last30).toList()).count(),
        Turnout.together(kept.stream().map(Turnouts.Recent::last90).toList()).count(),
        latest.orElse(null));
  }

  private Optional<Health> find(String community) {
    var found = healths.find(community);
    if (found.isEmpty() && judging.isKnown(community)) {
      judging.judge(community);
      return healths.find(community);
    }
    return found;
  }

  private List<String> observed() {
    return observations.all().stream().map(o -> o.community()).toList();
  }

  private static Summary summary(
      String community, @Nullable Health health, Optional<Instant> latest) {
    var attendance = health == null ? null : health.attendance();
    boolean fresh =
        attendance != null
            && latest.map(l -> attendance.asOf().isAfter(l.minus(FRESH))).orElse(false);
    return new Summary(community, fresh, attendance);
  }
}
