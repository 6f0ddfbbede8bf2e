package org.masterplan.listening.app;

import java.time.Clock;
import java.util.List;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.listening.domain.Resource;

/** The use cases that every resource here has: add, get, list, change. */
public final class Desk<T extends Resource> {
  private final String collection;
  private final Resources<T> resources;
  private final Clock clock;

  public Desk(String collection, Resources<T> resources, Clock clock) {
    this.collection = collection;
    this.resources = resources;
    this.clock = clock;
  }

  /** What is done to a resource. */
  public interface Act<T> {
    T on(T seen);
  }

  /**
   * Who changes what they saw, and why.
   *
   * @param name of the act, UPPER_SNAKE
   * @param seen the revision that the caller read
   */
  public record Change(Actor actor, String name, long seen, String reason) {}

  public T get(String id) {
    return resources.find(id).orElseThrow(() -> NotFound.named(collection + "/" + id));
  }

  public Slice<T> list(Query query) {
    return resources.list(query);
  }

  public Resources.Changes<T> changes(String token, int limit) {
    return resources.changes(token, limit);
  }

  public T add(T first, Actor actor, String act) {
    resources.add(first, new AuditEntry(clock.instant(), actor.subject(), act, List.of(), ""));
    return first;
  }

  /** Does the act to exactly the revision that the caller saw. */
  public T change(String id, Change change, Act<T> act) {
    var seen = get(id);
    if (seen.revision() != change.seen()) {
      throw Stale.named(collection + "/" + id);
    }
    var next = act.on(seen);
    var actor = change.actor().subject();
    resources.replace(
        next, new AuditEntry(clock.instant(), actor, change.name(), List.of(), change.reason()));
    return next;
  }
}
