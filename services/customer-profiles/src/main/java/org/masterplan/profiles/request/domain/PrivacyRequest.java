package org.masterplan.profiles.request.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.Stale;
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
    /** Somebody is carrying it out, or was cut short: nothing else is decided meanwhile. */
    CARRYING_OUT,
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
    return with(acknowledgement.stop(now), answer, progress.to(state()), now);
  }

  /** It is known who asks. */
  public PrivacyRequest verify(Method method, String by, Instant now) {
    in(State.RECEIVED);
    var verified = new Verification(method, by, now);
    return with(acknowledgement, answer, progress.verified(verified), now);
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
    return with(acknowledgement, longer, progress.extended(reason), now);
  }

  /**
   * Somebody is about to carry it out: from here on nobody else does, nor decides otherwise. Throws
   * {@link Stale} while somebody else is, and if it changed since it was seen; of a call that broke
   * off the same call has seen enough.
   */
  public PrivacyRequest claim(Claim claim) {
    in(State.VERIFIED, State.CARRYING_OUT);
    if (isOfNobody()) {
      throw new WrongState("REQUEST_OF_NOBODY", Map.of("name", name.toString()));
    }
    var before = progress.claim();
    if (state() == State.CARRYING_OUT && before.filter(c -> c.holds(claim.at())).isPresent()) {
      var since = before.orElseThrow().at().toString();
      throw new Stale("REQUEST_CLAIMED", Map.of("name", name.toString(), "since", since));
    }
    if (revision != claim.seen() && before.filter(c -> c.isRepeatedBy(claim)).isEmpty()) {
      throw Stale.named(name.toString());
    }
    var next = progress.claimed(State.CARRYING_OUT, Optional.of(claim));
    return with(acknowledgement, answer, next, claim.at());
  }

  /** It could not be carried out. */
  public PrivacyRequest release(Instant now) {
    in(State.CARRYING_OUT);
    var next = progress.claimed(State.VERIFIED, progress.claim());
    return with(acknowledgement, answer, next, now);
  }

  /** It is carried out; {@code operation} is empty if none does that. */
  public PrivacyRequest fulfil(String operation, Instant now) {
    in(State.CARRYING_OUT);
    return with(acknowledgement, answer, progress.fulfilled(operation), now);
  }

  /** Whether everything about that profile may be shown upon it; refused if not. */
  public void requireShowing(String profile) {
    if (progress.verified().isEmpty()) {
      throw new WrongState("REQUEST_UNVERIFIED", Map.of("name", name.toString()));
    }
    in(State.VERIFIED, State.CARRYING_OUT, State.FULFILLED, State.ANSWERED);
    if (!wish.profile().equals(profile)) {
      var about = Map.of("name", name.toString(), "profile", profile);
      throw new WrongState("REQUEST_OF_ANOTHER", about);
    }
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

  /** When the first clock that runs is over; of a request that is closed, when it was to be. */
  public Instant nextDue() {
    return running().stream().map(Deadline::due).min(Instant::compareTo).orElse(answer.due());
  }

  /** Whoever has the answer was told with it that the request came. */
  private PrivacyRequest close(State end, String reply, Instant now) {
    return with(acknowledgement.stop(now), answer.stop(now), progress.closed(end, reply), now);
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
