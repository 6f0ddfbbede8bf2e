package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class RightValuesTest {
  private static final RecordName NAME = new RecordName("crm", "1");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /** An empty cell says nothing of the field; what is "taken" is taken away. */
  @ParameterizedTest
  @CsvSource({
    "1992-02-03, 1992, 1991-02-03, , 1991-02-03, 1991",
    "1992-02-03, , 1991-02-03, , 1991-02-03, 1991",
    "1992-02-03, 1992, taken, , , ",
    ", 1992, taken, , , 1992",
    ", 1992, 1992-02-03, , 1992-02-03, 1992",
    ", 1992, 1991-02-03, 1991, 1991-02-03, 1991",
    "1992-02-03, 1992, , taken, 1992-02-03, ",
    "1992-02-03, 1991, , 1992, 1992-02-03, 1992",
    "1992-02-03, 1991, 1991-02-03, , 1991-02-03, 1991",
    "1992-02-03, 1991, taken, , , 1991"
  })
  void birth_thatIsOne_isTaken(
      String knownDay, String knownYear, String day, String year, String dayThen, String yearThen) {
    var known = known(knownDay, knownYear);

    var then = known.content().corrected(right(day, year).of(known), Instant.EPOCH).values();

    assertThat(then.get("birthDate")).isEqualTo(dayThen);
    assertThat(then.get("birthYear")).isEqualTo(yearThen);
  }

  @ParameterizedTest
  @CsvSource({
    "1992-02-03, 1992, , 1991, values.birthYear",
    "1992-02-03, , , 1991, values.birthYear",
    ", 1992, 1991-02-03, , values.birthDate",
    "1992-02-03, 1991, 1990-02-03, , values.birthDate",
    ", , 1991-02-03, 1990, values.birthDate values.birthYear"
  })
  void birth_thatWouldBeTwo_isRefused_namingWhatWasSaidOfIt(
      String knownDay, String knownYear, String day, String year, String fields) {
    var known = known(knownDay, knownYear);

    var refused = catchThrowableOfType(InvalidFields.class, () -> right(day, year).of(known));

    assertThat(refused.violations())
        .allMatch(violation -> violation.reason().equals("TWO_BIRTHS"))
        .extracting(Violation::field)
        .containsExactly(fields.split(" "));
  }

  private static RightValues right(String day, String year) {
    var said = new LinkedHashMap<String, String>();
    put(said, "birthDate", day);
    put(said, "birthYear", year);
    said.replaceAll((_, value) -> value.equals("taken") ? "" : value);
    return RightValues.read(new Rectifying.Wish(NAME, 0, said, "request 1"), TODAY);
  }

  private static SourceRecord known(String day, String year) {
    var values = new LinkedHashMap<String, String>(Map.of("fullName", "Nguyễn An"));
    put(values, "birthDate", day);
    put(values, "birthYear", year);
    var origin = new SourceRecord.Origin("load", 1, Instant.EPOCH, Instant.EPOCH);
    return new SourceRecord(1, NAME, 1, new SourceRecord.Content(values, Map.of()), origin);
  }

  private static void put(Map<String, String> values, String field, String value) {
    if (value != null) {
      values.put(field, value);
    }
  }
}
