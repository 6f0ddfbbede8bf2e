package org.masterplan.profiles.consent.app;

import java.util.List;

/** Message governance's ledger: where the register of numbers takes effect. */
public interface Bars {
  /**
   * Has nobody advertise to the person by call or text message, whatever they consent to: their
   * number stands in the register. Idempotent. Throws {@code Unavailable} if that cannot be done
   * now.
   */
  void bar(Suppressions.Person person);

  /**
   * Takes that back, and nothing that people said themselves. Idempotent. Throws {@code
   * Unavailable} if that cannot be done now.
   */
  void unbar(Suppressions.Person person);

  /**
   * Whether any of these numbers stands in the register. Throws {@code Unavailable} if that cannot
   * be told now.
   */
  boolean isBarred(List<String> phones);
}
