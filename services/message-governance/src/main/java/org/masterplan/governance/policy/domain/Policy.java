package org.masterplan.governance.policy.domain;

import java.util.Locale;
import java.util.Map;

/**
 * A rule's card. The check itself stands beside it in the list that it belongs to.
 *
 * @param id lower-case words with hyphens, stable for programs
 * @param version the day from which this wording of the rule is in force
 * @param capability the numbered capability that it answers, 0 if none
 * @param law where it comes from, empty for the company's own
 * @param figures the numbers that its text mentions, by placeholder
 */
public record Policy(
    String id,
    String version,
    Severity severity,
    Scope scope,
    int capability,
    String law,
    Map<String, String> figures) {
  public Policy {
    figures = Map.copyOf(figures);
  }

  /** The company's own rule for contacts. */
  public static Policy companyContact(String id, String version, int capability) {
    return new Policy(id, version, Severity.RULE, Scope.CONTACT, capability, "", Map.of());
  }

  /** A rule of law for contacts. */
  public static Policy lawContact(String id, String version, String law) {
    return new Policy(id, version, Severity.LAW, Scope.CONTACT, 0, law, Map.of());
  }

  /** A rule for messages. */
  public static Policy message(String id, String version, Severity severity, String law) {
    return new Policy(id, version, severity, Scope.MESSAGE, 0, law, Map.of());
  }

  /** The same rule, answering a numbered capability. */
  public Policy answering(int number) {
    return new Policy(id, version, severity, scope, number, law, figures);
  }

  /** The same rule with the numbers that its text mentions. */
  public Policy with(Map<String, String> numbers) {
    return new Policy(id, version, severity, scope, capability, law, numbers);
  }

  /** Resource name. */
  public String name() {
    return "policies/" + id;
  }

  /** Key of its text in the module's texts. */
  public String textKey() {
    return "POLICY_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
