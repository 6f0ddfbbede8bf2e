package org.masterplan.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who stands in which database. Every person has a home database and falls into others by their
 * size, by how eager a customer the person is and by the units the person likes; some stand twice
 * in one.
 */
final class Databases {
  /** Tuned with the rest so that a person has about 3.33 records. */
  private static final double ELSEWHERE = 2.27;

  private static final double TWICE = 0.03;

  private final long seed;
  private final long people;
  private final List<Source> sources = Source.all();
  private final Weighted<Source> homes = Weighted.of(sources, Source::weight);
  private final double weights = sources.stream().mapToDouble(Source::weight).sum();
  private final Map<Integer, Shuffle> numbers = new HashMap<>();

  Databases(long seed, long people) {
    this.seed = seed;
    this.people = people;
    sources.forEach(s -> numbers.put(s.number(), shuffle("record", s, 2)));
  }

  List<Source> sources() {
    return sources;
  }

  Source home(long person) {
    return homes.draw(Draw.of(seed, "home", person, 0));
  }

  /** The order in which a database's rows stand; it says nothing about who they are. */
  Shuffle rows(Source source) {
    return shuffle("rows", source, 1);
  }

  private Shuffle shuffle(String label, Source source, int times) {
    return Shuffle.of(seed, label, source.number(), times * people);
  }

  /** Copy 0 is the record of a person, copy 1 the rare second one. */
  boolean holds(Source source, long person, int copy) {
    if (copy == 1 && !Draw.of(seed, "twice", person, source.number()).chance(TWICE)) {
      return false;
    }
    double chance =
        ELSEWHERE
            * source.weight()
            / weights
            * eagerness(Draw.of(seed, "eager", person, 0).unit())
            * liking(Draw.of(seed, "likes", person, source.unit().hashCode()).unit());
    return Draw.of(seed, "stands", person, source.number()).chance(chance)
        || home(person).number() == source.number();
  }

  /** Its mean is 1. */
  private static double eagerness(double unit) {
    return unit < 0.5 ? 0.3 : unit < 0.75 ? 1.0 : 2.4;
  }

  /** Its mean is 1. */
  private static double liking(double unit) {
    return unit < 2.0 / 3 ? 0.3 : 2.4;
  }

  String record(Source source, long person, int copy) {
    Shuffle shuffle = numbers.get(source.number());
    if (shuffle == null) {
      throw new IllegalArgumentException("source: " + source.id() + " (expected: one of the 76)");
    }
    String letters = List.of("KH", "C", "TV-", "", "HS").get(source.number() % 5);
    return letters + Numbers.digits(1 + shuffle.at(2 * person + copy), 7);
  }
}
