package org.masterplan.abandonment.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;

/** Health in memory; the feed's token is how many writes were seen. */
public final class InMemoryHealths implements Healths {
  private final Map<String, Health> kept = new LinkedHashMap<>();
  private final List<Health> written = new ArrayList<>();

  @Override
  public synchronized Optional<Health> find(String community) {
    return Optional.ofNullable(kept.get(community));
  }

  @Override
  public synchronized Map<String, Health> find(Collection<String> communities) {
    var found = new HashMap<>(kept);
    found.keySet().retainAll(communities);
    return found;
  }

  @Override
  public synchronized void save(Health next, AuditEntry entry) {
    var before = kept.get(next.community());
    if (before != null && next.revision() == 0) {
      throw AlreadyExists.named(next.community());
    }
    if (next.revision() != 0 && (before == null || before.revision() != next.revision())) {
      throw Stale.named(next.community());
    }
    var stored = at(next, next.revision() + 1);
    kept.put(next.community(), stored);
    written.add(stored);
  }

  @Override
  public synchronized Slice<Health> listAdrift(Query query) {
    var adrift = kept.values().stream().filter(Health::isAdrift).toList();
    return HealthFields.QUERYABLE.page(adrift, query);
  }

  @Override
  public synchronized void eachState(BiConsumer<String, Judgement.State> reader) {
    kept.forEach((id, health) -> reader.accept(id, health.judgement().state()));
  }

  @Override
  public synchronized Changes changes(String token, int limit) {
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(written.size(), from + limit);
    return new Changes(written.subList(from, to), "" + to, to < written.size());
  }

  private static Health at(Health health, long revision) {
    return new Health(
        health.registered(),
        health.judgement(),
        health.stateTime(),
        health.attendance(),
        health.aboard(),
        health.rescueCase(),
        health.evaluated(),
        revision);
  }
}
