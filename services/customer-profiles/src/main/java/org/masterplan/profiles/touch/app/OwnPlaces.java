package org.masterplan.profiles.touch.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.profile.app.View;

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
    OwnPeople.units(reader).ifPresent(own -> refuse(List.of(community), own::contains));
  }

  /** The same if any of these is another unit's; asks nobody where none is named. */
  public void refuseOthers(Collection<String> communities, View view) {
    if (!view.whole() && !communities.isEmpty()) {
      refuse(communities, view::isOfUnit);
    }
  }

  private void refuse(Collection<String> communities, Predicate<String> own) {
    var units = places.units(communities);
    for (var community : new TreeSet<>(communities)) {
      if (!own.test(units.getOrDefault(community, ""))) {
        throw new NotAllowed("COMMUNITY_NOT_YOURS", Map.of("name", community));
      }
    }
  }
}
