package org.masterplan.governance.message.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.contact.app.Consents;
import org.masterplan.governance.contact.app.Decision;
import org.masterplan.governance.contact.app.Ledger;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.message.domain.Collision;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.MessageRule.Circumstances;
import org.masterplan.governance.message.domain.MessageRules;
import org.masterplan.governance.policy.domain.Policy;

/** Answers whom a message reaches, whom not and why, and what it collides with. */
public final class Checking {
  private final World world;
  private final Readers readers;
  private final Ledger ledger;
  private final Colliding colliding;
  private final Clock clock;

  /** What a message is judged by besides itself. */
  public record World(
      Audiences audiences,
      Purposes purposes,
      Units units,
      Consents consents,
      Snapshots snapshots) {}

  /** People whom one rule leaves out. */
  public record LeftOut(Policy rule, int count, String example) {}

  /** The answer; a person left out by two rules counts in both. */
  public record Report(
      int audience,
      int reachable,
      int granted,
      List<LeftOut> refused,
      List<Collision> collisions,
      List<Policy> objections,
      Instant asOf) {
    public Report {
      refused = List.copyOf(refused);
      collisions = List.copyOf(collisions);
      objections = List.copyOf(objections);
    }
  }

  public Checking(World world, Ledger ledger, Colliding colliding, Clock clock) {
    this.world = world;
    this.readers = new Readers(world.consents());
    this.ledger = ledger;
    this.colliding = colliding;
    this.clock = clock;
  }

  /** As of now, at the planned time or, if one is given, as if it were sent then. */
  public Report check(Message message, @Nullable Instant instead) {
    var judged = instead == null ? message : message.movedTo(instead);
    var now = clock.instant();
    var people = List.copyOf(world.audiences().people(message.content().audience()));
    world.snapshots().save(message.name(), people, now);
    var closed = world.purposes().closedToPromotion(message.content().audience().communities());
    var tally = tally(judged, people, closed);
    return new Report(
        people.size(),
        tally.reachable,
        tally.granted,
        tally.leftOut(),
        colliding.of(judged),
        MessageRules.objections(judged.content(), new Circumstances(now, closed)),
        now);
  }

  private Tally tally(Message message, List<String> people, Set<String> closed) {
    var tally = new Tally();
    var planned = message.content().plannedTime();
    var time = planned == null || planned.isBefore(clock.instant()) ? clock.instant() : planned;
    readers.each(
        people, handful -> tally.add(message, handful, decided(message, handful, closed, time)));
    return tally;
  }

  private List<Decision> decided(
      Message message, List<Person> handful, Set<String> closed, Instant time) {
    return handful.isEmpty()
        ? List.of()
        : ledger.considerAll(Readers.ask(message, handful.getFirst(), closed, time), handful);
  }

  /** Counts as it goes. */
  private static final class Tally {
    private final Map<String, LeftOut> byRule = new LinkedHashMap<>();
    private int reachable;
    private int granted;

    void add(Message message, List<Person> people, List<Decision> decisions) {
      for (int i = 0; i < people.size(); i++) {
        var person = people.get(i);
        reachable += person.reachable(message.content().channel()) ? 1 : 0;
        granted += decisions.get(i).granted() ? 1 : 0;
        decisions.get(i).refusals().forEach(rule -> leaveOut(rule, person));
      }
    }

    private void leaveOut(Policy rule, Person person) {
      byRule.merge(
          rule.id(),
          new LeftOut(rule, 1, person.profile()),
          (a, b) -> new LeftOut(rule, a.count() + 1, a.example()));
    }

    List<LeftOut> leftOut() {
      return byRule.values().stream()
          .sorted(Comparator.comparingInt(LeftOut::count).reversed())
          .toList();
    }
  }
}
