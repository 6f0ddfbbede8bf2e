package org.masterplan.registry.member.app;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.member.domain.ErasedMarks;
import org.masterplan.registry.member.domain.Keys;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.member.domain.MemberRow;
import org.masterplan.registry.member.domain.Participation;

/**
 * Takes in lists of members, a thousand at a time. A member is found again by their key, so that
 * two imports of one list give one result. While customer profiles are away, members stay unknown
 * and are asked for later.
 */
public final class MemberImport {
  private static final int BATCH = 1000;

  private final Communities communities;
  private final Members members;
  private final Seating seating;
  private final People people;
  private final Erased erased;
  private final Notes notes;
  private final Clock clock;
  private final ZoneId zone;

  /** Where members are kept and who is asked about them. */
  public record Stores(
      Communities communities, Members members, Seats seats, People people, Erased erased) {}

  public MemberImport(Stores stores, Notes notes, Clock clock, ZoneId zone) {
    this.communities = stores.communities();
    this.members = stores.members();
    this.seating = new Seating(stores.members(), stores.seats());
    this.people = stores.people();
    this.erased = stores.erased();
    this.notes = notes;
    this.clock = clock;
    this.zone = zone;
  }

  /** What became of the rows taken: how many are known, unknown, and waiting for a place. */
  public record Outcome(ImportOutcome rows, long known, long unknown, long waiting) {}

  /** Refuses a caller who does not act for the community, before anything is read. */
  public Community mayImport(String name, Actor actor) {
    var community = communities.find(name).orElseThrow(() -> NotFound.named(name)).value();
    var unit = community.holding().unit();
    if (!actor.is(Role.DATA_TEAM) && !actor.actsFor(unit.substring(unit.lastIndexOf('/') + 1))) {
      throw new NotAllowed("OTHER_UNIT", Map.of("unit", unit));
    }
    return community;
  }

  /** Takes every row that can be; the others are told with line, field and reason. */
  public Outcome take(Community community, Rows rows, Actor actor, ImportTally tally) {
    var name = community.name().toString();
    var into = new MemberRow.Into(name, community.place().platform(), clock.instant(), zone);
    seating.open(community);
    var run = new Run(community, tally);
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good good -> run.read(good, into);
      }
    }
    run.flush();
    seating.fill(community);
    members.recount(name);
    notes.add(
        name,
        new AuditEntry(
            clock.instant(), actor.subject(), "MEMBERS_IMPORTED", List.of("members"), ""));
    return new Outcome(tally.outcome(), run.known, run.unknown, run.waiting);
  }

  /** One import under way. */
  private final class Run {
    private final Community community;
    private final ImportTally tally;
    private final Map<String, Member> batch = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private boolean profilesAway;
    private long known;
    private long unknown;
    private long waiting;

    private Run(Community community, ImportTally tally) {
      this.community = community;
      this.tally = tally;
    }

    private void read(Row.Good row, MemberRow.Into into) {
      try {
        var member = MemberRow.read(row, into);
        var twice = batch.get(member.name().toString());
        if (twice != null) {
          tally.unchanged();
        }
        batch.put(member.name().toString(), twice == null ? member : member.after(twice));
        lines.putIfAbsent(member.name().toString(), row.line());
      } catch (InvalidFields e) {
        tally.rejected(row.refused(e));
      }
      if (batch.size() == BATCH) {
        flush();
      }
    }

    /** Nothing of such a row is kept: its person asked to be forgotten. */
    private void refuseErased() {
      var marks = batch.values().stream().flatMap(m -> ErasedMarks.of(m).stream()).toList();
      var marked = erased.marked(marks);
      if (!marked.isEmpty()) {
        var gone = batch.values().stream().filter(m -> ErasedMarks.cover(m, marked)).toList();
        for (var member : gone) {
          var name = member.name().toString();
          batch.remove(name);
          tally.rejected(
              Row.Bad.unreadable(lines.getOrDefault(name, 0L), "MEMBER_ERASED", Map.of()));
        }
      }
    }

    private void flush() {
      refuseErased();
      var before = members.find(batch.keySet());
      var next = new ArrayList<Member>(batch.size());
      batch.forEach((name, member) -> next.add(seated(member, before.get(name))));
      var recognised = recognise(next, before);
      var changed = new ArrayList<Member>();
      for (var member : recognised) {
        if (tallied(member, before.get(member.name().toString()))) {
          changed.add(member);
        }
      }
      members.put(changed);
      batch.clear();
      lines.clear();
    }

    private Member seated(Member listed, @Nullable Member before) {
      var member = before == null ? listed : listed.after(before);
      boolean tookPart = before != null && before.state() == Participation.JOINED;
      return seating.seat(community, member, tookPart);
    }

    /** Asks only about those who are not known, or whose keys are new. */
    private List<Member> recognise(List<Member> next, Map<String, Member> before) {
      var asked = next.stream().filter(m -> isNew(m, before.get(m.name().toString()))).toList();
      var answers = profiles(asked.stream().map(Member::keys).toList());
      var profiles = new LinkedHashMap<String, String>();
      for (int i = 0; i < answers.size(); i++) {
        profiles.put(asked.get(i).name().toString(), answers.get(i));
      }
      return next.stream()
          .map(
              m ->
                  Optional.ofNullable(profiles.get(m.name().toString()))
                      .filter(p -> !p.isEmpty())
                      .map(m::known)
                      .orElse(m))
          .toList();
    }

    private static boolean isNew(Member member, @Nullable Member before) {
      return before == null || !before.isKnown() || !before.keys().equals(member.keys());
    }

    private List<String> profiles(List<Keys> keys) {
      if (keys.isEmpty() || profilesAway) {
        return List.of();
      }
      try {
        return people.resolve(keys);
      } catch (Unavailable _) {
        // Fail open: the members stay unknown, and are revisited.
        profilesAway = true;
        return List.of();
      }
    }

    private boolean tallied(Member member, @Nullable Member before) {
      known += member.isKnown() ? 1 : 0;
      unknown += member.isKnown() ? 0 : 1;
      waiting += member.state() == Participation.WAITING ? 1 : 0;
      if (before == null) {
        tally.imported();
      } else if (before.equals(member)) {
        tally.unchanged();
      } else {
        tally.updated();
      }
      return !member.equals(before);
    }
  }
}
