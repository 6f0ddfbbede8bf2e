package org.masterplan.profiles.profile.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.masterplan.profiles.profile.domain.Profile;

/**
 * Seats of people, as far as one reader may be told of them: a seat goes to the unit that keeps the
 * community. One in nobody's community is no unit's.
 */
public final class OwnSeats {
  private final Memberships memberships;
  private final Units units;

  /** Whose communities are. Throws {@code Unavailable} while nobody can tell. */
  @FunctionalInterface
  public interface Units {
    /** The unit of each community; those that nobody knows are left out. */
    Map<String, String> of(Collection<String> communities);
  }

  public OwnSeats(Memberships memberships, Units units) {
    this.memberships = memberships;
    this.units = units;
  }

  /** Those of the person by all their names; throws {@code Unavailable} if nobody answers. */
  List<Memberships.Membership> of(Profile profile, View view) {
    var all = memberships.of(profile.names());
    if (view.whole() || all.isEmpty()) {
      return all;
    }
    var communities =
        all.stream().map(Memberships.Membership::community).collect(Collectors.toSet());
    var keepers = units.of(communities);
    return all.stream()
        .filter(seat -> view.isOfUnit(keepers.getOrDefault(seat.community(), "")))
        .toList();
  }
}
