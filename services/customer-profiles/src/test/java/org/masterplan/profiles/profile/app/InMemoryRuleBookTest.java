package org.masterplan.profiles.profile.app;

class InMemoryRuleBookTest extends RuleBookContract {
  @Override
  protected RuleBook book() {
    return new InMemoryRuleBook();
  }
}
