package org.masterplan.profiles.request.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.request.domain.PrivacyRequest;

/** Where requests of persons are kept. Passes {@code PrivacyRequestsContract}. */
public interface PrivacyRequests {
  /** The request of that id. */
  Optional<PrivacyRequest> find(String id);

  /** Throws {@code AlreadyExists} if the id was ever used. */
  void add(PrivacyRequest request, AuditEntry entry);

  /** Replaces the revision just before this one; throws {@code Stale} if it is no longer there. */
  void replace(PrivacyRequest next, AuditEntry entry);

  /** Page by page. */
  Slice<PrivacyRequest> list(Query query);

  /**
   * Open ones of which some clock runs out before then, the first first, at most {@code limit}.
   *
   * @param after the last one of the part before; empty for the first part
   */
  List<PrivacyRequest> dueBefore(Instant time, Optional<PrivacyRequest> after, int limit);

  /** Everything that was ever asked about any of the profiles, oldest first. */
  List<PrivacyRequest> about(Collection<String> profiles);
}
