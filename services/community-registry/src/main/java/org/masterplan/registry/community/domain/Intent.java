package org.masterplan.registry.community.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Why a community is there and for whom: the plan's questions, answered once. Anything may be empty
 * in a draft; {@link SubmissionRules} says what may not be empty in a proposal.
 *
 * @param serves corporate objectives, {@code objectives/{objective}}
 * @param segments customer segments, {@code segments/{segment}}: the plan's first axis
 * @param productLines {@code productLines/{line}}
 */
public record Intent(
    Optional<Purpose> purpose,
    Optional<Objective> objective,
    List<String> serves,
    List<String> segments,
    List<String> productLines,
    Answers answers) {
  /** Nothing answered yet, as for what lived before the plan. */
  public static final Intent UNKNOWN =
      new Intent(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Answers.NONE);

  /**
   * The answers in words.
   *
   * @param why why it is built (capability 20)
   * @param expectedGain what the company expects to gain by {@code reviewDate} (capability 20)
   * @param memberBenefit what members gain (capability 46)
   * @param exitPlan what happens to members and content when it closes (capability 1)
   */
  public record Answers(
      String why,
      String expectedGain,
      Optional<LocalDate> reviewDate,
      String memberBenefit,
      String exitPlan) {
    public static final Answers NONE = new Answers("", "", Optional.empty(), "", "");
  }

  public Intent {
    serves = List.copyOf(serves);
    segments = List.copyOf(segments);
    productLines = List.copyOf(productLines);
  }
}
