package org.masterplan.governance.message.domain;

import java.time.Instant;
import java.util.Set;
import org.masterplan.governance.policy.domain.Policy;

/** One rule about a message as it is written: a card and a small check. */
public record MessageRule(Policy policy, Check check) {
  /** What a rule may look at besides the message. */
  public record Circumstances(Instant now, Set<String> closedToPromotion) {
    public Circumstances {
      closedToPromotion = Set.copyOf(closedToPromotion);
    }
  }

  /** Whether the rule objects. */
  @FunctionalInterface
  public interface Check {
    boolean objects(Content content, Circumstances circumstances);
  }
}
