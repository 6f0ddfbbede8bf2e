package org.masterplan.gateway.web;

import java.util.Optional;
import org.masterplan.gateway.issuer.FirstAdministrator;

/** The link that lets the first administrator in, for whoever starts the installation. */
public final class Invitation {
  private final FirstAdministrator first;
  private final boolean offered;

  /**
   * Invites as long as nobody administers.
   *
   * @param offered whether people who administer sign in here at all: not where a company's own
   *     issuer says who they are, and not in the demonstration, which has its users
   */
  public Invitation(FirstAdministrator first, boolean offered) {
    this.first = first;
    this.offered = offered;
  }

  /** A new link, and the one before is worth nothing; empty where there is nobody to invite. */
  public Optional<String> link(String address) {
    return offered
        ? first.invite().map(secret -> address + "/first-administrator?token=" + secret)
        : Optional.empty();
  }
}
