package org.masterplan.abandonment.grpc;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.app.Lookout;
import org.masterplan.abandonment.domain.Attendance;
import org.masterplan.abandonment.domain.Reason;
import org.masterplan.abandonment.domain.Week;
import org.masterplan.abandonment.v1.Aboard;
import org.masterplan.abandonment.v1.ActivitySummary;
import org.masterplan.abandonment.v1.Estimate;
import org.masterplan.abandonment.v1.PeopleCount;
import org.masterplan.platform.text.TextCatalogue;

/** Figures about people, and reasons, as messages. */
final class PeopleProtos {
  private static final TextCatalogue TEXTS = TextCatalogue.shared();

  private PeopleProtos() {}

  static PeopleCount count(org.masterplan.abandonment.domain.PeopleCount count) {
    return PeopleCount.newBuilder()
        .setValue(count.value())
        .setLow(count.low())
        .setHigh(count.high())
        .build();
  }

  static Estimate estimate(org.masterplan.abandonment.domain.Estimate estimate) {
    return Estimate.newBuilder()
        .setP(estimate.p())
        .setLow(estimate.low())
        .setHigh(estimate.high())
        .build();
  }

  static ActivitySummary summary(Lookout.Summary summary) {
    return attendance(summary.attendance(), summary.observed())
        .setCommunity("communities/" + summary.community())
        .build();
  }

  static ActivitySummary total(Lookout.Total total) {
    var message =
        ActivitySummary.newBuilder()
            .setObserved(total.observed() > 0)
            .setActive30(count(total.last30()))
            .setActive90(count(total.last90()));
    if (total.asOf() != null) {
      message.setAsOfTime(Wire.timestamp(total.asOf()));
    }
    return message.build();
  }

  static ActivitySummary.Builder attendance(@Nullable Attendance attendance, boolean observed) {
    var message = ActivitySummary.newBuilder().setObserved(observed);
    if (attendance == null) {
      return message;
    }
    return message
        .setAsOfTime(Wire.timestamp(attendance.asOf()))
        .setActive30(count(attendance.last30()))
        .setActive90(count(attendance.last90()))
        .addAllWeeks(attendance.weeks().stream().map(PeopleProtos::week).toList());
  }

  static Aboard aboard(org.masterplan.abandonment.domain.Aboard aboard) {
    var message =
        Aboard.newBuilder()
            .setDeclared(aboard.declared())
            .setActive(count(aboard.active()))
            .setAsOfTime(Wire.timestamp(aboard.asOf()));
    aboard.known().ifPresent(message::setKnown);
    aboard.segments().forEach(s -> message.addSegments(Aboard.Segment.newBuilder().setSegment(s)));
    return message.build();
  }

  static List<org.masterplan.abandonment.v1.Reason> reasons(List<Reason> reasons, Locale locale) {
    return reasons.stream().map(r -> reason(r, locale)).toList();
  }

  private static org.masterplan.abandonment.v1.Reason reason(Reason reason, Locale locale) {
    var code = reason.code().name();
    return org.masterplan.abandonment.v1.Reason.newBuilder()
        .setCode(code)
        .setContribution(reason.contribution())
        .setText(TEXTS.say(locale, reason.text(), reason.about()))
        .build();
  }

  private static ActivitySummary.Week week(Week week) {
    return ActivitySummary.Week.newBuilder()
        .setStartDate(week.start().toString())
        .setEvents(week.events())
        .setPeople(week.people())
        .setObserved(week.observed())
        .build();
  }
}
