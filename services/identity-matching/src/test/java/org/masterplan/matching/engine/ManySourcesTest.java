package org.masterplan.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

/** A customer of many sources is one person, not a crowd that shares a telephone. */
class ManySourcesTest {
  private static final Schema SCHEMA =
      Schema.of("givenName", "surname", "birthDate", "phone", "email", "nationalId");

  private static final int SOURCES = 12;

  @Test
  void onePersonInTwelveSources_isOneEntity() {
    var records = others();
    for (int s = 0; s < SOURCES; s++) {
      var name = s % 3 == 0 ? List.of("Quynh", "Tran", "1988-05-17") : List.of("", "", "");
      records.add(
          row("z" + s, 0, name, List.of("0912345678", "tq88@mail.example", "001188012345")));
    }

    var found = Resolver.resolve(SCHEMA, records);

    var hers =
        IntStream.range(0, found.table().size())
            .filter(r -> found.table().key(r).source().startsWith("z"))
            .map(r -> found.entities()[r])
            .toArray();
    assertThat(hers).hasSize(SOURCES).containsOnly(hers[0]);
    assertThat(found.count()).isEqualTo(121);
  }

  @Test
  void oneRecord_leavesAPriorThatIsANumber() {
    var one = List.of(row("a", 0, List.of("An", "Le", "1990-01-02"), List.of("", "", "")));

    var prior = Resolver.resolve(SCHEMA, one).model().prior();

    assertThat(prior).isStrictlyBetween(0.0, 1.0);
  }

  private static List<RawRecord> others() {
    var records = new ArrayList<RawRecord>();
    for (int i = 0; i < 120; i++) {
      var born = "19%02d-%02d-%02d".formatted(40 + i % 50, 1 + i % 12, 1 + i % 28);
      var name = List.of("given" + letters(i), "family" + letters(i * 7 % 120), born);
      var reached =
          List.of(
              "09%08d".formatted(10_000_019 + i * 65_537), "p" + i * 7919 + "@mail.example", "");
      records.add(row("a", i, name, reached));
      records.add(row("b", i, name, reached));
    }
    return records;
  }

  private static String letters(int i) {
    return "" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
  }

  private static RawRecord row(String source, int id, List<String> name, List<String> reached) {
    var values = new ArrayList<>(name);
    values.addAll(reached);
    return new RawRecord(source, Integer.toString(id), values);
  }
}
