package org.masterplan.profiles.export.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.export.domain.ProfileExport;

/** What was exported, and whom it held. Every implementation passes {@code ExportsContract}. */
public interface Exports {
  /** Throws {@code AlreadyExists} if the id was ever used. */
  void add(ProfileExport export, AuditEntry entry);

  /** Replaces the revision just before this one; throws {@code Stale} if it is no longer there. */
  void replace(ProfileExport next, AuditEntry entry);

  /** The export of that id. */
  Optional<ProfileExport> find(String id);

  /**
   * Writes down whom an export holds, durably, before they leave: names in order, at most 1,000,
   * all after those that were written down before.
   */
  void hold(String id, List<String> profiles);

  /** The page that the query asks for, over the fields of {@link ExportFields}. */
  Slice<ProfileExport> list(Query query);

  /** Whether the export held any of these. */
  boolean holds(String id, Collection<String> profiles);
}
