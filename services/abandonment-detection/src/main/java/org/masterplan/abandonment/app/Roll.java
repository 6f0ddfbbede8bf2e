package org.masterplan.abandonment.app;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which communities the plan has. A name that the register gave is never taken back, so what was
 * found once is not looked up again; what was not may be registered by now.
 */
public final class Roll {
  private final RegisteredCommunities heard;
  private final Plan plan;
  private final Set<String> found = ConcurrentHashMap.newKeySet();

  /** Asked of the register itself, which may know what this service has not heard yet. */
  @FunctionalInterface
  public interface Plan {
    /** Those of the ids that are registered, in whatever state. */
    Set<String> having(Collection<String> communities);
  }

  public Roll(RegisteredCommunities heard, Plan plan) {
    this.heard = heard;
    this.plan = plan;
  }

  /** Those of the ids that the plan does not have. */
  Set<String> missing(Collection<String> communities) {
    var missing = new HashSet<>(communities);
    missing.removeAll(found);
    missing.stream().filter(id -> heard.find(id).isPresent()).forEach(found::add);
    missing.removeAll(found);
    if (!missing.isEmpty()) {
      found.addAll(plan.having(missing));
      missing.removeAll(found);
    }
    return missing;
  }
}
