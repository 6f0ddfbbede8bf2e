package org.masterplan.governance.message.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.Message.By;
import org.masterplan.governance.message.domain.MessageRule.Circumstances;
import org.masterplan.governance.message.domain.MessageRules;
import org.masterplan.governance.message.domain.Reach;
import org.masterplan.governance.policy.domain.Policy;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.kernel.refusal.WrongState;

/** The use cases of the message plan: load, let the domain decide, store. */
public final class Planning {
  private static final String UNIT = "message.business_unit";

  private final Messages messages;
  private final Reaches reaches;
  private final Checking.World world;
  private final Consumer<String> contacts;
  private final TellingDecisions telling;
  private final PlannedTimes times;
  private final Clock clock;

  /**
   * Who is told of what was decided.
   *
   * @param contacts is told the name of a message whose contacts are to be worked on
   * @param people of decisions, at once if that is possible; {@link TellingDecisions} is asked
   *     again for every change that is stored
   */
  public record Told(Consumer<String> contacts, TellingDecisions people) {}

  public Planning(Contacting.Plan plan, Checking.World world, Told told, PlannedTimes times) {
    this.messages = plan.messages();
    this.reaches = plan.reaches();
    this.world = world;
    this.contacts = told.contacts();
    this.telling = told.people();
    this.times = times;
    this.clock = times.clock();
  }

  /** Which message, as the caller read it. */
  public record Seen(String name, long revision) {}

  /** Who acts and why. */
  public record Doing(Actor actor, String reason) {}

  /** Writes a draft; with {@code only}, just answers what would be written. */
  public Versioned create(String name, Content content, Actor actor, boolean only) {
    mustActFor(actor, content.unit());
    mustBeAtWork(content.unit());
    times.mustBeToCome(PlannedTimes.OF_MESSAGE, content.plannedTime());
    var draft = Message.draft(name, content, clock.instant());
    if (!only) {
      messages.add(draft, entry(actor, "MESSAGE_CREATED", List.of(), ""));
    }
    return new Versioned(draft, 1);
  }

  public Versioned get(String name) {
    return messages.find(name).orElseThrow(() -> NotFound.named(name));
  }

  /** Rewrites a draft; with {@code only}, just answers what would be written. */
  public Versioned update(
      Seen seen, Function<Content, Content> rewrite, Actor actor, boolean only) {
    var before = read(seen, actor);
    var content = rewrite.apply(before.content());
    mustActFor(actor, content.unit());
    if (!content.unit().equals(before.content().unit())) {
      mustBeAtWork(content.unit());
    }
    var after = before.rewritten(content, clock.instant());
    // One that has passed since it was written may stay while the rest is mended.
    if (!Objects.equals(content.plannedTime(), before.content().plannedTime())) {
      times.mustBeToCome(PlannedTimes.OF_MESSAGE, content.plannedTime());
    }
    if (!only) {
      messages.replace(after, seen.revision(), entry(actor, "MESSAGE_UPDATED", List.of(), ""));
    }
    return new Versioned(after, seen.revision() + 1);
  }

  /** Hands it to the CMO office; its audience is asked for now. */
  public Versioned submit(Seen seen, Doing doing) {
    var before = read(seen, doing.actor());
    var after = before.submit(by(doing));
    mustBeAtWork(after.content().unit());
    times.mustBeToCome(PlannedTimes.OF_MESSAGE, after.content().plannedTime());
    snapshot(after);
    var stored = store(after, seen, doing, "MESSAGE_SUBMITTED");
    tell(stored);
    return stored;
  }

  /** Hands it back to its unit. */
  public Versioned giveBack(Seen seen, Doing doing) {
    var stored = store(read(seen).giveBack(by(doing)), seen, doing, "MESSAGE_RETURNED");
    tell(stored);
    return stored;
  }

  /** Allows it, unless the law or a rule of the company objects (capability 51). */
  public Versioned approve(Seen seen, Doing doing) {
    var after = read(seen).approve(by(doing));
    mustObey(after);
    var stored = store(after, seen, doing, "MESSAGE_APPROVED");
    tell(stored);
    return stored;
  }

  /** Gives it its time, and has its contacts reserved; null keeps the planned time. */
  public Versioned schedule(Seen seen, @Nullable Instant time, Doing doing) {
    var before = read(seen, doing.actor());
    var planned = time == null ? before.content().plannedTime() : time;
    var after = before.schedule(planned == null ? clock.instant() : planned, by(doing));
    times.mustBeToCome(PlannedTimes.OF_SCHEDULE, after.content().plannedTime());
    int asked = snapshot(after);
    var reach = Reach.begun(after.name(), asked, clock.instant());
    return storeAndWork(after, reach, seen, doing);
  }

