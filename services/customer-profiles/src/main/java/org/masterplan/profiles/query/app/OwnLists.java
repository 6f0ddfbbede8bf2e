package org.masterplan.profiles.query.app;

import java.util.Optional;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.profile.app.NarrowLists;
import org.masterplan.profiles.profile.app.View;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.touch.app.OwnPlaces;

/**
 * Lists for which a unit names its own communities only: who is found by another's, or left out by
 * it, would tell who is in it.
 */
public final class OwnLists implements NarrowLists {
  private final NarrowLists lists;
  private final OwnPlaces places;

  public OwnLists(NarrowLists lists, OwnPlaces places) {
    this.lists = lists;
    this.places = places;
  }

  @Override
  public Optional<Slice<Card>> list(Query query, View view) {
    places.refuseOthers(Asked.of(query).communities(), view);
    return lists.list(query, view);
  }
}
