package org.masterplan.platform.call;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Why somebody asks for personal data, in words of their own: whoever reads the trail later has
 * nothing else to judge it by, so it has to hold a word.
 */
final class StatedPurpose {
  private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

  private StatedPurpose() {}

  /** Why this is no purpose; empty if it is one, or if none is stated and values stay masked. */
  static Optional<InvalidFields> refusal(String purpose) {
    if (purpose.isEmpty() || WORD.matcher(purpose).find()) {
      return Optional.empty();
    }
    var field = CallHeaders.PURPOSE.originalName();
    var about = Map.of("field", field, "value", purpose);
    return Optional.of(InvalidFields.of(field, "PURPOSE_WITHOUT_WORD", about));
  }
}
