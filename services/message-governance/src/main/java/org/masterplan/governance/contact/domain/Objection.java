package org.masterplan.governance.contact.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.policy.domain.Policy;

/**
 * A rule that said no.
 *
 * @param next when it would not; null if no waiting helps
 */
public record Objection(Policy policy, @Nullable Instant next) {}
