package org.masterplan.abandonment.app;

import java.util.Collection;
import java.util.List;
import org.masterplan.abandonment.domain.Turnout;

/** Who was lately in which community, kept so that persons can be counted once over many. */
public interface Turnouts {
  /** Members seen in the last 30 and 90 days of observation. */
  record Recent(Turnout last30, Turnout last90) {}

  /** Replaces what is kept for the community. */
  void put(String community, Recent recent);

  /** What is kept for these; those without are left out. */
  List<Recent> find(Collection<String> communities);
}
