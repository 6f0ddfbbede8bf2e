package org.masterplan.profiles.profile.app;

import java.util.Optional;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.profile.domain.Card;

/** Lists of people by what their cards do not say. */
@FunctionalInterface
public interface NarrowLists {
  /**
   * The page that the query asks for, by what the reader may know; empty if cards say all that it
   * asks about.
   */
  Optional<Slice<Card>> list(Query query, View view);
}
