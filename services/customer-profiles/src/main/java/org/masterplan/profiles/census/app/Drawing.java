package org.masterplan.profiles.census.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.masterplan.profiles.census.domain.Arrivals;
import org.masterplan.profiles.census.domain.Look;
import org.masterplan.profiles.census.domain.Size;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;

/** The profiles there are at one moment, by size, to draw from. */
final class Drawing {
  /** Of each size, however few profiles have it. */
  static final int LEAST_OF_EACH = 20;

  private final Map<Size, List<Look>> all = new EnumMap<>(Size.class);
  private final Arrivals arrivals;
  private final int profiles;

  Drawing(Roster roster) {
    arrivals = new Arrivals(roster.recordsEver(), roster.liveRecords());
    long[] live = roster.live();
    profiles = live.length;
    for (long profile : live) {
      var look = Look.drawn(ProfileId.name(profile), roster.members(profile).size());
      all.computeIfAbsent(look.size(), _ -> new ArrayList<>()).add(look);
    }
  }

  Arrivals arrivals() {
    return arrivals;
  }

  Map<Size, Integer> profiles() {
    var sizes = new EnumMap<Size, Integer>(Size.class);
    all.forEach((size, some) -> sizes.put(size, some.size()));
    return sizes;
  }

  /** About so many: of each size as many as it has of all, and never next to none. */
  List<Look> some(int wanted, SplittableRandom random) {
    var drawn = new ArrayList<Look>();
    all.forEach(
        (_, some) -> {
          long share = Math.ceilDiv((long) wanted * some.size(), profiles);
          long many = Math.min(some.size(), Math.max(share, LEAST_OF_EACH));
          drawn.addAll(first((int) many, some, random));
        });
    return first(drawn.size(), drawn, random);
  }

  /** So many of these in an order of chance: each is as likely. */
  private static List<Look> first(int many, List<Look> of, SplittableRandom random) {
    var mixed = new ArrayList<>(of);
    for (int i = 0; i < many; i++) {
      int j = random.nextInt(i, mixed.size());
      var kept = mixed.get(i);
      mixed.set(i, mixed.get(j));
      mixed.set(j, kept);
    }
    return List.copyOf(mixed.subList(0, many));
  }
}
