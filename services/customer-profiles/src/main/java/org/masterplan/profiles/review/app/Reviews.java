package org.masterplan.profiles.review.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;

/** Where pairs to be looked at are kept. Every implementation passes {@code ReviewsContract}. */
public interface Reviews {
  /** The one about that pair. */
  Optional<Review> find(Pair pair);

  /** Stores new ones; those about pairs that are known already are left out. */
  void add(List<Review> found, AuditEntry entry);

  /** Replaces the revision just before this one; throws {@code Stale} if it is no longer there. */
  void replace(Review next, AuditEntry entry);

  /** The page that the query asks for, over {@link ReviewFields}. */
  Slice<Review> list(Query query);

  /** Each that matches, in no order; may be changed meanwhile. */
  void each(Filter filter, Consumer<Review> use);

  /** How many there are of each kind and state. */
  Map<Tally, Long> tally();

  /** All about any of these records. */
  List<Review> about(Collection<Long> records);

  /** Forgets all about any of these records; answers how many there were. */
  long erase(Collection<Long> records);

  /** A kind in a state. */
  record Tally(org.masterplan.profiles.review.domain.Kind kind, Review.State state) {}
}
