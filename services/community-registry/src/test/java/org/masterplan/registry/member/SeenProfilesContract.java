package org.masterplan.registry.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.registry.member.app.SeenProfiles;

/** What every store of seen profiles must do. */
abstract class SeenProfilesContract {
  abstract SeenProfiles seen();

  @Test
  void each_handsOverTheNewestStates() {
    var seen = seen();
    seen.note(Map.of("profiles/1", 3L, "profiles/2", 4L));
    seen.note(Map.of("profiles/1", 2L, "profiles/2", 9L));
    seen.note(Map.of());

    var found = new HashMap<String, Long>();
    seen.each(found::put);

    assertThat(found).isEqualTo(Map.of("profiles/1", 3L, "profiles/2", 9L));
  }
}
