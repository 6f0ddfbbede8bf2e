package org.masterplan.governance.message.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.masterplan.governance.message.domain.Crowd;
import org.masterplan.governance.message.domain.Roster;

/** The audiences of messages as comparable crowds, kept in memory while their snapshot lasts. */
final class Crowds {
  /**
   * More than a stretch of the plan holds: with fewer, each summary would read all of them anew.
   */
  private static final int KEPT = 5_000;

  private final Snapshots snapshots;
  private final Roster roster = new Roster();
  private final Map<String, Crowd> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Crowd> eldest) {
          return size() > KEPT;
        }
      };

  Crowds(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** The message's crowd; empty if its audience was never asked for. */
  Crowd of(String message) {
    return snapshots.head(message).map(this::of).orElseGet(Crowd::empty);
  }

  /** The crowds of those messages whose audience was asked for. */
  Map<String, Crowd> of(Collection<String> messages) {
    var crowds = new HashMap<String, Crowd>();
    snapshots.heads(messages).forEach(head -> crowds.put(head.message(), of(head)));
    return crowds;
  }

  private Crowd of(Snapshots.Head head) {
    return known(key(head))
        .orElseGet(
            () -> {
              var crowd = roster.crowd(snapshots.people(head));
              synchronized (kept) {
                kept.put(key(head), crowd);
              }
              return crowd;
            });
  }

  private static String key(Snapshots.Head head) {
    return head.generation() + "/" + head.edition();
  }

  private Optional<Crowd> known(String generation) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(generation));
    }
  }
}
