package org.masterplan.gateway.console;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.v1.Collision;
import org.masterplan.governance.v1.GetMessagePlanSummaryRequest;
import org.masterplan.governance.v1.ListMessageCollisionsRequest;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessagePlanSummary;

/** The messages of seven days, and what each of them collides with. */
final class MessagePlan {
  private static final int MOST = 200;
  private static final String GOVERNANCE = "message-governance";
  private final Services services;
  private final ZoneId zone;

  MessagePlan(Services services, ZoneId zone) {
    this.services = services;
    this.zone = zone;
  }

  /**
   * A message in the plan.
   *
   * @param day of the week shown
   * @param told whether it could be asked what it collides with
   */
  public record Planned(Message message, LocalDate day, List<Collision> collisions, boolean told) {
    /** At least so many people get it and another message: those of its largest collision. */
    public int least() {
      return collisions.stream().mapToInt(Collision::getPersons).max().orElse(0);
    }

    /**
     * At most so many: one person may be in several of its collisions, and everybody who is in one
     * of them is also in one of the plan's.
     */
    public int most(@Nullable MessagePlanSummary summary) {
      int sum = collisions.stream().mapToInt(Collision::getPersons).sum();
      return summary == null
          ? sum
          : Math.max(least(), Math.min(sum, summary.getCollisionPersons()));
    }
  }

  /** A message and another one that it collides with. */
  public record Pair(Message message, Collision other) {}

  /**
   * What was found.
   *
   * @param cut whether there are more messages than these
   */
  public record Week(List<Message> messages, boolean cut) {}

  /** The messages that the query asks for. */
  Week week(MessageQuery query, Visitor visitor) {
    var request =
        ListMessagesRequest.newBuilder().setPageSize(MOST).setFilter(query.filter(zone)).build();
    var page = services.messages(visitor).listMessages(request);
    return new Week(page.getMessagesList(), !page.getNextPageToken().isEmpty());
  }

  /** The same with what each of them collides with: a question for each, so only where shown. */
  List<Planned> planned(Week week, Visitor visitor, Asked asked) {
    return week.messages().stream().map(m -> planned(m, visitor, asked)).toList();
  }

  /** Every two that collide, once, whichever of them is planned first. */
  static List<Pair> pairs(List<Planned> messages) {
    var seen = new HashSet<Set<String>>();
    var pairs = new ArrayList<Pair>();
    for (var planned : messages) {
      for (var other : planned.collisions()) {
        if (seen.add(Set.copyOf(List.of(planned.message().getName(), other.getMessage())))) {
          pairs.add(new Pair(planned.message(), other));
        }
      }
    }
    return pairs;
  }

  /** What that message collides with; empty if it could not be asked. */
  Optional<List<Collision>> collisions(String name, Visitor visitor, Asked asked) {
    var request = ListMessageCollisionsRequest.newBuilder().setName(name).build();
    return asked
        .of(GOVERNANCE, () -> services.messages(visitor).listMessageCollisions(request))
        .map(answer -> answer.getCollisionsList());
  }

  /** The figures of the seven days. */
  Optional<MessagePlanSummary> summary(MessageQuery query, Visitor visitor, Asked asked) {
    var request =
        GetMessagePlanSummaryRequest.newBuilder()
            .setStartTime(stamp(query.week()))
            .setEndTime(stamp(query.week().plusDays(7)))
            .build();
    return asked.of(GOVERNANCE, () -> services.messages(visitor).getMessagePlanSummary(request));
  }

  private Planned planned(Message message, Visitor visitor, Asked asked) {
    var moment = Instant.ofEpochSecond(message.getPlannedTime().getSeconds());
    var collisions = collisions(message.getName(), visitor, asked);
    return new Planned(
        message,
        LocalDate.ofInstant(moment, zone),
        collisions.orElse(List.of()),
        collisions.isPresent());
  }

  private Timestamp stamp(LocalDate day) {
    var moment = day.atStartOfDay(zone).toInstant();
    return Timestamp.newBuilder().setSeconds(moment.getEpochSecond()).build();
  }
}
