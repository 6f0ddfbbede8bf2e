package org.masterplan.registry.member.app;

import java.util.List;
import org.masterplan.registry.member.domain.Keys;

/** Who is behind a key: customer profiles, as members need them. */
public interface People {
  /**
   * One answer per item, in its order: {@code profiles/{profile}}, or empty if the keys mean nobody
   * or several. At most 1,000. Throws {@code Unavailable} if nobody can be asked now.
   */
  List<String> resolve(List<Keys> keys);

  /** What changed after {@code token} (empty: from the beginning). Throws {@code Unavailable}. */
  Step changes(String token, int limit);

  /**
   * One step of the change feed.
   *
   * @param token where to go on, also when nothing changed
   * @param more whether another step would find something now
   */
  record Step(List<Change> changes, String token, boolean more) {
    public Step {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The state of one profile.
   *
   * @param movedTo the profile it means now, empty if itself
   * @param gone whether no person is behind it any more
   * @param state number of the decision behind it; a later one is greater
   */
  record Change(String profile, String movedTo, boolean gone, long state) {}
}
