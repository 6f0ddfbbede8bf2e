package org.masterplan.profiles.snapshot.app;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What other services hold, as rows of their tables. Each throws {@code Unavailable} if away. */
public interface Surroundings {
  /** Rows of {@code COMMUNITIES}; answers the names of the communities. */
  List<String> communities(Consumer<List<@Nullable Object>> row);

  /** Rows of {@code MEMBERSHIPS} of one community. */
  void memberships(String community, Consumer<List<@Nullable Object>> row);

  /** Rows of {@code MESSAGES}. */
  void messages(Consumer<List<@Nullable Object>> row);
}
