package org.masterplan.profiles.profile.app;

import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.profile.domain.GoldenRules;

/** Where the rules for golden values are kept. Passes {@code RuleBookContract}. */
public interface RuleBook {
  /** The rules in force; the usual ones as long as nobody has set any. */
  GoldenRules current();

  /** Replaces the revision just before this one; throws {@code Stale} if it is no longer there. */
  void replace(GoldenRules next, AuditEntry entry);
}
