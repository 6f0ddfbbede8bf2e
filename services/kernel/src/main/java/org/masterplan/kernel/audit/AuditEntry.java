package org.masterplan.kernel.audit;

import java.time.Instant;
import java.util.List;

/**
 * What a change leaves behind. Holds ids and field names, never values, so that the trail itself
 * needs no erasure.
 *
 * @param at when, by the service's clock
 * @param actor the caller's subject
 * @param act what was done, UPPER_SNAKE, for example {@code COMMUNITY_APPROVED}
 * @param fields names of the fields that changed
 * @param reason what the caller gave as reason, empty if none was asked
 */
public record AuditEntry(Instant at, String actor, String act, List<String> fields, String reason) {
  public AuditEntry {
    fields = List.copyOf(fields);
  }
}
