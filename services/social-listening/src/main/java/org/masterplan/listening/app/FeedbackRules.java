package org.masterplan.listening.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.listening.domain.Feedback.Said;

/** What feedback may say: words, of what has a name, at a time that has come. */
record FeedbackRules(Clock clock) {
  /** So far the clocks of those who bring feedback may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** Everything that cannot be accepted; {@code path} names the feedback in the request. */
  List<Violation> check(String path, Said said) {
    var wrong = new ArrayList<Violation>();
    if (said.text().isEmpty()) {
      wrong.add(Violation.required(path + ".text"));
    }
    name(path + ".community", "communities", said.community(), wrong);
    name(path + ".product_line", "productLines", said.productLine(), wrong);
    time(path + ".time", said, wrong);
    return wrong;
  }

  /** The form only: whether there is such a thing, the registry knows, which may be away. */
  private static void name(String field, String collection, String name, List<Violation> wrong) {
    if (name.isEmpty()) {
      return;
    }
    try {
      ResourceName.parse(field, collection, name);
    } catch (InvalidFields malformed) {
      wrong.addAll(malformed.violations());
    }
  }

  private void time(String field, Said said, List<Violation> wrong) {
    var now = clock.instant();
    if (said.time().isAfter(now.plus(AHEAD))) {
      var about = Map.of("field", field, "value", said.time().toString(), "now", now.toString());
      wrong.add(new Violation(field, "FEEDBACK_TIME", about));
    }
  }
}
