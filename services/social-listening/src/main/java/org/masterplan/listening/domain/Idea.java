package org.masterplan.listening.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.WrongState;

/**
 * Something a customer wishes for (capability 76).
 *
 * @param community {@code communities/{community}}, empty if posted nowhere
 * @param author a person's key, empty if unknown
 * @param mergedInto id of the idea that took it in, empty if none
 * @param answer the last public answer, null if none
 */
public record Idea(
    String id,
    String title,
    String text,
    String community,
    String author,
    State state,
    String mergedInto,
    @Nullable Closing answer,
    Instant posted,
    long revision)
    implements Resource {

  /** Where an idea stands. */
  public enum State {
    NEW,
    UNDER_REVIEW,
    PLANNED,
    DONE,
    DECLINED,
    MERGED
  }

  public String name() {
    return "ideas/" + id;
  }

  public Idea mergeInto(Idea other) {
    mustStand();
    if (other.id.equals(id) || other.state == State.MERGED) {
      throw InvalidFields.of("into", "MERGE_TARGET", Map.of("value", other.name()));
    }
    return new Idea(
        id, title, text, community, author, State.MERGED, other.id, answer, posted, revision + 1);
  }

  public Idea answer(State next, String words, Instant now) {
    mustStand();
    return new Idea(
        id,
        title,
        text,
        community,
        author,
        next,
        mergedInto,
        new Closing(words, now),
        posted,
        revision + 1);
  }

  /** The same with another author, or without one. */
  public Idea by(String other) {
    return new Idea(
        id, title, text, community, other, state, mergedInto, answer, posted, revision + 1);
  }

  private void mustStand() {
    if (state == State.MERGED) {
      throw new WrongState("IDEA_MERGED", Map.of("name", name(), "into", "ideas/" + mergedInto));
    }
  }
}
