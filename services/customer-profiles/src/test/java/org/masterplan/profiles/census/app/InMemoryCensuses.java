package org.masterplan.profiles.census.app;

import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.census.domain.Census;

/** The sample in memory. */
final class InMemoryCensuses implements Censuses {
  private Census newest = Census.NONE;

  @Override
  public Census current() {
    return newest;
  }

  @Override
  public void replace(Census next, AuditEntry entry) {
    if (newest.revision() != next.revision() - 1) {
      throw Stale.named("peopleSample");
    }
    newest = next;
  }
}
