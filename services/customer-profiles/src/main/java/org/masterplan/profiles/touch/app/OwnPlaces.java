package org.masterplan.profiles.touch.app;

import java.util.List;
import java.util.Map;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.profiles.profile.app.OwnPeople;

/**
 * Of which communities a reader may be told figures: whoever stands above the units of all, all
 * others of those of their own units.
 */
public final class OwnPlaces {
  private final Places places;

  public OwnPlaces(Places places) {
    this.places = places;
  }

  /** Throws {@code NotAllowed} if it is another unit's, {@code Unavailable} if nobody can tell. */
  public void refuseOthers(String community, Actor reader) {
    var own = OwnPeople.units(reader);
    if (own.isPresent()) {
      var unit = places.units(List.of(community)).getOrDefault(community, "");
      if (!own.get().contains(unit)) {
        throw new NotAllowed("COMMUNITY_NOT_YOURS", Map.of("name", community));
      }
    }
  }
}
