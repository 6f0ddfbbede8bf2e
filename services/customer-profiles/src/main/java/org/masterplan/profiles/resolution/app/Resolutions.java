package org.masterplan.profiles.resolution.app;

import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.resolution.domain.Resolution;

/** Where resolutions are kept. Every implementation passes {@code ResolutionsContract}. */
public interface Resolutions {
  /** The resolution of that id. */
  Optional<Resolution> find(String id);

  /** Throws {@code AlreadyExists} if the id was ever used. */
  void add(Resolution resolution, AuditEntry entry);

  /** Replaces the revision just before this one; throws {@code Stale} if it is no longer there. */
  void replace(Resolution next, AuditEntry entry);

  /** The page that the query asks for, over the fields of {@link ResolutionFields}. */
  Slice<Resolution> list(Query query);
}
