package org.masterplan.profiles.privacy.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A person's wish to be forgotten, until every service has confirmed.
 *
 * @param id of the operation, after {@code operations/}
 * @param profile whom; {@code profiles/{profile}}
 * @param person every way in which a service may know the person; emptied when all have confirmed
 * @param confirmed services that hold nothing any more
 * @param waiting services that have still to confirm
 * @param erased holdings erased so far
 */
public record Erasure(
    String id,
    String profile,
    PersonKeys person,
    String reason,
    List<String> confirmed,
    List<String> waiting,
    long erased,
    Instant startedAt) {
  public Erasure {
    confirmed = List.copyOf(confirmed);
    waiting = List.copyOf(waiting);
  }

  /** A service has confirmed. After the last, nothing personal is left here either. */
  public Erasure confirm(String service, long count) {
    var done = new ArrayList<>(confirmed);
    done.add(service);
    var left = new ArrayList<>(waiting);
    left.remove(service);
    var keys = left.isEmpty() ? PersonKeys.NONE : person;
    return new Erasure(id, profile, keys, reason, done, left, erased + count, startedAt);
  }

  /** The same wish, also for records that have come to be known since. */
  public Erasure withRecords(Collection<String> more) {
    var keys = person.withRecords(more);
    return new Erasure(id, profile, keys, reason, confirmed, waiting, erased, startedAt);
  }

  /**
   * The same wish, also for handles that a service knows the person by. Whoever confirmed without
   * them is asked again.
   */
  public Erasure withHandles(Collection<String> more) {
    var keys = person.withHandles(more);
    if (keys.handles().size() == person.handles().size()) {
      return this;
    }
    var again = new ArrayList<>(confirmed);
    again.addAll(waiting);
    return new Erasure(id, profile, keys, reason, List.of(), again, erased, startedAt);
  }

  public boolean complete() {
    return waiting.isEmpty();
  }
}