  /** Hands it over for sending, and has its contacts made final. */
  public Versioned release(Seen seen, Doing doing) {
    var after = read(seen, doing.actor()).release(by(doing));
    var reach = reaches.find(List.of(after.name())).get(after.name());
    if (reach == null || !reach.done()) {
      throw new WrongState("CONTACTS_UNDER_WAY", Map.of("name", after.name()));
    }
    return storeAndWork(after, reach.again(clock.instant()), seen, doing);
  }

  /** Gives it up, and has its reservations given back. */
  public Versioned cancel(Seen seen, Doing doing) {
    var after = read(seen, doing.actor()).cancel(by(doing));
    var reach = reaches.find(List.of(after.name())).get(after.name());
    return reach == null
        ? store(after, seen, doing, "MESSAGE_CANCELLED")
        : storeAndWork(after, reach.again(clock.instant()), seen, doing);
  }

  /** The decision is stored and stands, whether people can be told of it now or only later. */
  private void tell(Versioned stored) {
    try {
      telling.tell(stored.message());
    } catch (Unavailable _) {
      // Told by whoever follows the changes.
    }
  }

  /** Before and after: a crash in between leaves work to be taken up, never work forgotten. */
  private Versioned storeAndWork(Message after, Reach reach, Seen seen, Doing doing) {
    reaches.save(reach);
    var stored = store(after, seen, doing, "MESSAGE_" + after.state().name());
    reaches.save(reach);
    contacts.accept(after.name());
    return stored;
  }

  private int snapshot(Message message) {
    var people = world.audiences().people(message.content().audience());
    return world.snapshots().save(message.name(), people, clock.instant()).people();
  }

  private void mustObey(Message message) {
    var closed = world.purposes().closedToPromotion(message.content().audience().communities());
    var circumstances = new Circumstances(clock.instant(), closed);
    for (var rule : MessageRules.objections(message.content(), circumstances)) {
      if (rule.id().equals(MessageRules.PROMOTION_FORBIDDEN)) {
        throw sellsWhereForbidden(message, closed, rule);
      }
      if (rule.severity().blocks()) {
        throw new WrongState("RULE_OBJECTS", Map.of("name", message.name(), "rule", rule.name()));
      }
    }
  }

  private static WrongState sellsWhereForbidden(Message message, Set<String> closed, Policy rule) {
    var where = String.join(", ", closed.stream().sorted().toList());
    var about = Map.of("name", message.name(), "communities", where, "rule", rule.name());
    return new WrongState("PROMOTION_FORBIDDEN", about);
  }

  private Versioned store(Message next, Seen seen, Doing doing, String act) {
    messages.replace(
        next, seen.revision(), entry(doing.actor(), act, List.of("state"), doing.reason()));
    return new Versioned(next, seen.revision() + 1);
  }

  private Message read(Seen seen, Actor actor) {
    var message = read(seen);
    mustActFor(actor, message.content().unit());
    return message;
  }

  private Message read(Seen seen) {
    var found = get(seen.name());
    if (found.revision() != seen.revision()) {
      throw Stale.named(seen.name());
    }
    return found.message();
  }

  private By by(Doing doing) {
    return new By(doing.actor().subject(), clock.instant(), doing.reason());
  }

  private AuditEntry entry(Actor actor, String act, List<String> fields, String reason) {
    return new AuditEntry(clock.instant(), actor.subject(), act, fields, reason);
  }

  /** The CMO office acts for every unit, also for one that somebody has mistyped. */
  private void mustBeAtWork(String unit) {
    if (isUnknown(unit)) {
      throw InvalidFields.of(UNIT, "MESSAGE_UNIT_UNKNOWN", Map.of("field", UNIT, "value", unit));
    }
  }

  /** A draft binds nobody: it can be written while nobody can say, and is asked about again. */
  private boolean isUnknown(String unit) {
    try {
      return !world.units().isAtWork(unit);
    } catch (Unavailable _) {
      return false;
    }
  }

  private static void mustActFor(Actor actor, String unit) {
    var id = unit.substring(unit.indexOf('/') + 1);
    if (!actor.actsFor(id)) {
      throw new NotAllowed("NOT_YOUR_UNIT", Map.of("unit", unit));
    }
  }
}
