package org.masterplan.profiles.touch.app;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What the registry knows of communities. Throws {@code Unavailable} if it is away. */
public interface Places {
  /** Communities in which each named profile takes or took part; nobody's are left out. */
  Map<String, Set<String>> seats(Collection<String> names);

  /** The unit of each community; those that nobody knows are left out. */
  Map<String, String> units(Collection<String> communities);
}
