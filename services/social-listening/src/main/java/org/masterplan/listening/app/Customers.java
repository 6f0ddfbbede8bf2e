package org.masterplan.listening.app;

import java.util.Collection;
import java.util.Map;

/** Who people are to the company, as customer profiles know. */
public interface Customers {
  /**
   * Somebody who is known.
   *
   * @param profile {@code profiles/{profile}}
   * @param ordered whether an order of theirs is known
   */
  record Known(String profile, boolean ordered) {}

  /**
   * Whom each handle means, {@code platform:handle}; those that mean nobody, or several, are left
   * out. Throws {@code Unavailable} if nobody can be asked.
   */
  Map<String, Known> known(Collection<String> handles);
}
