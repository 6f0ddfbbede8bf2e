package org.masterplan.governance.contact.domain;

import org.masterplan.governance.policy.domain.Policy;

/** One rule of contacts: a card and a small check. */
public record ContactRule(Policy policy, Basis basis, Check check) {
  /** What a rule is about, and so which account it is judged under. */
  public enum Basis {
    /** The wish and what the person said; no account. */
    PERSON,
    /** The time of day; no account. */
    HOURS,
    /** What happened at the contact point. */
    POINT,
    /** What happened to the profile. */
    PROFILE
  }

  /** The check, under the account of the rule's basis. */
  @FunctionalInterface
  public interface Check {
    Verdict judge(Situation situation);
  }
}
