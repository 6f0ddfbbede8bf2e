package org.masterplan.governance.message.grpc;

import static org.masterplan.governance.contact.grpc.ContactProtos.timestamp;

import java.time.Instant;
import java.util.Map;
import org.masterplan.governance.contact.grpc.ContactProtos;
import org.masterplan.governance.message.app.Checking;
import org.masterplan.governance.message.app.Summarising.Summary;
import org.masterplan.governance.message.domain.Collision;
import org.masterplan.governance.policy.grpc.Policies;
import org.masterplan.governance.v1.CheckMessageResponse;
import org.masterplan.governance.v1.CheckMessageResponse.Refused;
import org.masterplan.governance.v1.MessagePlanSummary;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.text.TextCatalogue;

/** Checks, collisions and summaries as the contract writes them. */
final class ReportProtos {
  private ReportProtos() {}

  static CheckMessageResponse report(Checking.Report report) {
    return CheckMessageResponse.newBuilder()
        .setAudience(report.audience())
        .setReachable(report.reachable())
        .setGranted(report.granted())
        .addAllRefused(report.refused().stream().map(ReportProtos::refused).toList())
        .addAllCollisions(report.collisions().stream().map(ReportProtos::collision).toList())
        .addAllObjections(report.objections().stream().map(Policies::objection).toList())
        .setAsOfTime(timestamp(report.asOf()))
        .build();
  }

  private static Refused refused(Checking.LeftOut left) {
    return Refused.newBuilder()
        .setRule(left.rule().name())
        .setCount(left.count())
        .setExample(left.example())
        .setText(Policies.text(left.rule()))
        .build();
  }

  static org.masterplan.governance.v1.Collision collision(Collision collision) {
    var other = collision.other();
    var shown =
        org.masterplan.governance.v1.Collision.newBuilder()
            .setMessage(other.name())
            .setPersons(collision.persons())
            .setReason(collision.reason().name())
            .addAllFreeSlots(collision.freeSlots().stream().map(ContactProtos::timestamp).toList())
            .setTitle(other.content().title())
            .setBusinessUnit(other.content().unit())
            .setText(text(collision));
    if (other.content().plannedTime() != null) {
      shown.setPlannedTime(timestamp(other.content().plannedTime()));
    }
    return shown.build();
  }

  private static String text(Collision collision) {
    var persons = Integer.toString(collision.persons());
    var about = Map.of("persons", persons, "title", collision.other().content().title());
    return TextCatalogue.shared()
        .say(Caller.language(), "COLLISION_" + collision.reason().name(), about);
  }

  static MessagePlanSummary summary(Summary summary, Instant from, Instant until) {
    var shown =
        MessagePlanSummary.newBuilder()
            .setStartTime(timestamp(from))
            .setEndTime(timestamp(until))
            .setMessages(summary.byState().values().stream().mapToInt(Integer::intValue).sum())
            .setAsked(summary.asked())
            .setGranted(summary.granted())
            .setRefused(summary.refused())
            .setCollisions(summary.collisions().pairs())
            .setCollisionPersons(summary.collisions().persons())
            .setWaitingDecisions(summary.waiting())
            .setAsOfTime(timestamp(summary.asOf()));
    summary.byState().forEach((state, count) -> shown.putByState(state.name(), count));
    return shown.build();
  }
}
