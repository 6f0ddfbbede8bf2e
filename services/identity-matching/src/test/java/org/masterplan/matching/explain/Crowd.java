package org.masterplan.matching.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

/** Made-up records for properties: few values, so that many agree, with slips and gaps. */
public final class Crowd {
  public static final Schema SCHEMA =
      Schema.of("fullName", "birthDate", "phone", "email", "nationalId", "city");

  private static final List<String> SURNAMES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Đỗ");
  private static final List<String> MIDDLES = List.of("Văn", "Thị", "Minh", "Ngọc");
  private static final List<String> GIVEN =
      List.of("An", "Bình", "Hùng", "Lan", "Nhung", "Phúc", "Quân", "Yến");
  private static final List<String> CITIES = List.of("Hà Nội", "Huế", "Đà Nẵng", "");

  private Crowd() {}

  /** Records of persons with up to three each, the same for one seed. */
  public static List<RawRecord> of(long seed, int persons) {
    var random = new SplittableRandom(seed);
    var records = new ArrayList<RawRecord>();
    for (int person = 0; person < persons; person++) {
      var values = person(random);
      int count = 1 + random.nextInt(3);
      for (int copy = 0; copy < count; copy++) {
        records.add(new RawRecord("s" + copy, "p" + person, copied(values, random)));
      }
    }
    return records;
  }

  private static List<String> person(SplittableRandom random) {
    var given = one(GIVEN, random);
    int year = 1960 + random.nextInt(40);
    return List.of(
        String.join(" ", one(SURNAMES, random), one(MIDDLES, random), given),
        "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28)),
        "09%08d".formatted(10_000_000 + random.nextInt(89_999_999)),
        "person%d@example.com".formatted(random.nextInt(5000)),
        "001%d%02d%06d".formatted(random.nextInt(2), year % 100, random.nextInt(999_999)),
        one(CITIES, random));
  }

  private static List<String> copied(List<String> values, SplittableRandom random) {
    var copy = new ArrayList<String>();
    for (var value : values) {
      int fate = random.nextInt(10);
      copy.add(fate == 0 ? "" : fate == 1 ? slipped(value, random) : value);
    }
    return copy;
  }

  private static String slipped(String value, SplittableRandom random) {
    if (value.length() < 2) {
      return value;
    }
    int at = random.nextInt(value.length() - 1);
    return value.substring(0, at)
        + value.charAt(at + 1)
        + value.charAt(at)
        + value.substring(at + 2);
  }

  private static String one(List<String> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
