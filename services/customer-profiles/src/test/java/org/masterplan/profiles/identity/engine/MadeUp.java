package org.masterplan.profiles.identity.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.InMemoryModels;
import org.masterplan.profiles.identity.app.Models;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Made-up people with up to three records each, in which something is missing or misspelt. */
public final class MadeUp {
  private static final List<String> SURNAMES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Đỗ");
  private static final List<String> MIDDLES = List.of("Văn", "Thị", "Minh", "Ngọc");
  private static final List<String> GIVEN =
      List.of("An", "Bình", "Hùng", "Lan", "Nhung", "Phúc", "Quân", "Yến");

  /** Of the first this many numbers none is made up. */
  static final long NUMBERED_FROM = 1_000_000;

  private MadeUp() {}

  /** The records of so many persons, the same for one seed; numbered in the order of persons. */
  public static List<Features> people(long seed, int persons) {
    var random = new Random(seed);
    var records = new ArrayList<Features>();
    for (int person = 0; person < persons; person++) {
      var values = person(random);
      for (int copy = random.nextInt(3); copy >= 0; copy--) {
        records.add(new Features(NUMBERED_FROM + records.size(), copied(values, random)));
      }
    }
    return records;
  }

  /** The same, as records of the source {@code s}. */
  public static List<SourceRecord> records(long seed, int persons) {
    var origin = new SourceRecord.Origin("profiles-1", 2, Instant.EPOCH, Instant.EPOCH);
    return people(seed, persons).stream()
        .map(
            each ->
                new SourceRecord(
                    each.record(),
                    new RecordName("s", Long.toString(each.record())),
                    1,
                    new SourceRecord.Content(each.values(), each.values()),
                    origin))
        .toList();
  }

  /** Models of which the newest was learned of some made-up people. */
  static Models learned() {
    var models = new InMemoryModels();
    var people = people(7, 200);
    People all = people::forEach;
    models.keep(new Lessons(all).learn(_ -> true, 1, Instant.EPOCH));
    return models;
  }

  private static Map<String, String> person(Random random) {
    int year = 1960 + random.nextInt(40);
    return Map.of(
        "fullName",
        String.join(" ", one(SURNAMES, random), one(MIDDLES, random), one(GIVEN, random)),
        "birthDate",
        "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28)),
        "phone",
        "+849%08d".formatted(10_000_000 + random.nextInt(89_999_999)),
        "email",
        "person%d@example.com".formatted(random.nextInt(500_000)),
        "nationalId",
        "001%d%02d%06d".formatted(random.nextInt(2), year % 100, random.nextInt(999_999)));
  }

  private static Map<String, String> copied(Map<String, String> values, Random random) {
    var copy = new HashMap<>(values);
    for (var field : List.of("birthDate", "phone", "email", "nationalId")) {
      if (random.nextInt(4) == 0) {
        copy.remove(field);
      }
    }
    return copy;
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
