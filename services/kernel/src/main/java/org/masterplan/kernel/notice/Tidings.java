package org.masterplan.kernel.notice;

import java.time.Instant;
import java.util.Map;
import org.masterplan.kernel.actor.Role;

/** Tells people what they should know. */
public interface Tidings {
  /**
   * Tells it; the same occasion told twice to the same recipient is told once. Throws {@code
   * Unavailable} while it cannot be kept.
   */
  void tell(Tiding tiding);

  /** Who is told. */
  sealed interface Recipient {
    /** Whoever signs in under that subject. */
    record Person(String subject) implements Recipient {}

    /** An employee, {@code employees/{employee}}. */
    record Employee(String name) implements Recipient {}

    /** Everybody of a role. */
    record Office(Role role) implements Recipient {}

    /** Everybody who acts for a business unit, {@code businessUnits/{unit}}. */
    record Unit(String name) implements Recipient {}
  }

  /**
   * One thing to tell.
   *
   * @param occasion id of what happened: lower case, digits and hyphens
   * @param reason key of the sentence
   * @param about name of the resource
   * @param values what the sentence's placeholders say; never personal data
   */
  record Tiding(
      Recipient to,
      String occasion,
      String reason,
      String about,
      Map<String, String> values,
      Instant at) {
    public Tiding {
      values = Map.copyOf(values);
    }
  }
}
