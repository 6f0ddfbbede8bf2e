package org.masterplan.profiles.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
  private static final int RECORDS = 8;

  private record Pair(long a, long b) {}

  /** The same, said of each two records: slow, and easily seen to be right. */
  private static final class ByPairs {
    final Set<Pair> one = new HashSet<>();
    final Set<Pair> two = new HashSet<>();

    void add(Constraint word) {
      switch (word) {
        case Constraint.Together(var records) -> {
          two.removeAll(pairs(records, records));
          one.addAll(pairs(records, records));
        }
        case Constraint.Apart(var left, var right) -> {
          one.removeAll(pairs(left, right));
          two.addAll(pairs(left, right));
        }
        case Constraint.Unsaid _ -> throw new AssertionError("not said here: " + word);
      }
    }

    void forget(LongSet records) {
      one.removeIf(pair -> records.contains(pair.a()) || records.contains(pair.b()));
      two.removeIf(pair -> records.contains(pair.a()) || records.contains(pair.b()));
    }
  }

  private static Set<Pair> pairs(LongSet left, LongSet right) {
    var pairs = new HashSet<Pair>();
    for (long a : left.toArray()) {
      for (long b : right.toArray()) {
        if (a != b) {
          pairs.add(new Pair(a, b));
          pairs.add(new Pair(b, a));
        }
      }
    }
    return pairs;
  }

  @Property
  void whateverIsSaid_theNewestWordOnTwoRecordsCounts(@ForAll long seed) {
    var random = new Random(seed);
    var words = new Constraints();
    var plain = new ByPairs();
    for (int step = 0; step < 12; step++) {
      var some = some(random);
      var others = some(random).minus(some);
      if (random.nextInt(6) == 0) {
        words.forget(some);
        plain.forget(some);
      } else if (some.size() > 1 && random.nextBoolean()) {
        add(new Constraint.Together(some), words, plain);
      } else if (!some.isEmpty() && !others.isEmpty()) {
        add(new Constraint.Apart(some, others), words, plain);
      }
    }

    assertThat(together(words)).isEqualTo(plain.one);
    assertThat(apart(words)).isEqualTo(plain.two);
    assertThat(together(words.copy(LongSet.of(1, 2))))
        .containsAll(plain.one.stream().filter(pair -> pair.a() <= 2).toList());
  }

  private static void add(Constraint word, Constraints words, ByPairs plain) {
    words.add(word);
    plain.add(word);
  }

  private static LongSet some(Random random) {
    return all().filter(_ -> random.nextInt(3) == 0);
  }

  private static LongSet all() {
    return LongSet.of(java.util.stream.LongStream.rangeClosed(1, RECORDS).toArray());
  }

  private static Set<Pair> together(Constraints words) {
    var found = new HashSet<Pair>();
    for (var word : words.about(all())) {
      if (word instanceof Constraint.Together(var some)) {
        found.addAll(pairs(some, some));
      }
    }
    return found;
  }

  private static Set<Pair> apart(Constraints words) {
    var found = new HashSet<Pair>();
    for (var pair : pairs(all(), all())) {
      if (words.apart(pair.a(), pair.b())) {
        found.add(pair);
      }
    }
    return found;
  }

  @Test
  void add_ofUnsaid_takesBackTheWordOfExactlyThese() {
    var words = new Constraints();
    var more = new Constraint.Together(LongSet.of(1, 2, 3));
    words.add(more);
    words.add(new Constraint.Together(LongSet.of(1, 2)));
    words.add(new Constraint.Apart(LongSet.of(4), LongSet.of(5)));

    words.add(new Constraint.Unsaid(LongSet.of(1), LongSet.of(2)));
    words.add(new Constraint.Unsaid(LongSet.of(5), LongSet.of(4)));

    assertThat(words.about(all())).containsExactly(more);
    assertThat(words.apart(4, 5)).isFalse();
  }

  @Test
  void add_ofMoreAndMoreToOnePerson_leavesOneWord() {
    var words = new Constraints();
    var one = LongSet.of(1);
    for (long record = 2; record <= 500; record++) {
      one = one.plus(LongSet.of(record));
      words.add(new Constraint.Together(one));
    }

    assertThat(words.about(one)).containsExactly(new Constraint.Together(one));
  }
}
