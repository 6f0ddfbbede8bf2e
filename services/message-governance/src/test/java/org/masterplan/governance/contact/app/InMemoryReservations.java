package org.masterplan.governance.contact.app;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.masterplan.governance.contact.domain.Reservation;

/** The reservations of a test: what every store must mean. */
public final class InMemoryReservations implements Reservations {
  private static final Comparator<Reservation> OLDEST_FIRST =
      Comparator.<Reservation, java.time.Instant>comparing(r -> r.ask().timeOr(r.taken()))
          .thenComparing(Reservation::id);

  private final Map<String, Reservation> all = new ConcurrentHashMap<>();

  @Override
  public Optional<Reservation> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public boolean add(Reservation reservation) {
    return all.putIfAbsent(reservation.id(), reservation) == null;
  }

  @Override
  public boolean replace(Reservation next) {
    var stored =
        all.computeIfPresent(
            next.id(), (_, seen) -> seen.revision() == next.revision() - 1 ? next : seen);
    return stored == next;
  }

  @Override
  public List<Reservation> ofAccounts(List<String> keys, int limit) {
    return all.values().stream()
        .filter(r -> keys.contains(r.point()) || keys.contains(r.profile()))
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Reservation> ofMessage(String message, String after, int limit) {
    return all.values().stream()
        .filter(r -> r.ask().origin().message().equals(message))
        .filter(r -> r.id().compareTo(after) > 0)
        .sorted(Comparator.comparing(Reservation::id))
        .limit(limit)
        .toList();
  }

  @Override
  public void confirmed(Collection<String> profiles, Instant since, Consumer<Reservation> use) {
    all.values().stream()
        .filter(r -> r.state() == Reservation.State.CONFIRMED)
        .filter(r -> profiles.contains(r.profile()))
        .filter(r -> !r.ask().timeOr(r.taken()).isBefore(since))
        .forEach(use);
  }

  @Override
  public int refile(String from, String to) {
    var moved = all.values().stream().filter(r -> r.profile().equals(from)).toList();
    moved.forEach(r -> all.computeIfPresent(r.id(), (_, seen) -> seen.under(to)));
    return moved.size();
  }

  @Override
  public int remove(List<String> ids) {
    return (int) ids.stream().filter(id -> all.remove(id) != null).count();
  }
}
