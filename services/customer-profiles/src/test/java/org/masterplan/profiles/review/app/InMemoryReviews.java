package org.masterplan.profiles.review.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;

/** Reviews in memory. */
final class InMemoryReviews implements Reviews {
  private final Map<String, Review> all = new TreeMap<>();

  @Override
  public Optional<Review> find(Pair pair) {
    return Optional.ofNullable(all.get(pair.id()));
  }

  @Override
  public void add(List<Review> found, AuditEntry entry) {
    found.forEach(review -> all.putIfAbsent(review.pair().id(), review));
  }

  @Override
  public void replace(Review next, AuditEntry entry) {
    var old = all.get(next.pair().id());
    if (old == null || old.revision() != next.revision() - 1) {
      throw Stale.named(next.name());
    }
    all.put(next.pair().id(), next);
  }

  @Override
  public Slice<Review> list(Query query) {
    return ReviewFields.queryable().page(all.values(), query);
  }

  @Override
  public void each(Filter filter, Consumer<Review> use) {
    List.copyOf(all.values()).stream()
        .filter(review -> ReviewFields.queryable().matches(filter, review))
        .forEach(use);
  }

  @Override
  public Map<Tally, Long> tally() {
    var counts = new HashMap<Tally, Long>();
    all.values()
        .forEach(r -> counts.merge(new Tally(r.finding().kind(), r.state()), 1L, Long::sum));
    return counts;
  }

  @Override
  public List<Review> about(Collection<Long> records) {
    return all.values().stream()
        .filter(r -> records.contains(r.pair().left()) || records.contains(r.pair().right()))
        .toList();
  }

  @Override
  public long erase(Collection<Long> records) {
    var gone = about(records);
    gone.forEach(review -> all.remove(review.pair().id()));
    return gone.size();
  }
}
