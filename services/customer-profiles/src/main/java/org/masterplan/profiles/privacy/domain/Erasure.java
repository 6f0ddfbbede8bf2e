package org.masterplan.profiles.privacy.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A person's wish to be forgotten, until every service has confirmed; and after that its proof.
 *
 * @param id of the operation, after {@code operations/}
 * @param profile whom; {@code profiles/{profile}}
 * @param person every way in which a service may know the person; emptied when all have confirmed
 * @param asked who asked for it, why and when
 * @param confirmations of services that hold nothing any more
 * @param waiting services that have still to confirm
 * @param erased holdings erased so far
 * @param remainders what is left because it may be somebody else's, for the officer to look at
 */
public record Erasure(
    String id,
    String profile,
    PersonKeys person,
    Asked asked,
    List<Confirmation> confirmations,
    List<String> waiting,
    long erased,
    List<Remainder> remainders) {

  /**
   * Who asked, why and when.
   *
   * @param by empty if an earlier release did not keep it
   */
  public record Asked(String by, String reason, Instant at) {}

  /**
   * What a service said.
   *
   * @param at when; empty if an earlier release did not keep it
   */
  public record Confirmation(String service, long erased, Optional<Instant> at) {}

  public Erasure {
    confirmations = List.copyOf(confirmations);
    waiting = List.copyOf(waiting);
    remainders = List.copyOf(remainders);
  }

  /** A service has confirmed. After the last, nothing personal is left here either. */
  public Erasure confirm(String service, long count, Instant now) {
    var done = new ArrayList<>(confirmations);
    long before =
        done.stream().filter(c -> c.service().equals(service)).mapToLong(c -> c.erased()).sum();
    done.removeIf(c -> c.service().equals(service));
    done.add(new Confirmation(service, before + count, Optional.of(now)));
    var left = new ArrayList<>(waiting);
    left.remove(service);
    var keys = left.isEmpty() ? PersonKeys.NONE : person;
    return new Erasure(id, profile, keys, asked, done, left, erased + count, remainders);
  }

  /** The services that have confirmed what is asked of them now. */
  public List<String> confirmed() {
    return confirmations.stream()
        .map(Confirmation::service)
        .filter(service -> !waiting.contains(service))
        .toList();
  }

  /** When the last service confirmed. */
  public Optional<Instant> completedAt() {
    return complete()
        ? confirmations.stream().flatMap(c -> c.at().stream()).max(Instant::compareTo)
        : Optional.empty();
  }

  /** The same wish, also for records that have come to be known since. */
  public Erasure withRecords(Collection<String> more) {
    var keys = person.withRecords(more);
    return new Erasure(id, profile, keys, asked, confirmations, waiting, erased, remainders);
  }

  /** The same wish, but for handles that have come to be known as somebody else's. */
  public Erasure withOthers(Collection<OthersHandle> more) {
    var keys = person.withOthers(more.stream().map(OthersHandle::handle).toList());
    var left = new LinkedHashSet<>(remainders);
    more.forEach(other -> left.add(other.remainder()));
    return new Erasure(id, profile, keys, asked, confirmations, waiting, erased, List.copyOf(left));
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
    var again = new ArrayList<>(confirmed());
    again.addAll(waiting);
    return new Erasure(id, profile, keys, asked, confirmations, again, erased, remainders);
  }

  public boolean complete() {
    return waiting.isEmpty();
  }
}
