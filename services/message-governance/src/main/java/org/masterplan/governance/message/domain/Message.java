package org.masterplan.governance.message.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.WrongState;

/**
 * One message on the plan. Immutable: every change is a new one.
 *
 * @param name format {@code messages/{message}}
 * @param hands who submitted and who approved it, and what was last said about it
 */
public record Message(
    String name, Content content, State state, Hands hands, Instant created, Instant updated) {

  /**
   * Subjects of those who decided; empty while nobody has.
   *
   * @param decided when it was last submitted, returned or approved; null if never, or before this
   *     was written down
   */
  public record Hands(String submitter, String approver, String reason, @Nullable Instant decided) {
    static final Hands NONE = new Hands("", "", "", null);
  }

  /** Who changes a state, when and why. */
  public record By(String subject, Instant now, String reason) {}

  /** A new draft. */
  public static Message draft(String name, Content content, Instant now) {
    return new Message(name, content, State.DRAFT, Hands.NONE, now, now);
  }

  /** Last segment of its name. */
  public String id() {
    return name.substring(name.indexOf('/') + 1);
  }

  /** The same message as if it were planned for another time. */
  public Message movedTo(Instant time) {
    return new Message(name, content.at(time), state, hands, created, updated);
  }

  /** With other content; only a draft, because a decision is about what was read. */
  public Message rewritten(Content next, Instant now) {
    mustBe("update", State.DRAFT);
    return new Message(name, next, state, hands, created, now);
  }

  /** Handed to the CMO office. */
  public Message submit(By by) {
    mustBe("submit", State.DRAFT);
    var missing = content.missing();
    if (!missing.isEmpty()) {
      throw new InvalidFields(missing);
    }
    return moved(State.PROPOSED, new Hands(by.subject(), "", by.reason(), by.now()), by);
  }

  /** Handed back to its unit. */
  public Message giveBack(By by) {
    mustBe("return", State.PROPOSED);
    return moved(State.DRAFT, new Hands(hands.submitter(), "", by.reason(), by.now()), by);
  }

  /** Allowed; nobody approves what they submitted (capability 18). */
  public Message approve(By by) {
    mustBe("approve", State.PROPOSED);
    if (by.subject().equals(hands.submitter())) {
      throw new NotAllowed("OWN_SUBMISSION", Map.of("name", name));
    }
    var decided = new Hands(hands.submitter(), by.subject(), by.reason(), by.now());
    return moved(State.APPROVED, decided, by);
  }

  /** Has its time. */
  public Message schedule(Instant time, By by) {
    mustBe("schedule", State.APPROVED);
    return movedTo(time).moved(State.SCHEDULED, said(by), by);
  }

  /** Handed over for sending. */
  public Message release(By by) {
    mustBe("release", State.SCHEDULED);
    return moved(State.RELEASED, said(by), by);
  }

  /** Given up. */
  public Message cancel(By by) {
    var before = EnumSet.complementOf(EnumSet.of(State.RELEASED, State.CANCELLED));
    mustBe("cancel", before);
    return moved(State.CANCELLED, said(by), by);
  }

  private Hands said(By by) {
    return new Hands(hands.submitter(), hands.approver(), by.reason(), hands.decided());
  }

  private Message moved(State next, Hands nextHands, By by) {
    return new Message(name, content, next, nextHands, created, by.now());
  }

  private void mustBe(String act, State wanted) {
    mustBe(act, EnumSet.of(wanted));
  }

  private void mustBe(String act, Set<State> wanted) {
    if (!wanted.contains(state)) {
      throw new WrongState(
          "MESSAGE_STATE",
          Map.of("name", name, "act", act, "state", state.name(), "expected", words(wanted)));
    }
  }

  private static String words(Set<State> states) {
    return String.join(", ", states.stream().map(State::name).toList());
  }
}
