package org.masterplan.abandonment.app;

import java.util.Optional;
import org.masterplan.abandonment.domain.RescueCase;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;

/** Rescue cases. Every implementation passes {@code RescueCasesContract}. */
public interface RescueCases {
  Optional<RescueCase> find(String id);

  /** Throws {@code AlreadyExists} if the id was ever used. */
  void add(RescueCase opened, AuditEntry entry);

  /** Replaces the revision just before this one; throws {@code Stale} if it is gone. */
  void replace(RescueCase next, AuditEntry entry);

  /** A page of cases, by {@link RescueCaseFields}. */
  Slice<RescueCase> list(Query query);
}
