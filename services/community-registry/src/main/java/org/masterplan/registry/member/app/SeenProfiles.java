package org.masterplan.registry.member.app;

import java.util.Map;
import java.util.function.ObjLongConsumer;

/**
 * Which state of each profile the register has taken, to be compared with what customer profiles
 * have told: members alone do not say which changes were lost. Every implementation passes {@code
 * SeenProfilesContract}.
 */
public interface SeenProfiles {
  /** Notes states by profile, at most 1,000; one that is older than the known changes nothing. */
  void note(Map<String, Long> states);

  /** Hands over every profile and its state, in no order. */
  void each(ObjLongConsumer<String> reader);
}
