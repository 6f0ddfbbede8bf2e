package org.masterplan.profiles.audience.app;

import java.util.function.Consumer;

/** The lists of members that the registry keeps. Throws {@code Unavailable} if it is away. */
public interface MemberLists {
  /** Names of the known members' profiles, perhaps aliases; answers how many are listed in all. */
  long members(String community, Consumer<String> profile);
}
