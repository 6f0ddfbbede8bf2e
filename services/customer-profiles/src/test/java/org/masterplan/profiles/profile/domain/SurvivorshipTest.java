package org.masterplan.profiles.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class SurvivorshipTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  /** The most trusted says A, the newest B, most say C, and the longest is D. */
  private static final List<SourceRecord> RECORDS =
      List.of(
          record("bank", 1, "occupation", "A y tá"),
          record("shop", 9, "occupation", "B bác sĩ"),
          record("app", 2, "occupation", "C nông dân"),
          record("web", 3, "occupation", "C nông dân"),
          record("pos", 4, "occupation", "D giáo viên trung học"));

  private static SourceRecord record(String source, int day, String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    var at = NOW.plusSeconds(86_400L * day);
    return new SourceRecord(
        day,
        new RecordName(source, "1"),
        1,
        new SourceRecord.Content(values, values),
        new SourceRecord.Origin("profiles-1", 2, at, at));
  }

  private static GoldenRules first(Map<String, Value.Rule> first) {
    return new GoldenRules(first, "ha", Optional.of(NOW), 1);
  }

  private static Value chosen(Map<String, Value.Rule> first) {
    var by = new Survivorship(s -> s.equals("bank") ? 5 : 0, first(first));
    return by.choose(RECORDS).get("occupation");
  }

  @Test
  void choose_byTheRuleOfTheField_namesSourceTimeAndRule() {
    var newest = chosen(Map.of("occupation", Value.Rule.NEWEST));

    assertThat(newest.value()).isEqualTo("B bác sĩ");
    assertThat(newest.record().source()).isEqualTo("shop");
    assertThat(newest.time()).isEqualTo(NOW.plusSeconds(9 * 86_400L));
    assertThat(newest.rule()).isEqualTo(Value.Rule.NEWEST);
    assertThat(newest.others()).hasSize(3);
  }

  @Test
  void choose_byEachRule_choosesAnother() {
    assertThat(chosen(Map.of()).value()).startsWith("A");
    assertThat(chosen(Map.of("occupation", Value.Rule.TRUSTED)).value()).startsWith("A");
    assertThat(chosen(Map.of("occupation", Value.Rule.SUPPORTED)).value()).startsWith("C");
    assertThat(chosen(Map.of("occupation", Value.Rule.SUPPORTED)).support()).isEqualTo(2);
    assertThat(chosen(Map.of("occupation", Value.Rule.FULLEST)).value()).startsWith("D");
    assertThat(chosen(Map.of("occupation", Value.Rule.FULLEST)).rule())
        .isEqualTo(Value.Rule.FULLEST);
  }

  @Test
  void choose_whereTheFirstRuleCannotTell_asksTheOthersInTheirOrder() {
    var by = new Survivorship(_ -> 0, first(Map.of("phone", Value.Rule.TRUSTED)));
    var two =
        List.of(
            record("app", 1, "phone", "+84912345678"), record("shop", 5, "phone", "+84987654321"));

    var chosen = by.choose(two).get("phone");

    assertThat(chosen.value()).isEqualTo("+84987654321");
    assertThat(chosen.rule()).isEqualTo(Value.Rule.NEWEST);
  }

  /** The better spelled record of those who say the same may be the oldest of all. */
  @Test
  void choose_byTheNewest_countsWhenAnyOfThemLastSaidSo() {
    var by = new Survivorship(_ -> 0, first(Map.of("fullName", Value.Rule.NEWEST)));
    var three =
        List.of(
            record("app", 1, "fullName", "Nguyễn An"),
            record("crm", 3, "fullName", "Trần Hoa"),
            record("shop", 6, "fullName", "Nguyen An"));

    var chosen = by.choose(three).get("fullName");

    assertThat(chosen.value()).isEqualTo("Nguyễn An");
    assertThat(chosen.record().source()).isEqualTo("app");
    assertThat(chosen.time()).isEqualTo(NOW.plusSeconds(6 * 86_400L));
    assertThat(chosen.rule()).isEqualTo(Value.Rule.NEWEST);
  }

  /** A person's own word on themselves counts before any source's, whatever the rule. */
  @Test
  void choose_ofWhatWasSetRight_isThat() {
    var right = RECORDS.get(4).content().corrected(Map.of("occupation", "giáo viên"), NOW);
    var records = new ArrayList<>(RECORDS);
    records.set(4, RECORDS.get(4).next(right, RECORDS.get(4).origin()));

    for (var rule : GoldenRules.ASKED) {
      var by = new Survivorship(s -> s.equals("bank") ? 5 : 0, first(Map.of("occupation", rule)));
      var chosen = by.choose(records).get("occupation");

      assertThat(chosen.value()).isEqualTo("giáo viên");
      assertThat(chosen.rule()).isEqualTo(Value.Rule.CORRECTED);
    }
  }

  /** However old the records are: their sources need not have said anything since. */
  @Test
  void choose_ofTwoThatWereSetRight_isTheLaterOne() {
    var first = setRight(RECORDS.get(1), "thợ may", 5);
    var later = setRight(RECORDS.get(0), "giáo viên", 9);

    for (var records : List.of(List.of(first, later), List.of(later, first))) {
      var chosen = new Survivorship(_ -> 0).choose(records).get("occupation");

      assertThat(chosen.value()).isEqualTo("giáo viên");
      assertThat(chosen.time()).isEqualTo(later.origin().loadedAt());
    }
  }

  private static SourceRecord setRight(SourceRecord known, String occupation, long seconds) {
    var at = NOW.plusSeconds(100 * 86_400L + seconds);
    var origin = new SourceRecord.Origin("push-1", 0, at, known.origin().asOf());
    return known.next(known.content().corrected(Map.of("occupation", occupation), at), origin);
  }

  /** What is said since of other fields makes no correction later than it was. */
  @Test
  void choose_ofTwoThatWereSetRight_isTheLaterOne_whateverTheirSourcesSaidSince() {
    var first = setRight(RECORDS.get(0), "thợ may áo dài", 5);
    var later = setRight(RECORDS.get(1), "giáo viên", 9);
    var said = new HashMap<>(RECORDS.get(0).values());
    said.put("street", "1 Lê Lợi");
    var row = new SourceRecord.Content(said, said).keeping(first.content());
    var load = new SourceRecord.Origin("profiles-2", 2, NOW.plusSeconds(1 << 30), NOW);

    for (var rule : GoldenRules.ASKED) {
      var by = new Survivorship(s -> s.equals("bank") ? 5 : 0, first(Map.of("occupation", rule)));
      var chosen = by.choose(List.of(first.next(row, load), later)).get("occupation");

      assertThat(chosen.value()).isEqualTo("giáo viên");
      assertThat(chosen.rule()).isEqualTo(Value.Rule.CORRECTED);
      assertThat(chosen.time()).isEqualTo(later.saidAt("occupation"));
      assertThat(chosen.others()).containsExactly("thợ may áo dài");
    }
  }

  /** Spellings that differ in marks only are one value. */
  @Test
  void choose_ofTwoSpellingsThatWereSetRight_showsTheLaterOne() {
    var first = setRight(RECORDS.get(1), "giáo viên", 5);
    var later = setRight(RECORDS.get(0), "giao vien", 9);

    var chosen = new Survivorship(_ -> 0).choose(List.of(first, later)).get("occupation");

    assertThat(chosen.value()).isEqualTo("giao vien");
  }

  @Test
  void choose_ofAFieldWithoutARule_isAsBefore() {
    var names =
        List.of(
            record("app", 1, "fullName", "Nguyễn Thị Lan"), record("shop", 5, "fullName", "Lan"));

    var usual = new Survivorship(_ -> 0, GoldenRules.USUAL).choose(names).get("fullName");
    var other =
        new Survivorship(_ -> 0, first(Map.of("phone", Value.Rule.NEWEST)))
            .choose(names)
            .get("fullName");

    assertThat(usual.value()).isEqualTo("Nguyễn Thị Lan");
    assertThat(usual.rule()).isEqualTo(Value.Rule.FULLEST);
    assertThat(other).isEqualTo(usual);
  }
}
