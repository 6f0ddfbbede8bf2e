package org.masterplan.kernel.refusal;

import java.util.Map;

/**
 * One field that cannot be accepted.
 *
 * @param field path in the request, for example {@code community.title}
 * @param reason UPPER_SNAKE key of the text, for example {@code TEXT_LENGTH}
 * @param about the values that the text mentions: at least {@code value} and what was expected,
 *     unless the value is personal
 */
public record Violation(String field, String reason, Map<String, String> about) {
  public Violation {
    about = Map.copyOf(about);
  }

  /** A required field that was left empty. */
  public static Violation required(String field) {
    return new Violation(field, "REQUIRED", Map.of("field", field));
  }
}
