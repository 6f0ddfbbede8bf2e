package org.masterplan.abandonment.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;

/** The health of communities, as last judged. Passes {@code HealthsContract}. */
public interface Healths {
  /** One step of the change feed. */
  record Changes(List<Health> healths, String token, boolean more) {}

  Optional<Health> find(String community);

  /** Of those communities the ones that were judged, by id. */
  Map<String, Health> find(Collection<String> communities);

  /**
   * Stores the revision after {@code next.revision()}; 0 adds. Throws {@code Stale} or {@code
   * AlreadyExists} if somebody else wrote in between.
   */
  void save(Health next, AuditEntry entry);

  /** Those that are adrift, by {@link HealthFields}. */
  Slice<Health> listAdrift(Query query);

  /** Tells each community's id and state. */
  void eachState(BiConsumer<String, Judgement.State> reader);

  /** What changed after the token. */
  Changes changes(String token, int limit);
}
