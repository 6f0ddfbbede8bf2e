package org.masterplan.governance.contact.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one wish: the ledger's record, and the memory that makes asking twice the same as
 * asking once.
 *
 * @param id the wish's id
 * @param point key of the contact point's account; empty if the channel needs none
 * @param profile name of the profile's account; empty for somebody unknown
 * @param attempt counts who took the wish up; entries carry it, so that an abandoned attempt can
 *     never undo a later one's
 * @param journal number of the identity journal that the decision saw
 */
public record Reservation(
    String id,
    long revision,
    Ask ask,
    String point,
    String profile,
    int attempt,
    Outcome outcome,
    Instant taken,
    long journal) {

  /** How far it is. */
  public enum State {
    /** Being decided; whoever decides may have died. */
    PENDING,
    /** Held. */
    GRANTED,
    /** Some rule objected. */
    REFUSED,
    /** Drawn to do without the message; nothing else objected. */
    HELD_OUT,
    /** Final: it takes place. */
    CONFIRMED,
    /** Given back by whoever asked. */
    RELEASED,
    /** Taken back by the person's no. */
    WITHDRAWN
  }

  /**
   * The answer.
   *
   * @param refusals ids of the rules that objected
   * @param next when it would be granted; null if no waiting helps
   * @param expires until when a granted one may be confirmed
   */
  public record Outcome(
      State state, List<String> refusals, @Nullable Instant next, @Nullable Instant expires) {
    public Outcome {
      refusals = List.copyOf(refusals);
    }

    /** Held until then. */
    public static Outcome granted(Instant until) {
      return new Outcome(State.GRANTED, List.of(), null, until);
    }

    static Outcome of(State state) {
      return new Outcome(state, List.of(), null, null);
    }
  }

  /** A wish that is now being decided. */
  public static Reservation pending(Ask ask, Accounted accounted, Instant now) {
    return new Reservation(
        ask.id(),
        1,
        ask,
        accounted.point(),
        accounted.profile(),
        1,
        Outcome.of(State.PENDING),
        now,
        accounted.journal());
  }

  /** The accounts that a wish is counted in, and the identity that said so. */
  public record Accounted(String point, String profile, long journal) {}

  /** Taken up again after whoever decided it has not come back. */
  public Reservation takeOver(Instant now) {
    return new Reservation(
        id, revision + 1, ask, point, profile, attempt + 1, outcome, now, journal);
  }

  /** A wish that was refused at once. */
  public Reservation refusedAtOnce(Outcome refused) {
    return new Reservation(id, revision, ask, point, profile, attempt, refused, taken, journal);
  }

  /** With its answer. */
  public Reservation with(Outcome next) {
    return new Reservation(id, revision + 1, ask, point, profile, attempt, next, taken, journal);
  }

  /** Final, at the time when it takes place. */
  public Reservation confirmedAt(Instant now) {
    var took = new Outcome(State.CONFIRMED, List.of(), null, outcome.expires());
    return new Reservation(
        id, revision + 1, ask.at(now), point, profile, attempt, took, taken, journal);
  }

  /** Taken back by the person's no. */
  public Reservation withdrawn(String rule) {
    return with(new Outcome(State.WITHDRAWN, List.of(rule), null, null));
  }

  /** Re-filed under another profile, after a merge. */
  public Reservation under(String other) {
    return new Reservation(id, revision + 1, ask, point, other, attempt, outcome, taken, journal);
  }

  /** In another state, its times kept. */
  public Reservation in(State state) {
    return with(new Outcome(state, outcome.refusals(), outcome.next(), outcome.expires()));
  }

  /** Whether another wish is the same one. */
  public boolean repeats(Ask other, Accounted accounted) {
    return ask.channel() == other.channel()
        && ask.messageClass() == other.messageClass()
        && (point.equals(accounted.point()) || profile.equals(accounted.profile()));
  }

  public State state() {
    return outcome.state();
  }

  /** Resource name. */
  public String name() {
    return "reservations/" + id;
  }

  /** Id of its entries. */
  public String entry() {
    return id + "#" + attempt;
  }
}
