package org.masterplan.profiles.identity.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Gives groups of records their profile ids so that ids stay: a group is called by the oldest id
 * that one of its records stands for, the other ids of its records are its aliases, and a group
 * without any is given a new one. So the older profile keeps its id in a merge, and an un-merge
 * gives the other its own back.
 */
public final class Naming {
  private final Roster roster;
  private final LongSupplier newIds;

  /** What a decision does about names. */
  public record Named(List<Move> moves, List<Founding> foundings) {}

  public Naming(Roster roster, LongSupplier newIds) {
    this.roster = roster;
    this.newIds = newIds;
  }

  /**
   * Names groups that together are whole profiles: no profile has a record in a group and another
   * in none.
   *
   * @param changed records to be listed even if they stay where they are
   */
  public Named name(List<LongSet> groups, LongSet changed) {
    var moves = new ArrayList<Move>();
    var foundings = new ArrayList<Founding>();
    var ordered = new ArrayList<>(groups);
    ordered.sort(Comparator.comparingInt(this::age));
    for (var group : ordered) {
      long id = oldestId(group);
      if (id == Move.NONE) {
        id = newIds.getAsLong();
        foundings.add(new Founding(id, oldestRecord(group)));
      }
      for (long record : group.toArray()) {
        long before = roster.profileOf(record);
        if (before != id || changed.contains(record)) {
          moves.add(new Move(record, before, id));
        }
      }
    }
    return new Named(moves, foundings);
  }

  /**
   * What becomes of the ids that the gone records stood for: another record of the same profile
   * takes over; where there is none, the id means nobody any more.
   */
  public Named remove(LongSet gone) {
    var moves = new ArrayList<Move>();
    var foundings = new ArrayList<Founding>();
    var seen = new HashSet<Long>();
    for (long record : gone.toArray()) {
      long profile = roster.profileOf(record);
      if (profile == Move.NONE || !seen.add(record)) {
        continue;
      }
      moves.add(new Move(record, profile, Move.NONE));
      var left = roster.members(profile).minus(gone);
      long heir = left.isEmpty() ? Move.NONE : oldestRecord(left);
      for (long id : roster.foundedBy(record)) {
        foundings.add(new Founding(id, heir));
      }
    }
    return new Named(moves, foundings);
  }

  private int age(LongSet group) {
    long id = oldestId(group);
    return id == Move.NONE ? Integer.MAX_VALUE : roster.age(id);
  }

  private long oldestId(LongSet group) {
    long oldest = Move.NONE;
    for (long record : group.toArray()) {
      for (long id : roster.foundedBy(record)) {
        if (oldest == Move.NONE || roster.age(id) < roster.age(oldest)) {
          oldest = id;
        }
      }
    }
    return oldest;
  }

  private long oldestRecord(LongSet group) {
    long oldest = group.toArray()[0];
    for (long record : group.toArray()) {
      if (roster.recordAge(record) < roster.recordAge(oldest)) {
        oldest = record;
      }
    }
    return oldest;
  }
}
