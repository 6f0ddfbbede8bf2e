package org.masterplan.abandonment.jobs;

import org.masterplan.abandonment.app.FollowingRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the register's changes, so that a departure orphans at once. */
public final class RegisterFollower {
  private static final Logger log = LoggerFactory.getLogger(RegisterFollower.class);

  private final RegisterChanges register;
  private final FollowingRegistry following;
  private final FeedPositions positions;

  public RegisterFollower(
      RegisterChanges register, FollowingRegistry following, FeedPositions positions) {
    this.register = register;
    this.following = following;
    this.positions = positions;
  }

  /** Takes in all that is waiting; the register being away is no fault, the next run catches up. */
  public void catchUp() {
    try {
      for (boolean more = true; more; ) {
        var step = register.after(positions.token());
        step.communities().forEach(following::apply);
        positions.reached(step.token());
        more = step.more();
      }
    } catch (RuntimeException e) {
      log.info("the register's changes are not read now: {}", e.getClass().getSimpleName());
    }
  }
}
