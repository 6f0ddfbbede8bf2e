package org.masterplan.profiles.profile.app;

import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.profile.domain.GoldenRules;

/** The rules in memory. */
final class InMemoryRuleBook implements RuleBook {
  private GoldenRules rules = GoldenRules.USUAL;

  @Override
  public GoldenRules current() {
    return rules;
  }

  @Override
  public void replace(GoldenRules next, AuditEntry entry) {
    if (rules.revision() != next.revision() - 1) {
      throw Stale.named("goldenRules");
    }
    rules = next;
  }
}
