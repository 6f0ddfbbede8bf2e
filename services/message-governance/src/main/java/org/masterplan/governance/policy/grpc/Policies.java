package org.masterplan.governance.policy.grpc;

import org.masterplan.governance.policy.domain.Policy;
import org.masterplan.governance.v1.Objection;
import org.masterplan.governance.v1.Severity;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.text.TextCatalogue;

/** Rules as the contract shows them, in the caller's language. */
public final class Policies {
  private Policies() {}

  /** What the rule says, in the caller's language. */
  public static String text(Policy policy) {
    return TextCatalogue.shared().say(Caller.language(), policy.textKey(), policy.figures());
  }

  /** The rule as an objection. */
  public static Objection objection(Policy policy) {
    return Objection.newBuilder()
        .setRule(policy.name())
        .setVersion(policy.version())
        .setText(text(policy))
        .setSeverity(severity(policy))
        .build();
  }

  static Severity severity(Policy policy) {
    return switch (policy.severity()) {
      case WARNING -> Severity.WARNING;
      case RULE -> Severity.RULE;
      case LAW -> Severity.LAW;
    };
  }
}
