package org.masterplan.profiles.identity.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Everything that stewards have said and that still counts. */
public final class Constraints {
  private final Map<Long, List<Constraint>> byRecord = new HashMap<>();

  /** Adds a word; what it contradicts no longer counts. */
  public void add(Constraint added) {
    switch (added) {
      case Constraint.Together(var records) -> {
        lift(records);
        dropSaidAgain(records);
      }
      case Constraint.Apart(var left, var right) -> untie(left, right);
      case Constraint.Unsaid(var left, var right) -> {
        drop(new Constraint.Together(left.plus(right)));
        drop(new Constraint.Apart(left, right));
        drop(new Constraint.Apart(right, left));
        return;
      }
    }
    keep(added);
  }

  /** The words that speak of any of these records, oldest first. */
  public List<Constraint> about(LongSet records) {
    var found = new LinkedHashSet<Constraint>();
    for (long record : records.toArray()) {
      found.addAll(byRecord.getOrDefault(record, List.of()));
    }
    return List.copyOf(found);
  }

  /** A copy of the words that speak of any of these records, to try others with. */
  public Constraints copy(LongSet records) {
    var copy = new Constraints();
    about(records).forEach(copy::keep);
    return copy;
  }

  /** Forgets records that are gone. */
  public void forget(LongSet records) {
    for (var word : about(records)) {
      drop(word);
      switch (word) {
        case Constraint.Together(var some) -> keepTogether(some.minus(records));
        case Constraint.Apart(var left, var right) ->
            keepApart(left.minus(records), right.minus(records));
        case Constraint.Unsaid _ -> {}
      }
    }
  }

  /** Whether a word keeps the two apart. */
  public boolean apart(long a, long b) {
    for (var word : byRecord.getOrDefault(a, List.of())) {
      if (word instanceof Constraint.Apart(var left, var right)
          && (left.contains(a) && right.contains(b) || left.contains(b) && right.contains(a))) {
        return true;
      }
    }
    return false;
  }

  /** Who is one person is no longer apart from each other, only from the rest. */
  private void lift(LongSet one) {
    for (var word : about(one)) {
      if (word instanceof Constraint.Apart(var left, var right)
          && !left.and(one).isEmpty()
          && !right.and(one).isEmpty()) {
        drop(word);
        keepApart(left.minus(one), right);
        keepApart(left.and(one), right.minus(one));
      }
    }
  }

  /**
   * What speaks of some of these alone says nothing more than that all are one, also once they are
   * parted: then each half is one still. A profile of many merges would gather a word of each.
   */
  private void dropSaidAgain(LongSet all) {
    for (var word : about(all)) {
      if (word instanceof Constraint.Together(var some) && some.minus(all).isEmpty()) {
        drop(word);
      }
    }
  }

  private void untie(LongSet left, LongSet right) {
    for (var word : about(left)) {
      if (word instanceof Constraint.Together(var some) && !some.and(right).isEmpty()) {
        drop(word);
        keepTogether(some.minus(right));
        keepTogether(some.minus(left));
      }
    }
  }

  private void keepTogether(LongSet records) {
    if (records.size() > 1) {
      keep(new Constraint.Together(records));
    }
  }

  private void keepApart(LongSet left, LongSet right) {
    if (!left.isEmpty() && !right.isEmpty()) {
      keep(new Constraint.Apart(left, right));
    }
  }

  private void keep(Constraint word) {
    // Said again it is one word still, and the newest.
    drop(word);
    for (long record : records(word).toArray()) {
      byRecord.computeIfAbsent(record, _ -> new ArrayList<>()).add(word);
    }
  }

  private void drop(Constraint word) {
    for (long record : records(word).toArray()) {
      var words = byRecord.get(record);
      if (words != null) {
        words.remove(word);
      }
    }
  }

  private static LongSet records(Constraint word) {
    return switch (word) {
      case Constraint.Together(var records) -> records;
      case Constraint.Apart(var left, var right) -> left.plus(right);
      case Constraint.Unsaid(var left, var right) -> left.plus(right);
    };
  }
}
