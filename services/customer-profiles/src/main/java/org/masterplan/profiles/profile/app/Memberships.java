package org.masterplan.profiles.profile.app;

import java.util.List;

/** Seats in communities, as the registry keeps them. */
public interface Memberships {
  /**
   * A seat.
   *
   * @param community {@code communities/{community}}
   * @param member {@code communities/{community}/members/{member}}
   * @param joined yyyy-MM-dd or empty
   * @param left yyyy-MM-dd or empty
   */
  record Membership(String community, String member, String joined, String left) {}

  /** The seats of a profile with its aliases; throws {@code Unavailable} if nobody answers. */
  List<Membership> of(List<String> profiles);
}
