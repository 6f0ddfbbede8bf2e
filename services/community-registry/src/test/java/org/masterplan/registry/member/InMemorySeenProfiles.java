package org.masterplan.registry.member;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;
import org.masterplan.registry.member.app.SeenProfiles;

/** States in memory. */
final class InMemorySeenProfiles implements SeenProfiles {
  private final Map<String, Long> kept = new ConcurrentHashMap<>();

  @Override
  public void note(Map<String, Long> states) {
    states.forEach((profile, state) -> kept.merge(profile, state, Math::max));
  }

  @Override
  public void each(ObjLongConsumer<String> reader) {
    kept.forEach(reader::accept);
  }
}
