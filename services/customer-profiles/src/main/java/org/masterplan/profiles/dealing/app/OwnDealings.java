package org.masterplan.profiles.dealing.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.View;
import org.masterplan.profiles.source.domain.RecordName;

/**
 * What people did, as far as one reader may be told of it: an order or a rating goes to the unit
 * whose source brought it, and what was done in a community to the unit that keeps it. What came by
 * a phone or an address alone, and what was done in nobody's community, is no unit's. For one piece
 * of work, and for one thread.
 */
public final class OwnDealings {
  private final View view;
  private final Units units;
  private final Map<String, String> known = new HashMap<>();

  /** Whose communities are. Throws {@code Unavailable} while nobody can tell. */
  @FunctionalInterface
  public interface Units {
    /** The unit of each community; those that nobody knows are left out. */
    Map<String, String> of(Collection<String> communities);
  }

  OwnDealings(View view, Units units) {
    this.view = view;
    this.units = units;
  }

  /** Those of these. Throws {@code Unavailable} if a community must be asked for and cannot. */
  public List<Dealing> of(Collection<Dealing> did) {
    if (view.whole()) {
      return List.copyOf(did);
    }
    learn(did);
    return did.stream().filter(this::isOwn).toList();
  }

  /** The orders and ratings of these: whose they are no registry needs to tell. */
  public List<Dealing> brought(Collection<Dealing> did) {
    return of(did.stream().filter(each -> !(each.deed() instanceof Dealing.Deed.Act)).toList());
  }

  /** Learns at once whose the communities of all these are; each is asked for once. */
  public void learn(Collection<Dealing> did) {
    var fresh = new HashSet<String>();
    if (view.whole()) {
      return;
    }
    for (var dealing : did) {
      if (dealing.deed() instanceof Dealing.Deed.Act(var community, _)
          && !known.containsKey(community)) {
        fresh.add(community);
      }
    }
    if (!fresh.isEmpty()) {
      var told = units.of(fresh);
      fresh.forEach(community -> known.put(community, told.getOrDefault(community, "")));
    }
  }

  private boolean isOwn(Dealing dealing) {
    return switch (dealing.deed()) {
      case Dealing.Deed.Act(var community, _) -> view.isOfUnit(known.getOrDefault(community, ""));
      case Dealing.Deed.Order _, Dealing.Deed.Rating _ ->
          ProfileId.read(dealing.subject()).isEmpty()
              && view.isOfSource(RecordName.parse("subject", dealing.subject()).source());
    };
  }
}
