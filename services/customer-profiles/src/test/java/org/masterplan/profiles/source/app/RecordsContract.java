package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What every store of records must do. Subclasses supply a fresh, empty one. */
public abstract class RecordsContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final SourceRecord.Origin ORIGIN = new SourceRecord.Origin("profiles-1", 2, NOW, NOW);

  Records records;

  protected abstract Records records();

  @BeforeEach
  void fresh() {
    records = records();
  }

  static SourceRecord record(long number, String source, String id, String phone) {
    var content =
        new SourceRecord.Content(
            Map.of("phone", phone, "fullName", "Nguyễn Thị Bưởi"), Map.of("a.b$", phone));
    return new SourceRecord(number, new RecordName(source, id), 1, content, ORIGIN);
  }

  @Test
  void unsaidSince_leavesOutWhatWasSaidAgain() {
    var old = record(1, "crm", "1", "+84901234567");
    var again = record(2, "crm", "2", "+84912345678");
    records.store(List.of(old, again));
    var later = old.origin().asOf().plusSeconds(60);
    assertThat(records.unsaidSince(later, "crm", "", 9)).containsExactly(old, again);
    assertThat(records.unsaidSince(later, "crm", "1", 9)).containsExactly(again);
    assertThat(records.unsaidSince(old.origin().asOf(), "crm", "", 9)).isEmpty();

    var unknown = new RecordName("crm", "3");
    assertThat(records.saidAgain(List.of(again.name(), unknown), later)).containsExactly(unknown);
    assertThat(records.saidAgain(List.of(again.name()), later.minusSeconds(30))).isEmpty();

    assertThat(records.unsaidSince(later, "crm", "", 9)).containsExactly(old);
    assertThat(records.find(List.of(again.name())).values()).containsExactly(again);
  }

  @Test
  void whatWasSetRight_isKeptBesideWhatTheSourceSays_inEveryVersion() {
    var said = record(1, "crm", "1", "+84901234567");
    var right = said.content().corrected(Map.of("phone", "+84901234568", "a.b$", ""), NOW);
    var corrected = said.next(right, ORIGIN);
    var removed =
        corrected.next(right.corrected(Map.of("phone", ""), NOW.plusNanos(7_654_321)), ORIGIN);
    records.store(List.of(said));
    records.store(List.of(corrected));
    assertThat(records.find(List.of(said.name())).values()).containsExactly(corrected);
    assertThat(right.corrected()).isEqualTo(Map.of("phone", "+84901234567"));

    records.store(List.of(removed));

    assertThat(records.find(List.of(said.name())).values()).containsExactly(removed);
    assertThat(records.versionsBefore(List.of(removed))).containsExactly(said, corrected);
    var back =
        removed.next(removed.content().corrected(Map.of("phone", "+84901234567"), NOW), ORIGIN);
    records.store(List.of(back));
    assertThat(back.content().rightAt()).containsOnlyKeys("phone");
    assertThat(records.find(List.of(said.name())).values()).containsExactly(back);
    assertThat(records.numbersHolding(Key.of("phone", "+84901234568").orElseThrow(), 9)).isEmpty();
  }

  @Test
  void expire_forgetsEveryVersion_ofExactlyTheOneThatExpired() {
    var old = record(1, "crm", "1", "+84901234567");
    var older = record(2, "crm", "2", "+84912345678");
    var newer = older.next(record(2, "crm", "2", "+84912345679").content(), ORIGIN);
    records.store(List.of(old, older));
    records.store(List.of(newer));

    records.expire(List.of(old, older), NOW.plusSeconds(1));

    assertThat(records.find(List.of(old.name(), older.name()))).containsOnlyKeys(older.name());
    assertThat(records.versionsBefore(List.of(newer))).containsExactly(older);
    records.expire(List.of(newer), NOW.plusSeconds(1));
    assertThat(records.find(List.of(older.name()))).isEmpty();
    assertThat(records.versionsBefore(List.of(newer))).isEmpty();
  }

  @Test
  void expire_leavesWhatTheSourceSaidAgain_orWhatCameAnewUnderTheName() {
    var again = record(1, "crm", "1", "+84901234567");
    var gone = record(2, "crm", "2", "+84912345678");
    records.store(List.of(again, gone));
    records.saidAgain(List.of(again.name()), NOW.plusSeconds(9));
    records.erase(List.of(gone));
    var anew = record(3, "crm", "2", "+84912345678");
    records.store(List.of(anew));

    records.expire(List.of(again, gone), NOW.plusSeconds(1));

    assertThat(records.find(List.of(again.name(), gone.name())).values())
        .containsExactlyInAnyOrder(again, anew);
    records.expire(List.of(again), NOW.plusSeconds(10));
    assertThat(records.find(List.of(again.name()))).isEmpty();
  }

  @Test
  void replacedVersions_expireByWhenTheirSourceLastSaidThem() {
    var first = record(1, "crm", "1", "+84901234567");
    var said = record(2, "crm", "2", "+84912345678");
    records.store(List.of(first, said, record(3, "crm-2", "1", "+84912345670")));
    records.saidAgain(List.of(said.name()), NOW.plusSeconds(9));
    records.store(List.of(next(first), next(said)));

    assertThat(records.replacedUnsaidSince(NOW, "crm", "", 9)).isEmpty();
    assertThat(records.replacedUnsaidSince(NOW.plusSeconds(1), "crm-2", "", 9)).isEmpty();
    assertThat(records.replacedUnsaidSince(NOW.plusSeconds(10), "crm", "", 1))
        .containsExactly(first);
    var old = records.replacedUnsaidSince(NOW.plusSeconds(1), "crm", "", 9);
    assertThat(old).containsExactly(first);

    records.eraseReplaced(old);

    assertThat(records.versionsBefore(List.of(next(first)))).isEmpty();
    assertThat(records.versionsBefore(List.of(next(said)))).containsExactly(said);
    assertThat(records.find(List.of(first.name())).values()).containsExactly(next(first));
  }

  private static SourceRecord next(SourceRecord old) {
    var later = new SourceRecord.Origin("profiles-2", 2, NOW, NOW.plusSeconds(60));
    return old.next(record(old.number(), "crm", "x", "+84901234599").content(), later);
  }

  @Test
  void replacedVersions_areLookedThrough_fromARecordOn() {
    var one = record(1, "crm", "1", "+84901234567");
    var two = record(2, "crm", "2", "+84912345678");
    records.store(List.of(one, two));
    records.store(List.of(next(one), next(two)));
    records.store(List.of(next(next(two))));
    var then = NOW.plusSeconds(99);

    assertThat(records.replacedUnsaidSince(then, "crm", "", 1)).containsExactly(one);
    assertThat(records.replacedUnsaidSince(then, "crm", "2", 9))
        .containsExactlyInAnyOrder(two, next(two));
    assertThat(records.replacedUnsaidSince(then, "crm", "3", 9)).isEmpty();
  }

  @Test
  void repeated_isNoted_alsoOfTheNextVersion_andOnlyWhereRowsSaySo() {
    var one = record(1, "crm", "1", "+84901234567");
    var two = record(2, "crm", "2", "+84912345678");
    var unknown = new RecordName("crm", "3");
    var names = List.of(one.name(), two.name(), unknown);
    records.store(List.of(one, two));
    records.saidAgain(List.of(two.name()), NOW.plusSeconds(9));

    assertThat(records.repeated(List.of(one.name(), unknown), NOW, NOW.plusSeconds(9)))
        .containsExactly(unknown);
    records.repeated(List.of(one.name()), NOW.plusSeconds(70), NOW);
    records.store(List.of(next(one)));

    assertThat(records.repeatedAt(names)).containsOnly(Map.entry(one.name(), NOW.plusSeconds(9)));
    assertThat(records.unsaidSince(NOW.plusSeconds(65), "crm", "", 9)).containsExactly(two);
    records.erase(List.of(next(one)));
    assertThat(records.repeatedAt(names)).isEmpty();
  }

  @Test
  void find_returnsWhatWasStored_byNameNumberAndKey() {
    var record = record(7, "crm", "KH 1/2", "+84901234567");
    records.store(List.of(record));

    assertThat(records.find(List.of(record.name()))).containsEntry(record.name(), record);
    assertThat(records.findNumbers(List.of(7L, 8L))).containsOnly(Map.entry(7L, record));
    assertThat(records.holding(List.of(new Key("phone", "+84901234567")), 10))
        .containsExactly(record);
    assertThat(records.holding(List.of(), 10)).isEmpty();
    assertThat(records.numbersHolding(new Key("phone", "+84901234567"), 10))
        .containsExactlyElementsOf(
            records.holding(List.of(new Key("phone", "+84901234567")), 10).stream()
                .map(SourceRecord::number)
                .toList())
        .isNotEmpty();
    assertThat(records.numbersHolding(new Key("email", "+84901234567"), 10)).isEmpty();
  }

  @Test
  void holding_aHandleAnywhere_findsItWithWhateverPlatformItIsWritten() {
    var handles = List.of("diễn đàn:lan", "lan", "tik tok: @lan", "facebook:lan.2");
    for (int i = 0; i < handles.size(); i++) {
      records.store(List.of(handled(i + 1, handles.get(i))));
    }

    assertThat(records.holding(List.of(Key.anywhere("zalo:lan")), 10))
        .extracting(SourceRecord::number)
        .containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(records.holding(List.of(new Key("handle", "lan")), 10))
        .extracting(SourceRecord::number)
        .containsExactly(2L);
  }

  protected static SourceRecord handled(long number, String handle) {
    var content = new SourceRecord.Content(Map.of("handle", handle), Map.of("nick", handle));
    return new SourceRecord(number, new RecordName("club", "" + number), 1, content, ORIGIN);
  }

  @Test
  void numbersHolding_inASource_areOfNoOther() {
    var crowd = new ArrayList<SourceRecord>();
    for (int i = 1; i <= 3; i++) {
      crowd.add(record(i, "crm", "r" + i, "+84901234567"));
    }
    crowd.add(record(4, "crm", "r4", "+84912345678"));
    crowd.add(record(5, "shop", "r5", "+84901234567"));
    records.store(crowd);
    var key = new Key("phone", "+84901234567");

    assertThat(records.numbersHolding(key, "shop", 1)).containsExactly(5L);
    assertThat(records.numbersHolding(key, "crm", 9)).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(records.numbersHolding(key, "cr", 9)).isEmpty();
  }

  @Test
  void store_aTakenName_leavesTheFirstAndAnswersIt() {
    var first = record(1, "crm", "x", "+84901234567");
    var second = record(2, "crm", "x", "+84912345678");
    records.store(List.of(first));

    assertThat(records.store(List.of(second))).containsExactly(first);
    assertThat(records.store(List.of(first))).containsExactly(first);
  }

  @Test
  void store_aNextVersion_replacesTheOneBeforeOnly() {
    var first = record(1, "crm", "x", "+84901234567");
    var second = first.next(record(1, "crm", "x", "+84912345678").content(), ORIGIN);
    records.store(List.of(first));
    records.store(List.of(second));
    records.store(List.of(second));

    assertThat(records.find(List.of(first.name()))).containsEntry(first.name(), second);
    assertThat(records.holding(List.of(new Key("phone", "+84901234567")), 10)).isEmpty();
    assertThat(records.versionsBefore(List.of(second))).containsExactly(first);
    assertThat(records.versionsBefore(List.of())).isEmpty();
  }

  @Test
  void store_aNextVersion_ofARecordThatCameAnewUnderTheName_leavesThatOne() {
    var first = record(1, "crm", "x", "+84901234567");
    records.store(List.of(first));
    records.erase(List.of(first));
    var anew = record(2, "crm", "x", "+84912345678");
    records.store(List.of(anew));

    var stored = records.store(List.of(next(first)));

    assertThat(stored).containsExactly(anew);
    assertThat(records.findNumbers(List.of(1L, 2L))).containsOnly(Map.entry(2L, anew));
    assertThat(records.replacedUnsaidSince(NOW.plusSeconds(99), "crm", "", 9)).isEmpty();
  }

  @Test
  void store_aNextVersion_keepsWhenTheSourceSaidItsRecordAgain() {
    var first = record(1, "crm", "1", "+84901234567");
    records.store(List.of(first));
    records.saidAgain(List.of(first.name()), NOW.plusSeconds(90));
    var second = next(first);
    records.store(List.of(second));

    assertThat(records.unsaidSince(NOW.plusSeconds(80), "crm", "", 9)).isEmpty();
    assertThat(records.unsaidSince(NOW.plusSeconds(91), "crm", "", 9)).containsExactly(second);
  }

  @Test
  void list_pagesOneSourceById() {
    records.store(
        List.of(
            record(1, "crm", "a", "+84901234561"),
            record(2, "crm", "b", "+84901234562"),
            record(3, "crm-2", "a", "+84901234563"),
            record(4, "cr", "a", "+84901234564")));

    assertThat(records.list("crm", "", 1)).extracting(r -> r.name().id()).containsExactly("a");
    assertThat(records.list("crm", "a", 9)).extracting(r -> r.name().id()).containsExactly("b");
    assertThat(records.count("crm")).isEqualTo(2);
  }

  @Test
  void each_visitsOneSourceOrAll() {
    var many = new ArrayList<SourceRecord>();
    for (int i = 0; i < 1200; i++) {
      many.add(record(i + 1, i % 2 == 0 ? "even" : "odd", "r" + i, "+84901234567"));
    }
    for (int from = 0; from < many.size(); from += 600) {
      records.store(many.subList(from, from + 600));
    }
    var seen = new ArrayList<Long>();
    records.each("even", r -> seen.add(r.number()));
    assertThat(seen).hasSize(600);
    records.each("", r -> seen.add(r.number()));
    assertThat(seen).hasSize(1800);
  }

  @Test
  void erase_forgetsEveryVersion() {
    var first = record(1, "crm", "x", "+84901234567");
    var second = first.next(record(1, "crm", "x", "+84912345678").content(), ORIGIN);
    records.store(List.of(first));
    records.store(List.of(second));

    assertThat(records.erase(List.of(second))).isEqualTo(1);
    assertThat(records.find(List.of(first.name()))).isEmpty();
    assertThat(records.findNumbers(List.of(1L))).isEmpty();
    assertThat(records.versionsBefore(List.of(second))).isEmpty();
    assertThat(records.erase(List.of(second))).isZero();
  }

  @Test
  void whenARowCame_isKept_whereItWasStoredLater() {
    var waited =
        new SourceRecord.Origin("profiles-1", 2, NOW.plusSeconds(60), NOW, NOW.minusSeconds(60));
    var first = record(1, "crm", "1", "+84901234567");
    var second = first.next(record(1, "crm", "1", "+84912345678").content(), waited);
    var third = second.next(first.content(), ORIGIN);
    records.store(List.of(first));
    records.store(List.of(second));
    assertThat(records.find(List.of(first.name())).values()).containsExactly(second);

    records.store(List.of(third));

    assertThat(records.find(List.of(first.name())).values()).containsExactly(third);
    assertThat(records.versionsBefore(List.of(third))).containsExactly(first, second);
  }
}
