package org.masterplan.matching.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.LongBag;

/**
 * Records whose model is known: persons with values of their own, each in two sources, where every
 * value is missing or another's by a chance of its field alone. So features hang together by
 * nothing but the person, which is what the model takes for granted.
 *
 * @param records of person n, {@code n} is the id in both sources
 */
record Copies(Schema schema, List<RawRecord> records) {
  private static final String CONSONANTS = "bdghklmnprstv";
  private static final String VOWELS = "aeiou";
  private static final double MISSING = .05;

  /** By field, how often a copy has another's value. */
  private static final double[] MISTAKEN = {.10, .15, .20, .25, .12};

  static Copies of(int persons, long seed) {
    var random = new SplittableRandom(seed);
    var records = new ArrayList<RawRecord>();
    for (int person = 0; person < persons; person++) {
      var values = person(random);
      records.add(new RawRecord("a", Integer.toString(person), values));
      records.add(new RawRecord("b", Integer.toString(person), copy(values, random)));
    }
    var schema = Schema.of("givenName", "surname", "birthDate", "phone", "email");
    return new Copies(schema, List.copyOf(records));
  }

  private static List<String> person(SplittableRandom random) {
    return List.of(
        word(2, random),
        word(3, random),
        "%d-%02d-%02d"
            .formatted(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28)),
        "09%08d".formatted(10_000_000 + random.nextInt(89_999_999)),
        word(4, random) + "@" + word(2, random) + ".example");
  }

  private static List<String> copy(List<String> values, SplittableRandom random) {
    var other = person(random);
    var copy = new ArrayList<String>();
    for (int f = 0; f < values.size(); f++) {
      double fate = random.nextDouble();
      copy.add(
          fate < MISSING
              ? ""
              : fate < MISSING + MISTAKEN[f] * (1 - MISSING) ? other.get(f) : values.get(f));
    }
    return copy;
  }

  private static String word(int syllables, SplittableRandom random) {
    var word = new StringBuilder();
    for (int s = 0; s < syllables; s++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.toString();
  }

  /** The share of a field's known values that are mistaken, by the field's place. */
  static double mistaken(int field) {
    return MISTAKEN[field];
  }

  /** Whether a pair of a run is one person. */
  static boolean same(Resolution found, long pair) {
    return found
        .table()
        .key(LongBag.left(pair))
        .id()
        .equals(found.table().key(LongBag.right(pair)).id());
  }
}
