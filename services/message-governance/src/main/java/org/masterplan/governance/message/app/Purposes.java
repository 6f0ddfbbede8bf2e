package org.masterplan.governance.message.app;

import java.util.List;
import java.util.Set;

/** What communities are for. Throws {@code Unavailable} rather than guess. */
public interface Purposes {
  /** Those of the communities that are not for commerce, so that nothing may be sold there. */
  Set<String> closedToPromotion(List<String> communities);
}
