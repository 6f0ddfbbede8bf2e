package org.masterplan.profiles.export.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
   * Writes down whom an export holds, durably, before they leave: at most 1,000, in any order. Who
   * was written down before may be so again.
   */
  void hold(String id, List<Held> people);

  /** The page that the query asks for, over the fields of {@link ExportFields}. */
  Slice<ProfileExport> list(Query query);

  /**
   * The ids of the exports that held anybody of one of these names, or any of these records, by
   * number, whoever they were then.
   */
  Set<String> holding(Collection<String> profiles, Collection<Long> records);

  /** Writes down what an erasure has to call back; the same one again replaces it. */
  void recall(Recalled recalled);

  /** What was written down of that erasure. */
  Optional<Recalled> recalled(String erasure);

  /** What was written down about a person who had that name. */
  List<Recalled> recalledAbout(String profile);

  /** A person in an export: the name they had then, and the numbers of their records. */
  record Held(String profile, List<Long> records) {
    public Held {
      records = List.copyOf(records);
    }
  }

  /**
   * What has to be called back of somebody who was erased.
   *
   * @param erasure its id
   * @param profiles the names that they had
   * @param exports ids of the exports that held them
   */
  record Recalled(String erasure, List<String> profiles, List<String> exports) {
    public Recalled {
      profiles = List.copyOf(profiles);
      exports = List.copyOf(exports);
    }
  }
}
