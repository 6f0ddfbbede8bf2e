package org.masterplan.listening.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a customer in a community; {@code threads/{thread}} to callers.
 *
 * @param author a person's key, empty if unknown
 * @param closing how the customer was answered, null while the customer waits
 */
public record Talk(
    String id,
    String title,
    String community,
    String link,
    String author,
    Instant opened,
    @Nullable Closing closing,
    long revision)
    implements Resource {

  public String name() {
    return "threads/" + id;
  }

  public Talk close(String answer, Instant now) {
    Closing.mustBeOpen(name(), closing);
    return new Talk(
        id, title, community, link, author, opened, new Closing(answer, now), revision + 1);
  }

  /** The same with another author, or without one. */
  public Talk by(String other) {
    return new Talk(id, title, community, link, other, opened, closing, revision + 1);
  }
}
