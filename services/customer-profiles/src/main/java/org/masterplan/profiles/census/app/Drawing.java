package org.masterplan.profiles.census.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.masterplan.profiles.census.domain.Arrivals;
import org.masterplan.profiles.census.domain.Look;
import org.masterplan.profiles.census.domain.Size;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;

/**
 * The profiles there are at one moment, by size, to draw from. Identity waits while they are taken
 * down: so they are as two rows of numbers, and only those drawn are called by their names.
 */
final class Drawing {
  /** Of each size, however few profiles have it. */
  static final int LEAST_OF_EACH = 20;

  private final Arrivals arrivals;
  private final long[] live;
  private final int[] records;

  Drawing(Roster roster) {
    arrivals = new Arrivals(roster.recordsEver(), roster.liveRecords());
    live = roster.live();
    records = new int[live.length];
    Arrays.setAll(records, place -> roster.size(live[place]));
  }

  Arrivals arrivals() {
    return arrivals;
  }

  Map<Size, Integer> profiles() {
    var sizes = new EnumMap<Size, Integer>(Size.class);
    for (int many : records) {
      sizes.merge(Size.of(many), 1, Integer::sum);
    }
    return sizes;
  }

  /** About so many: of each size as many as it has of all, and never next to none. */
  List<Look> some(int wanted, SplittableRandom random) {
    var drawn = new ArrayList<Integer>();
    profiles()
        .forEach(
            (size, all) -> {
              long share = Math.ceilDiv((long) wanted * all, live.length);
              long many = Math.min(all, Math.max(share, LEAST_OF_EACH));
              drawn.addAll(first((int) many, places(size, all), random));
            });
    var mixed = drawn.stream().mapToInt(Integer::intValue).toArray();
    return first(mixed.length, mixed, random).stream().map(this::look).toList();
  }

  private Look look(int place) {
    return Look.drawn(ProfileId.name(live[place]), records[place]);
  }

  /** Where the profiles of that size stand, of which there are so many. */
  private int[] places(Size size, int all) {
    var places = new int[all];
    int next = 0;
    for (int place = 0; place < live.length; place++) {
      if (Size.of(records[place]) == size) {
        places[next++] = place;
      }
    }
    return places;
  }

  /** So many of these in an order of chance: each is as likely. */
  private static List<Integer> first(int many, int[] mixed, SplittableRandom random) {
    for (int i = 0; i < many; i++) {
      int j = random.nextInt(i, mixed.length);
      int kept = mixed[i];
      mixed[i] = mixed[j];
      mixed[j] = kept;
    }
    return Arrays.stream(mixed, 0, many).boxed().toList();
  }
}
