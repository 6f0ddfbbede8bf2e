package org.masterplan.governance.message.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.governance.message.domain.Collision;
import org.masterplan.governance.message.domain.CollisionRules;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.governance.message.domain.Crowd;
import org.masterplan.governance.message.domain.Message;

/** Finds which messages reach the same people at nearly the same time. Exact, no sampling. */
public final class Colliding {
  private final Messages messages;
  private final Crowds crowds;
  private final Clock clock;
  private final ZoneId zone;

  /** {@code zone}: whose working hours free slots are looked for in. */
  public Colliding(Messages messages, Snapshots snapshots, Clock clock, ZoneId zone) {
    this.messages = messages;
    this.crowds = new Crowds(snapshots);
    this.clock = clock;
    this.zone = zone;
  }

  /** Pairs of colliding messages, and how many people are in at least one. */
  public record Pairs(int pairs, int persons) {}

  private record Rival(Message message, int persons) {}

  /** What the message collides with, most people first. */
  public List<Collision> of(Message message) {
    var rivals = rivals(message);
    var contents = rivals.stream().map(r -> r.message().content()).toList();
    var slots = CollisionRules.freeSlots(message.content(), contents, clock.instant(), zone);
    return rivals.stream()
        .flatMap(r -> collision(message, r, slots).stream())
        .sorted(Comparator.comparingInt(Collision::persons).reversed())
        .toList();
  }

  private static Optional<Collision> collision(Message message, Rival rival, List<Instant> slots) {
    return CollisionRules.reason(message.content(), rival.message().content())
        .map(reason -> new Collision(rival.message(), rival.persons(), reason, slots));
  }

  private List<Rival> rivals(Message message) {
    var planned = message.content().plannedTime();
    if (planned == null) {
      return List.of();
    }
    var own = crowds.of(message.name());
    var reach = CollisionRules.SEARCH.plus(CollisionRules.PRICE_REMEMBERED);
    return messages.planned(planned.minus(reach), planned.plus(reach)).stream()
        .filter(m -> m.state().onThePlan() && !m.name().equals(message.name()))
        .map(m -> new Rival(m, own.common(crowds.of(m.name()))))
        .filter(r -> r.persons() > 0)
        .toList();
  }

  /** Collisions of which at least one message is planned in the stretch. */
  public Pairs between(Instant from, Instant until) {
    var around = CollisionRules.PRICE_REMEMBERED;
    var all =
        messages.planned(from.minus(around), until.plus(around)).stream()
            .filter(m -> m.state().onThePlan())
            .toList();
    var rivals = rivals(all, from, until);
    // Only of those that the rules bring together: most messages never meet.
    var names = new HashSet<String>();
    rivals.forEach(pair -> names.addAll(List.of(pair.one(), pair.other())));
    return pairs(rivals, crowds.of(names));
  }

  /** Two messages that the rules bring together, by name. */
  private record Meeting(String one, String other) {}

  private static List<Meeting> rivals(List<Message> all, Instant from, Instant until) {
    var seen = new HashSet<String>();
    var found = new ArrayList<Meeting>();
    for (var one : all) {
      if (within(one.content(), from, until)) {
        seen.add(one.name());
        for (var other : all) {
          boolean meet =
              !seen.contains(other.name())
                  && CollisionRules.reason(one.content(), other.content()).isPresent();
          if (meet) {
            found.add(new Meeting(one.name(), other.name()));
          }
        }
      }
    }
    return found;
  }

  private static Pairs pairs(List<Meeting> rivals, Map<String, Crowd> known) {
    var persons = Crowd.empty();
    int pairs = 0;
    for (var pair : rivals) {
      var one = known.getOrDefault(pair.one(), Crowd.empty());
      var both = one.both(known.getOrDefault(pair.other(), Crowd.empty()));
      pairs += both.size() > 0 ? 1 : 0;
      persons = both.size() > 0 ? persons.either(both) : persons;
    }
    return new Pairs(pairs, persons.size());
  }

  private static boolean within(Content content, Instant from, Instant until) {
    var planned = content.plannedTime();
    return planned != null && !planned.isBefore(from) && planned.isBefore(until);
  }
}
