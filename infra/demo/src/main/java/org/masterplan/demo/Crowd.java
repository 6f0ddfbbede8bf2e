package org.masterplan.demo;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is in which community; always the same people for the same seed. */
final class Crowd {
  private static final double MEMBERS = 110.0 / Options.DEFAULT_PEOPLE;
  private static final double SEGMENT_STRANGERS = 0.12;

  private final World world;
  private final List<Community> communities = Community.all();
  private final Map<String, Community> byId =
      communities.stream().collect(Collectors.toMap(Community::id, Function.identity()));

  private final Map<String, int[]> persons = new HashMap<>();

  Crowd(World world) {
    this.world = world;
  }

  List<Community> communities() {
    return communities;
  }

  Community community(String id) {
    Community found = byId.get(id);
    if (found == null) {
      throw new IllegalArgumentException("community: " + id + " (expected: c-001 to c-180)");
    }
    return found;
  }

  /** The members who stand in some customer database, by their number. */
  int[] persons(Community community) {
    int[] known = persons.get(community.id());
    if (known == null) {
      known = gather(community);
      persons.put(community.id(), known);
    }
    return known;
  }

  private int[] gather(Community community) {
    int size = (int) Math.round(community.weight() * MEMBERS * world.count()) + 8;
    size = (int) Math.min(size, world.count() / 8);
    int[] chosen = new int[size];
    BitSet taken = new BitSet();
    int filled = 0;
    if (!community.twin().isEmpty()) {
      int[] others = persons(community(community.twin()));
      int shared =
          (int) Math.min(others.length, Math.round(Math.max(0, community.overlap()) * size));
      System.arraycopy(others, 0, chosen, 0, shared);
      filled = shared;
      for (int other : others) {
        taken.set(other);
      }
    }
    fill(community, chosen, filled, taken);
    return chosen;
  }

  private void fill(Community community, int[] persons, int from, BitSet taken) {
    Shuffle order = Shuffle.of(world.seed(), "crowd", community.number(), world.count());
    int filled = from;
    for (int strict = 1; strict >= 0 && filled < persons.length; strict--) {
      for (long i = 0; i < world.count() && filled < persons.length; i++) {
        int person = (int) order.at(i);
        if (!taken.get(person) && (strict == 0 || fits(community, person))) {
          persons[filled++] = person;
          taken.set(person);
        }
      }
    }
  }

  private boolean fits(Community community, int person) {
    String segments = community.text("segments");
    boolean stranger =
        Draw.of(world.seed(), "stranger", community.number(), person).chance(SEGMENT_STRANGERS);
    return segments.isEmpty() || stranger || segments.contains(world.people().segment(person));
  }

  /** Members whom no database knows. */
  int strangers(Community community) {
    return community.countedExactly() ? 0 : persons(community).length / 3;
  }
}
