package org.masterplan.governance.contact.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.contact.domain.Reservation.Outcome;
import org.masterplan.governance.contact.domain.Reservation.State;

/** The stored shape of a reservation. */
final class ReservationDocument {
  private ReservationDocument() {}

  static Document write(Reservation reservation) {
    var ask = reservation.ask();
    return new Document("_id", reservation.id())
        .append("revision", reservation.revision())
        .append("point", reservation.point())
        .append("profile", reservation.profile())
        .append("attempt", reservation.attempt())
        .append("channel", ask.channel().name())
        .append("class", ask.messageClass().name())
        .append("time", Date.from(ask.timeOr(reservation.taken())))
        .append("message", ask.origin().message())
        .append("unit", ask.origin().unit())
        .append("holdOut", ask.origin().holdOut())
        .append("closed", ask.origin().closedToPromotion().stream().sorted().toList())
        .append("outcome", outcome(reservation.outcome()))
        .append("taken", Date.from(reservation.taken()))
        .append("journal", reservation.journal());
  }

  private static Document outcome(Outcome outcome) {
    return new Document("state", outcome.state().name())
        .append("refusals", outcome.refusals())
        .append("next", date(outcome.next()))
        .append("expires", date(outcome.expires()));
  }

  static Reservation read(Document stored) {
    return new Reservation(
        stored.getString("_id"),
        stored.getLong("revision"),
        ask(stored),
        stored.getString("point"),
        stored.getString("profile"),
        stored.getInteger("attempt"),
        readOutcome(stored.get("outcome", Document.class)),
        stored.getDate("taken").toInstant(),
        stored.getLong("journal"));
  }

  private static Ask ask(Document stored) {
    var closed = new HashSet<>(stored.getList("closed", String.class));
    return new Ask(
        stored.getString("_id"),
        Channel.valueOf(stored.getString("channel")),
        MessageClass.valueOf(stored.getString("class")),
        stored.getDate("time").toInstant(),
        new Ask.Origin(
            stored.getString("message"),
            stored.getString("unit"),
            closed,
            stored.getInteger("holdOut", 0)));
  }

  private static Outcome readOutcome(Document stored) {
    return new Outcome(
        State.valueOf(stored.getString("state")),
        stored.getList("refusals", String.class),
        time(stored, "next"),
        time(stored, "expires"));
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static @Nullable Instant time(Document stored, String field) {
    var date = stored.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
