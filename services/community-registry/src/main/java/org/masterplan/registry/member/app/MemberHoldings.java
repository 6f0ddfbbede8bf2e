package org.masterplan.registry.member.app;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.member.domain.ErasedMarks;
import org.masterplan.registry.member.domain.Member;

/** What the register holds about a person: their memberships. */
public final class MemberHoldings {
  private final Communities communities;
  private final Members members;
  private final Seating seating;
  private final Erased erased;
  private final Notes notes;
  private final Clock clock;

  public MemberHoldings(MemberImport.Stores stores, Notes notes, Clock clock) {
    this.communities = stores.communities();
    this.members = stores.members();
    this.seating = new Seating(stores.members(), stores.seats());
    this.erased = stores.erased();
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Every way in which a person may be known: profiles, and keys as {@code Keys.tokens()}.
   *
   * @param anywhere handles of which nobody says the platform
   * @param others {@code platform:handle} of those that are somebody else's there
   */
  public record Person(
      List<String> profiles, List<String> tokens, List<String> anywhere, List<String> others) {
    /** One of whom every handle is known with its platform. */
    public Person(List<String> profiles, List<String> tokens) {
      this(profiles, tokens, List.of(), List.of());
    }

    /** Whether it is another who is known to go by the handle. */
    private boolean isAnother(Member member) {
      return member.isKnown() && !profiles.contains(member.profile());
    }
  }

  /** Every membership of the person, oldest first. */
  public List<Member> of(Person person) {
    var found = new LinkedHashMap<String, Member>();
    members.ofProfiles(person.profiles()).forEach(m -> found.put(m.name().toString(), m));
    members.ofTokens(person.tokens()).forEach(m -> found.put(m.name().toString(), m));
    members.ofHandles(person.anywhere()).stream()
        .filter(m -> !person.isAnother(m) && !person.others().contains(m.keys().account()))
        .forEach(m -> found.put(m.name().toString(), m));
    return found.values().stream()
        .sorted(Comparator.comparing((Member m) -> m.joined().map(t -> t.toString()).orElse("")))
        .toList();
  }

  /** Members who are known to be others, by handles that were asked for without a platform. */
  public List<Member> others(Person person) {
    return members.ofHandles(person.anywhere()).stream().filter(person::isAnother).toList();
  }

  /**
   * Forgets the person; places become free, and an old list brings nobody back. How many
   * memberships were forgotten.
   */
  public long erase(Person person, Actor actor, String why) {
    var found = of(person);
    // Marked first: whatever happens in between, a repeat of the call finds what is left.
    erased.mark(found.stream().flatMap(m -> ErasedMarks.of(m).stream()).toList(), clock.instant());
    var forgotten = members.erase(names(found));
    var byCommunity = found.stream().collect(Collectors.groupingBy(Member::community));
    byCommunity.forEach(this::left);
    byCommunity.keySet().forEach(c -> note(c, actor, "MEMBERSHIP_ERASED", why));
    return forgotten;
  }

  /** Re-files memberships of one profile under another: all, or those known by {@code only}. */
  public long move(Members.Move move, List<String> only, Actor actor) {
    var held = members.ofProfiles(List.of(move.from()));
    var moved =
        held.stream()
            .filter(m -> only.isEmpty() || m.keys().tokens().stream().anyMatch(only::contains))
            .toList();
    var count = members.move(names(moved), move);
    for (var community : moved.stream().map(Member::community).distinct().toList()) {
      members.recount(community);
      note(community, actor, "MEMBERSHIP_MOVED", "");
    }
    return count;
  }

  private void left(String name, Collection<Member> gone) {
    communities
        .find(name)
        .ifPresent(
            c -> {
              gone.forEach(m -> seating.leave(c.value(), m));
              seating.fill(c.value());
            });
    members.recount(name);
  }

  private void note(String community, Actor actor, String act, String why) {
    notes.add(
        community, new AuditEntry(clock.instant(), actor.subject(), act, List.of("members"), why));
  }

  private static List<String> names(Collection<Member> members) {
    return members.stream().map(m -> m.name().toString()).toList();
  }
}
