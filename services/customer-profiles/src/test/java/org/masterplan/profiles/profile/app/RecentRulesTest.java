package org.masterplan.profiles.profile.app;

class RecentRulesTest extends RuleBookContract {
  @Override
  protected RuleBook book() {
    return new RecentRules(new InMemoryRuleBook());
  }
}
