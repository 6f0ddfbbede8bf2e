package org.masterplan.registry.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.feed.Digest;
import org.masterplan.registry.member.app.People;
import org.masterplan.registry.member.domain.Keys;

/** People by handle; may be away. */
final class InMemoryPeople implements People {
  final Map<String, String> byHandle = new HashMap<>();
  final List<Change> changes = new ArrayList<>();

  /**
   * Changes that are skipped by whoever reads on, and found by whoever reads from the beginning.
   */
  final List<Change> lost = new ArrayList<>();

  boolean away;
  int asked;

  @Override
  public List<String> resolve(List<Keys> keys) {
    asked += keys.size();
    mustBeThere();
    return keys.stream().map(k -> byHandle.getOrDefault(k.handle(), "")).toList();
  }

  @Override
  public Step changes(String token, int limit) {
    mustBeThere();
    if (token.isEmpty()) {
      changes.addAll(lost);
      lost.clear();
    }
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(changes.size(), from + limit);
    return new Step(changes.subList(from, to), Integer.toString(to), to < changes.size());
  }

  /** Of all there is, lost or not. */
  Map<Integer, Digest> digest() {
    var latest = new HashMap<String, Long>();
    changes.forEach(c -> latest.merge(c.profile(), c.state(), Math::max));
    lost.forEach(c -> latest.merge(c.profile(), c.state(), Math::max));
    return Digest.of(reader -> latest.forEach(reader::accept));
  }

  private void mustBeThere() {
    if (away) {
      throw new Unavailable("SERVICE_AWAY", Map.of("service", "customer-profiles"));
    }
  }
}
