package org.masterplan.registry.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.registry.member.app.People;
import org.masterplan.registry.member.domain.Keys;

/** People by handle; may be away. */
final class InMemoryPeople implements People {
  final Map<String, String> byHandle = new HashMap<>();
  final List<Change> changes = new ArrayList<>();
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
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(changes.size(), from + limit);
    return new Step(changes.subList(from, to), Integer.toString(to), to < changes.size());
  }

  private void mustBeThere() {
    if (away) {
      throw new Unavailable("SERVICE_AWAY", Map.of("service", "customer-profiles"));
    }
  }
}
