package org.masterplan.platform.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;

/**
 * Offices as recipients: whoever holds the role, or acts for the unit, finds the notice in the
 * inbox. There is one notice for the office, not one for each of its people: read by one, it is
 * read.
 */
public final class Offices {
  private static final String ROLES = "roles/";
  private static final String EMPLOYEES = "employees/";
  private static final String UNITS = "businessUnits/";

  private Offices() {}

  /** Everybody of a role. */
  public static String of(Role role) {
    return ROLES + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Everybody who acts for a business unit, given by name or id. */
  public static String unit(String unit) {
    return unit.startsWith(UNITS) ? unit : UNITS + unit;
  }

  /**
   * Whose notices the actor finds: their own, those of the employee of the same id, and those of
   * their offices.
   */
  static List<String> inboxes(Actor actor) {
    var inboxes = new ArrayList<String>();
    inboxes.add(actor.subject());
    inboxes.add(EMPLOYEES + actor.subject());
    actor.roles().forEach(role -> inboxes.add(of(role)));
    actor.units().forEach(unit -> inboxes.add(unit(unit)));
    return inboxes;
  }
}
