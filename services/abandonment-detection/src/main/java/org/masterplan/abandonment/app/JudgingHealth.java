package org.masterplan.abandonment.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.domain.Aboard;
import org.masterplan.abandonment.domain.Attendance;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.abandonment.domain.Judge;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.abandonment.domain.Logbook;
import org.masterplan.abandonment.domain.PeopleCount;
import org.masterplan.abandonment.domain.Registered;
import org.masterplan.abandonment.domain.Timeline;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;

/** Judges communities, keeps what changed, and opens a rescue case for each new ghost ship. */
public final class JudgingHealth {
  private static final String ACTOR = "service:abandonment-detection";

  private final Sources sources;
  private final Healths healths;
  private final Turnouts turnouts;
  private final Rescue rescue;

  /** What a judgement is made from. */
  public record Sources(
      Activities activities,
      Observations observations,
      RegisteredCommunities registered,
      MemberCounts members,
      ImportingActivity.Reading reading) {}

  public JudgingHealth(Sources sources, Healths healths, Turnouts turnouts, Rescue rescue) {
    this.sources = sources;
    this.healths = healths;
    this.turnouts = turnouts;
    this.rescue = rescue;
  }

  /** Judges every community that the register or any import knows; answers how many changed. */
  public int judgeAll() {
    return (int) communities().stream().filter(this::judge).count();
  }

  /** Every community that the register or any import knows. */
  public List<String> communities() {
    var ids = new TreeSet<String>();
    sources.registered().all().forEach(each -> ids.add(each.community()));
    sources.observations().all().forEach(each -> ids.add(each.community()));
    return List.copyOf(ids);
  }

  /** Whether the register or any import knows it. */
  public boolean isKnown(String community) {
    return sources.registered().find(community).isPresent()
        || sources.observations().find(community).isPresent();
  }

  /** Judges one community; answers whether anything changed. */
  public boolean judge(String community) {
    try {
      return judgeOnce(community);
    } catch (Stale | AlreadyExists _) {
      // Somebody judged it at the same moment, from facts that may be older than ours.
      return judgeOnce(community);
    }
  }

  private boolean judgeOnce(String community) {
    var registered =
        sources.registered().find(community).orElseGet(() -> Registered.unknown(community));
    var timeline = timeline(registered);
    var before = healths.find(community);
    var next = health(registered, timeline, before);
    if (timeline != null) {
      var seen = timeline.turnout();
      turnouts.put(community, new Turnouts.Recent(seen.last30(), seen.last90()));
    }
    if (before.isPresent() && next.saysTheSameAs(before.get())) {
      return false;
    }
    // Told first: once it is saved, a repeat finds nothing new to tell. Telling twice is once.
    if (next.isAdrift() && before.filter(b -> isSameKind(b, next)).isEmpty()) {
      rescue.cameAdrift(next);
    }
    healths.save(next, new AuditEntry(next.evaluated(), ACTOR, "HEALTH_JUDGED", List.of(), ""));
    return true;
  }

  private static boolean isSameKind(Health before, Health next) {
    return before.isAdrift() && before.judgement().state() == next.judgement().state();
  }

  private @Nullable Timeline timeline(Registered registered) {
    var observation = sources.observations().find(registered.community());
    if (observation.isEmpty()) {
      return null;
    }
    var reading = sources.reading();
    var now = reading.clock().instant();
    var until = observation.get().until();
    var owner = reading.pseudonyms().of(registered.owner());
    var logbook = new Logbook(until.isAfter(now) ? now : until, reading.zone(), owner);
    sources.activities().read(registered.community(), logbook::read);
    return logbook.timeline();
  }

  private Health health(
      Registered registered, @Nullable Timeline timeline, Optional<Health> before) {
    var now = sources.reading().clock().instant();
    var judgement = Judge.judge(registered, timeline, sources.reading().zone());
    var health =
        new Health(
            registered,
            judgement,
            stateTime(judgement, before, now),
            timeline == null ? null : Attendance.of(timeline),
            null,
            "",
            now,
            before.map(Health::revision).orElse(0L));
    if (!health.isAdrift()) {
      return health;
    }
    var adrift = withAboard(health, timeline);
    return adrift.withRescueCase(rescue.caseFor(adrift));
  }

  private Health withAboard(Health health, @Nullable Timeline timeline) {
    var registered = health.registered();
    var active = timeline == null ? PeopleCount.NOBODY : timeline.turnout().lastYear().count();
    var aboard =
        new Aboard(
            registered.declaredMembers(),
            sources.members().known(registered.community()),
            active,
            registered.segments(),
            timeline == null ? health.stateTime() : timeline.until());
    return new Health(
        registered,
        health.judgement(),
        health.stateTime(),
        health.attendance(),
        aboard,
        "",
        health.evaluated(),
        health.revision());
  }

  private static Instant stateTime(Judgement judgement, Optional<Health> before, Instant now) {
    if (judgement.since() != null) {
      return judgement.since();
    }
    return before
        .filter(b -> b.judgement().state() == judgement.state())
        .map(Health::stateTime)
        .orElse(judgement.observedUntil() == null ? now : judgement.observedUntil());
  }
}
