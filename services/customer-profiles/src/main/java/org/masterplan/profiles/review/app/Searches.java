package org.masterplan.profiles.review.app;

import java.util.Optional;
import org.masterplan.profiles.review.domain.Search;

/** The looks through all records. Every implementation passes {@code SearchesContract}. */
public interface Searches {
  /** Keeps it; again under the same id it takes the place of the former. */
  void put(Search search);

  /** The newest. */
  Optional<Search> latest();

  /** The newest that has drawn something. */
  Optional<Search> latestSample();
}
