package org.masterplan.profiles.identity.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.masterplan.profiles.identity.app.Features;

/** What has come and gone while a successor is made ready. For several threads. */
final class Meanwhile {
  private Map<Long, Optional<Features>> changed = new LinkedHashMap<>();

  synchronized void came(Features features) {
    changed.put(features.record(), Optional.of(features));
  }

  synchronized void went(long record) {
    changed.put(record, Optional.empty());
  }

  synchronized int size() {
    return changed.size();
  }

  /** The newest of each record since this was asked last; empty for one that is gone. */
  synchronized Map<Long, Optional<Features>> take() {
    var taken = changed;
    changed = new LinkedHashMap<>();
    return taken;
  }
}
