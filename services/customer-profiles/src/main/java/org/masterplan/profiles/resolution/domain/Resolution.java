package org.masterplan.profiles.resolution.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.WrongState;

/**
 * All records resolved anew by what is learned of them. Immutable: every change is a new revision.
 *
 * @param applying who has decided that it be applied, once somebody has
 * @param effect what it would change, {@link Effect#NONE} while it is prepared
 * @param failure why it failed, if it did
 */
public record Resolution(
    ResourceName name,
    State state,
    Asked asked,
    Optional<Asked> applying,
    Effect effect,
    Optional<Failure> failure,
    Instant updatedAt,
    long revision) {

  /** Where a resolution stands. */
  public enum State {
    /** Is learned and reckoned. */
    PREPARING,
    /** Can be looked at, applied and discarded. */
    READY,
    /** Changes the profiles, in parts. */
    APPLYING,
    /** Has changed the profiles. */
    APPLIED,
    /** Changes nothing any more. */
    DISCARDED,
    /** Was not prepared to its end, and never will be. */
    FAILED
  }

  /** Why one was not prepared. */
  public enum Failure {
    /** The service was stopped before the work was taken down. */
    INTERRUPTED,
    /** The work has failed. */
    UNPREPARED
  }

  /** Who asked for something, when and why. */
  public record Asked(String by, Instant at, String reason) {}

  /** One that is to be prepared. */
  public static Resolution ask(ResourceName name, Asked asked) {
    return new Resolution(
        name,
        State.PREPARING,
        asked,
        Optional.empty(),
        Effect.NONE,
        Optional.empty(),
        asked.at(),
        1);
  }

  /** Who answers for what it changes; of an older release it is known only who asked. */
  public Asked decidedBy() {
    return applying.orElse(asked);
  }

  /** It is known what would change. */
  public Resolution ready(Effect known, Instant now) {
    return in(Set.of(State.PREPARING)).next(State.READY, known, now);
  }

  /** It is to change the profiles. */
  public Resolution apply(Asked by) {
    in(Set.of(State.READY));
    return new Resolution(
        name, State.APPLYING, asked, Optional.of(by), effect, failure, by.at(), revision + 1);
  }

  /** It has changed the profiles. */
  public Resolution applied(Instant now) {
    return in(Set.of(State.APPLYING)).next(State.APPLIED, effect, now);
  }

  /** It is not to change anything. */
  public Resolution discard(Instant now) {
    return in(Set.of(State.PREPARING, State.READY)).next(State.DISCARDED, effect, now);
  }

  /** It cannot change anything: something else was learned meanwhile. */
  public Resolution overtaken(Instant now) {
    return in(Set.of(State.APPLYING)).next(State.DISCARDED, effect, now);
  }

  /** Nobody prepares it any more. */
  public Resolution failed(Failure why, Instant now) {
    var failed = in(Set.of(State.PREPARING));
    return new Resolution(
        name, State.FAILED, asked, applying, effect, Optional.of(why), now, failed.revision + 1);
  }

  private Resolution in(Set<State> expected) {
    if (!expected.contains(state)) {
      var names = new TreeSet<String>();
      expected.forEach(each -> names.add(each.name()));
      throw new WrongState(
          "RESOLUTION_STATE",
          Map.of(
              "name",
              name.toString(),
              "state",
              state.name(),
              "expected",
              String.join(", ", names)));
    }
    return this;
  }

  private Resolution next(State then, Effect known, Instant now) {
    return new Resolution(name, then, asked, applying, known, failure, now, revision + 1);
  }
}
