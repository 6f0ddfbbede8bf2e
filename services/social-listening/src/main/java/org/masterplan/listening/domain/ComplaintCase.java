package org.masterplan.listening.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint that somebody owes an answer.
 *
 * @param mention id of the mention that opened it
 * @param due by when an answer is due
 * @param closing how it ended, null while it is open
 */
public record ComplaintCase(
    String id,
    String mention,
    String platform,
    Instant opened,
    Instant due,
    @Nullable Closing closing,
    long revision)
    implements Resource {

  public String name() {
    return "complaintCases/" + id;
  }

  /** The same, its platform called by another word. */
  public ComplaintCase on(String other) {
    return new ComplaintCase(id, mention, other, opened, due, closing, revision + 1);
  }

  public ComplaintCase close(String done, Instant now) {
    Closing.mustBeOpen(name(), closing);
    return new ComplaintCase(
        id, mention, platform, opened, due, new Closing(done, now), revision + 1);
  }
}
