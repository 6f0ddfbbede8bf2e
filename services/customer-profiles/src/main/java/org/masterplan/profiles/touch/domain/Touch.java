package org.masterplan.profiles.touch.domain;

import java.time.Instant;
import java.util.List;

/** Something between the company and a person. */
public sealed interface Touch {
  /** When it was; of several, the last. */
  Instant last();

  /**
   * A unit has reached the person on a channel.
   *
   * @param unit {@code businessUnits/{unit}}; empty where nobody named one
   * @param channel in the words of the ledger
   * @param promotion whether it was to sell something
   * @param communities that the messages were for; the person need not be in all of them
   * @param times how many contacts
   */
  record Contact(
      String unit,
      String channel,
      boolean promotion,
      List<String> communities,
      int times,
      Instant last)
      implements Touch {
    public Contact {
      communities = List.copyOf(communities);
    }
  }

  /** The person did something in a community. */
  record Act(String community, Instant last) implements Touch {}

  /** The person bought or rated something. {@code unit} is empty where nobody says whose. */
  record Deal(String unit, Instant last) implements Touch {}
}
