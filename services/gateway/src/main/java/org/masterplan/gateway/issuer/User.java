package org.masterplan.gateway.issuer;

import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param id what they type, and the subject of their tokens
 * @param name how pages greet them
 * @param roles lower case with hyphens, for example {@code business-unit}
 * @param units ids of the business units they act for
 * @param password hash, never the word itself; empty: cannot sign in by password
 * @param disabled may not sign in any more, and tokens given out are refused
 */
public record User(
    String id,
    String name,
    Set<String> roles,
    Set<String> units,
    String password,
    boolean disabled) {
  public User {
    roles = Set.copyOf(roles);
    units = Set.copyOf(units);
  }

  /** The same person, shut out. */
  public User disable() {
    return new User(id, name, roles, units, password, true);
  }
}
