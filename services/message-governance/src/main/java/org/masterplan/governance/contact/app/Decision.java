package org.masterplan.governance.contact.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.policy.domain.Policy;

/**
 * What the ledger answers.
 *
 * @param reservation id of what is held, empty if nothing is
 * @param refusals the rules that object; empty if granted
 * @param next when it would be granted; null if granted or if no waiting helps
 * @param expires until when it may be confirmed; null if nothing is held
 */
public record Decision(
    boolean granted,
    String reservation,
    List<Policy> refusals,
    @Nullable Instant next,
    @Nullable Instant expires) {
  public Decision {
    refusals = List.copyOf(refusals);
  }

  /** Refused by one more rule, gravest first; no waiting helps. */
  Decision refusedBy(Policy rule) {
    var all = new ArrayList<Policy>();
    all.add(rule);
    all.addAll(refusals);
    return new Decision(false, "", all, null, null);
  }
}
