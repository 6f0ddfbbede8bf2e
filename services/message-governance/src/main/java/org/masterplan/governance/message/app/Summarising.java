package org.masterplan.governance.message.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.Reach;
import org.masterplan.governance.message.domain.State;

/** The figures of a stretch of the message plan. */
public final class Summarising {
  private final Messages messages;
  private final Reaches reaches;
  private final Colliding colliding;
  private final Clock clock;
  private final ZoneId zone;

  public Summarising(Contacting.Plan plan, Colliding colliding, Clock clock, ZoneId zone) {
    this.messages = plan.messages();
    this.reaches = plan.reaches();
    this.colliding = colliding;
    this.clock = clock;
    this.zone = zone;
  }

  /** Counted at {@code asOf}; cancelled messages are left out. */
  public record Summary(
      Map<State, Integer> byState,
      int asked,
      int granted,
      int refused,
      Colliding.Pairs collisions,
      int waiting,
      Instant asOf) {
    public Summary {
      byState = Map.copyOf(byState);
    }
  }

  /** When today began, in the installation's zone. */
  public Instant today() {
    return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  /** The figures from {@code from} until before {@code until}. */
  public Summary between(Instant from, Instant until) {
    var planned = messages.planned(from, until);
    var reached = reaches.find(planned.stream().map(Message::name).toList()).values();
    return new Summary(
        byState(planned),
        sum(List.copyOf(reached), Reach::asked),
        sum(List.copyOf(reached), Reach::granted),
        sum(List.copyOf(reached), Reach::refused),
        colliding.between(from, until),
        (int) messages.count(State.PROPOSED),
        clock.instant());
  }

  private static Map<State, Integer> byState(List<Message> planned) {
    var counts = new EnumMap<State, Integer>(State.class);
    planned.forEach(m -> counts.merge(m.state(), 1, Integer::sum));
    return counts;
  }

  private static int sum(List<Reach> reached, ToIntFunction<Reach> figure) {
    return reached.stream().mapToInt(figure).sum();
  }
}
