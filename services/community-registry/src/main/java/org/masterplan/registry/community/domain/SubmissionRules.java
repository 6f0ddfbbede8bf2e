package org.masterplan.registry.community.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

/**
 * What a proposal must answer (capabilities 1 and 20). Each rule names the field and the guidance
 * that a unit reads when the answer is missing.
 */
public final class SubmissionRules {
  private record Rule(String field, String guidance, Predicate<Community> missing) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("purpose", "OWED_PURPOSE", c -> c.intent().purpose().isEmpty()),
          new Rule("objective", "OWED_OBJECTIVE", c -> c.intent().objective().isEmpty()),
          new Rule("segments", "OWED_SEGMENTS", c -> c.intent().segments().isEmpty()),
          new Rule("owner", "OWED_OWNER", c -> c.holding().owner().isEmpty()),
          new Rule("deputies", "OWED_DEPUTIES", SubmissionRules::lacksDeputy),
          new Rule("why", "OWED_WHY", c -> c.intent().answers().why().isBlank()),
          new Rule(
              "expected_gain",
              "OWED_EXPECTED_GAIN",
              c -> c.intent().answers().expectedGain().isBlank()),
          new Rule(
              "review_date", "OWED_REVIEW_DATE", c -> c.intent().answers().reviewDate().isEmpty()),
          new Rule("exit_plan", "OWED_EXIT_PLAN", c -> c.intent().answers().exitPlan().isBlank()));

  private SubmissionRules() {}

  /** The fields that are still to be answered, in the order the form asks. */
  public static List<String> owed(Community community) {
    return RULES.stream().filter(r -> r.missing().test(community)).map(Rule::field).toList();
  }

  /** Refuses with every missing answer and its guidance at once. */
  static void check(Community community) {
    var missing = RULES.stream().filter(r -> r.missing().test(community)).toList();
    if (!missing.isEmpty()) {
      throw new InvalidFields(
          missing.stream()
              .map(
                  r ->
                      new Violation(
                          "community." + r.field(), r.guidance(), Map.of("field", r.field())))
              .toList());
    }
  }

  /** A deputy is somebody else than the owner, or there is nobody to take over. */
  private static boolean lacksDeputy(Community community) {
    var holding = community.holding();
    return holding.deputies().stream().allMatch(d -> d.equals(holding.owner()));
  }
}
