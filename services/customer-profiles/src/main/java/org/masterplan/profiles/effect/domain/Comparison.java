package org.masterplan.profiles.effect.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.masterplan.profiles.profile.domain.Crowd;

/**
 * What members who were sent promotions spent, beside those who were not (capability 53).
 *
 * @param message of a hold-out: the message; empty where members were only observed
 * @param since from when on orders count
 */
public record Comparison(String message, Group promoted, Group others, Instant since) {

  /** How the two groups came about. */
  public enum Basis {
    /** Drawn by chance among those who would have got one message: it made the difference. */
    HELD_OUT,
    /** Who happened to be sent promotions: they may differ in more than that. */
    OBSERVED
  }

  /**
   * Members of one sort.
   *
   * @param unknown of whom nobody can tell what they spent: no source that brings orders knows them
   */
  public record Group(Sample revenue, long unknown) {
    /** What one spent on average; empty if they are so few that it tells what each spent. */
    public OptionalDouble mean() {
      return revenue.n() < Difference.FEWEST
          ? OptionalDouble.empty()
          : OptionalDouble.of(revenue.mean());
    }
  }

  /** A group's counts; empty: held back. */
  public record Counts(OptionalLong members, OptionalLong unknown) {
    public boolean isWhole() {
      return members.isPresent() && unknown.isPresent();
    }
  }

  /** What is told of how many they are. */
  public record Told(Counts promoted, Counts others) {
    public boolean isWhole() {
      return promoted.isWhole() && others.isWhole();
    }
  }

  public Basis basis() {
    return message.isEmpty() ? Basis.OBSERVED : Basis.HELD_OUT;
  }

  /** Whether so many are known that it says nothing of any one of them. */
  public boolean hidesEach() {
    return promoted.revenue().n() + others.revenue().n() >= Difference.FEWEST;
  }

  /** Both groups' counts, to whoever may know of each, or may not. */
  public Told told(boolean ofEach) {
    var counts =
        List.of(promoted.revenue().n(), promoted.unknown(), others.revenue().n(), others.unknown());
    var told = ofEach ? counts.stream().map(OptionalLong::of).toList() : Crowd.told(counts);
    return new Told(new Counts(told.get(0), told.get(1)), new Counts(told.get(2), told.get(3)));
  }

  /** How much more the promoted spent, in minor units; empty if either group has too few. */
  public Optional<Difference> difference() {
    return Difference.of(promoted.revenue(), others.revenue());
  }
}
