package org.masterplan.profiles.request.app;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.request.domain.PrivacyRequest;

/** Requests in memory. */
public final class InMemoryPrivacyRequests implements PrivacyRequests {
  private static final Comparator<PrivacyRequest> DUE =
      Comparator.comparing(PrivacyRequest::nextDue).thenComparing(r -> r.name().id());

  private final Map<String, PrivacyRequest> all = new TreeMap<>();

  @Override
  public synchronized Optional<PrivacyRequest> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized void add(PrivacyRequest request, AuditEntry entry) {
    if (all.putIfAbsent(request.name().id(), request) != null) {
      throw AlreadyExists.named(request.name().toString());
    }
  }

  @Override
  public synchronized void replace(PrivacyRequest next, AuditEntry entry) {
    var old = all.get(next.name().id());
    if (old == null || old.revision() != next.revision() - 1) {
      throw Stale.named(next.name().toString());
    }
    all.put(next.name().id(), next);
  }

  @Override
  public synchronized Slice<PrivacyRequest> list(Query query) {
    return RequestFields.queryable().page(all.values(), query);
  }

  @Override
  public synchronized List<PrivacyRequest> dueBefore(
      Instant time, Optional<PrivacyRequest> after, int limit) {
    return all.values().stream()
        .filter(r -> r.state().isOpen() && r.nextDue().isBefore(time))
        .filter(r -> after.filter(last -> DUE.compare(last, r) >= 0).isEmpty())
        .sorted(DUE)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<PrivacyRequest> about(Collection<String> profiles) {
    return all.values().stream()
        .filter(r -> profiles.contains(r.wish().profile()))
        .sorted(Comparator.comparing(r -> r.wish().receivedAt()))
        .toList();
  }
}
