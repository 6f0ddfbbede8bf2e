package org.masterplan.kernel.refusal;

import java.util.List;
import java.util.Map;

/** One or more fields of the request cannot be accepted; all of them are named at once. */
public final class InvalidFields extends Refusal {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidFields(List<Violation> violations) {
    super("INVALID_FIELDS", Map.of("fields", fields(violations)));
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("violations: empty (expected: at least one)");
    }
    this.violations = List.copyOf(violations);
  }

  /** A single field, with its reason and the values that the text mentions. */
  public static InvalidFields of(String field, String reason, Map<String, String> about) {
    return new InvalidFields(List.of(new Violation(field, reason, about)));
  }

  /** What is wrong, in the order found. */
  public List<Violation> violations() {
    return violations;
  }

  private static String fields(List<Violation> violations) {
    return String.join(", ", violations.stream().map(Violation::field).distinct().toList());
  }
}
