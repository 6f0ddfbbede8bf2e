package org.masterplan.governance.message.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who was in each message's audience when it was last asked for. */
public interface Snapshots {
  /**
   * A snapshot's card.
   *
   * @param generation tells two snapshots of one message apart
   * @param edition grows whenever a person in it is moved or taken out
   * @param people how many there were when it was taken
   */
  record Head(String message, String generation, int edition, int people, Instant asOf) {}

  /** Replaces the message's snapshot. */
  Head save(String message, Collection<String> people, Instant asOf);

  Optional<Head> head(String message);

  /** The cards of those messages that have one, in one question. */
  List<Head> heads(Collection<String> messages);

  /** The people of a snapshot, in order; empty if it was replaced meanwhile. */
  List<String> people(Head head);

  /** Puts {@code to} in the place of {@code from} wherever it occurs, after a merge. */
  int move(String from, String to);

  /** Takes a person out of every snapshot. */
  int remove(String person);
}
