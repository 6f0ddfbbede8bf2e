package org.masterplan.profiles.consent.app;

/** Message governance's ledger: where the register of numbers takes effect. */
public interface Bars {
  /**
   * Has nobody advertise to the person by call or text message, whatever they consent to: their
   * number stands in the register. Idempotent. Throws {@code Unavailable} if that cannot be done
   * now.
   */
  void bar(Suppressions.Person person);
}
