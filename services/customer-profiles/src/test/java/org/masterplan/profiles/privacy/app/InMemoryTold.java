package org.masterplan.profiles.privacy.app;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.masterplan.profiles.privacy.domain.Standstill;

/** How far each service was told and what stands still, in memory. */
final class InMemoryTold implements Told {
  private static final Comparator<Standstill> ORDER =
      Comparator.comparing(Standstill::service)
          .thenComparing(Standstill::decision)
          .thenComparing(Standstill::place);

  private final Map<String, Long> all = new ConcurrentHashMap<>();
  private final NavigableSet<Standstill> standing = new ConcurrentSkipListSet<>(ORDER);

  @Override
  public long upTo(String service) {
    return all.getOrDefault(service, 0L);
  }

  @Override
  public void upTo(String service, long decision) {
    all.merge(service, decision, Math::max);
  }

  @Override
  public List<Standstill> standing(String service) {
    return standing.stream().filter(move -> move.service().equals(service)).toList();
  }

  @Override
  public long countStanding(String service) {
    return standing(service).size();
  }

  @Override
  public void stand(Standstill move) {
    standing.remove(move);
    standing.add(move);
  }

  @Override
  public void goOn(Standstill move) {
    standing.remove(move);
  }
}
