package org.masterplan.profiles.request.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.WrongState;

/**
 * What a person asked for, until it is answered. Immutable: every change is a new revision. It
 * holds no value of the person, so that it can outlive an erasure as its proof.
 *
 * @param acknowledgement until when the person is to be told that it came
 * @param answer until when it is to be answered
 */
public record PrivacyRequest(
    ResourceName name,
    Wish wish,
    Deadline acknowledgement,
    Deadline answer,
    Progress progress,
    Creation created,
    Instant updatedAt,
    long revision) {

  /** What is asked for. */
  public enum Kind {
    ACCESS,
    CORRECTION,
    WITHDRAWAL,
    OBJECTION,
    ERASURE
  }

  /** Where a request stands. */
  public enum State {
    /** Nobody has made sure yet who asks. */
    RECEIVED,
    /** It is known who asks. */
    VERIFIED,
    /** What was asked is done, or under way in every service. */
    FULFILLED,
    /** The person was told. */
    ANSWERED,
    /** The person was told why not. */
    REFUSED;

    public boolean isOpen() {
      return this != ANSWERED && this != REFUSED;
    }
  }

  /** How it was made sure who asks. */
  public enum Method {
    DOCUMENT,
    CALL_BACK,
    LINK,
    ACCOUNT,
    IN_PERSON,
    ATTORNEY
  }

  /**
   * What is wished.
   *
   * @param profile whom it is about; empty if nobody is known under what the person said
   * @param reference where the request itself lies
   * @param purpose of a withdrawal or an objection; empty: all
   * @param channel of a withdrawal or an objection; empty: all
   */
  public record Wish(
      Kind kind,
      String profile,
      String reference,
      Instant receivedAt,
      String purpose,
      String channel) {}

  /** Who made sure who asks, how and when. */
  public record Verification(Method method, String by, Instant at) {}

  /**
   * How far it is.
   *
   * @param extension why the answer takes longer; empty if it does not
   * @param operation that carries it out; empty if none does
   * @param reply what the person was told
   */
  public record Progress(
      State state,
      Optional<Verification> verified,
      String extension,
      String operation,
      String reply) {
    static final Progress NONE = new Progress(State.RECEIVED, Optional.empty(), "", "", "");

    private Progress to(State next) {
      return new Progress(next, verified, extension, operation, reply);
    }
  }

  /** Who wrote it down, and when. */
  public record Creation(String by, Instant at) {}

  /** One that has just been written down; its clocks run since it came. */
  public static PrivacyRequest receive(
      ResourceName name, Wish wish, LawPack law, Creation created) {
    return new PrivacyRequest(
        name,
        wish,
        law.deadline(wish.kind(), LawPack.Limited.ACKNOWLEDGEMENT, wish.receivedAt()),
        law.deadline(wish.kind(), LawPack.Limited.ANSWER, wish.receivedAt()),
        Progress.NONE,
        created,
        created.at(),
        1);
  }

  public State state() {
    return progress.state();
  }

  /** The person was told that it came. */
  public PrivacyRequest acknowledge(Instant now) {
    in(State.RECEIVED, State.VERIFIED, State.FULFILLED);
    if (!acknowledgement.isRunning()) {
      throw new WrongState("REQUEST_ACKNOWLEDGED", Map.of("name", name.toString()));
    }
    return with(acknowledgement.stop(now), answer, progress, now);
  }

  /** It is known who asks. */
  public PrivacyRequest verify(Method method, String by, Instant now) {
    in(State.RECEIVED);
    var verified = Optional.of(new Verification(method, by, now));
    var next =
        new Progress(State.VERIFIED, verified, progress.extension(), progress.operation(), "");
    return with(acknowledgement, answer, next, now);
  }

  /** The answer takes longer, once, by as much as the law allows. */
  public PrivacyRequest extend(String reason, LawPack law, Instant now) {
    in(State.RECEIVED, State.VERIFIED, State.FULFILLED);
    if (!progress.extension().isEmpty()) {
      throw new WrongState("REQUEST_EXTENDED", Map.of("name", name.toString()));
    }
    if (answer.overdue(now)) {
      throw new WrongState("REQUEST_OVERDUE", Map.of("name", name.toString()));
    }
    var longer =
        law.extended(wish.kind(), wish.receivedAt(), answer)
            .orElseThrow(
                () -> new WrongState("REQUEST_NOT_EXTENSIBLE", Map.of("rule", answer.rule())));
    var next = new Progress(state(), progress.verified(), reason, progress.operation(), "");
    return with(acknowledgement, longer, next, now);
  }

  /** Whether it may be carried out now; refused if not. */
  public PrivacyRequest fulfillable() {
    in(State.VERIFIED);
    if (isOfNobody()) {
      throw new WrongState("REQUEST_OF_NOBODY", Map.of("name", name.toString()));
    }
    return this;
  }

  /** It is carried out; {@code operation} is empty if none does that. */
  public PrivacyRequest fulfil(String operation, Instant now) {
    fulfillable();
    var next =
        new Progress(State.FULFILLED, progress.verified(), progress.extension(), operation, "");
    return with(acknowledgement, answer, next, now);
  }

  /** The person was told what was done. */
  public PrivacyRequest answer(String reply, Instant now) {
    in(isOfNobody() ? State.VERIFIED : State.FULFILLED);
    return close(State.ANSWERED, reply, now);
  }

  /** The person was told why not. */
  public PrivacyRequest refuse(String reason, Instant now) {
    in(State.RECEIVED, State.VERIFIED);
    return close(State.REFUSED, reason, now);
  }

  /** Whether nobody is known under what the person said. */
  public boolean isOfNobody() {
    return wish.profile().isEmpty();
  }

  /** The clocks that run. */
  public List<Deadline> running() {
    return List.of(acknowledgement, answer).stream().filter(Deadline::isRunning).toList();
  }

  /** Whoever has the answer was told with it that the request came. */
  private PrivacyRequest close(State end, String reply, Instant now) {
    var told =
        new Progress(
            progress.state(),
            progress.verified(),
            progress.extension(),
            progress.operation(),
            reply);
    return with(acknowledgement.stop(now), answer.stop(now), told.to(end), now);
  }

  private PrivacyRequest with(
      Deadline acknowledged, Deadline answered, Progress next, Instant now) {
    return new PrivacyRequest(name, wish, acknowledged, answered, next, created, now, revision + 1);
  }

  private void in(State first, State... others) {
    Set<State> expected = EnumSet.of(first, others);
    if (!expected.contains(state())) {
      throw new WrongState(
          "REQUEST_STATE",
          Map.of(
              "name",
              name.toString(),
              "state",
              state().name(),
              "expected",
              String.join(", ", expected.stream().map(State::name).toList())));
    }
  }
}
