package org.masterplan.abandonment.app;

import org.masterplan.abandonment.app.RegisteredCommunities.Seen;

/**
 * Keeps up with the register. A community whose owner departed or whose unit was dissolved is
 * judged at once, not at the next scheduled run (capabilities 14, 15).
 */
public final class FollowingRegistry {
  private final RegisteredCommunities registered;
  private final JudgingHealth judging;

  public FollowingRegistry(RegisteredCommunities registered, JudgingHealth judging) {
    this.registered = registered;
    this.judging = judging;
  }

  /** Takes in the state of a community; idempotent. */
  public void apply(Seen seen) {
    var community = seen.community();
    var known = registered.find(community.community());
    registered.put(seen);
    if (known.isEmpty() || !known.get().equals(community)) {
      judging.judge(community.community());
    }
  }
}
