package org.masterplan.kernel.actor;

import java.util.Set;

/**
 * Who acts.
 *
 * @param subject stable id of the person or service, as the issuer gives it
 * @param roles what the caller may be; empty for a caller without a role
 * @param units ids of the business units the caller acts for; meaningful with {@link
 *     Role#BUSINESS_UNIT}
 * @param purpose why personal data is asked for, empty if not stated
 */
public record Actor(String subject, Set<Role> roles, Set<String> units, String purpose) {
  private static final Set<Role> ABOVE_UNITS =
      Set.of(Role.CMO, Role.DATA_TEAM, Role.PRIVACY_OFFICER, Role.SERVICE);

  public Actor {
    roles = Set.copyOf(roles);
    units = Set.copyOf(units);
  }

  /** A background job of the named service. */
  public static Actor service(String name) {
    return new Actor("service:" + name, Set.of(Role.SERVICE), Set.of(), "");
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the caller may act for that unit: its own unit, or an office above all units. */
  public boolean actsFor(String unit) {
    return units.contains(unit) || is(Role.CMO) || is(Role.ADMINISTRATOR) || is(Role.SERVICE);
  }

  /**
   * Whether the caller may know of everybody, whichever units know them. An auditor who is of a
   * unit, too, is one of its people.
   */
  public boolean knowsOfAllUnits() {
    boolean auditor = is(Role.AUDITOR) && !is(Role.BUSINESS_UNIT);
    return auditor || roles.stream().anyMatch(ABOVE_UNITS::contains);
  }
}
