package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What is set right while others erase, or load, the same record. */
class RectifyingTest {
  private static final RecordName NAME = new RecordName("crm", "1");

  LoadingFixture f = new LoadingFixture();
  InMemoryRecords records = f.identity.records;
  Rectifying rectifying;

  @BeforeEach
  void load() {
    var crm = f.source("crm");
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    f.body("b", LoadingTest.COLUMNS, List.of(List.of("1", "Nguyễn An", "0901234567", "an@x.vn")));
    f.run(crm, "b");
    var noting = new Rectifying.Noting((_, _) -> {}, f.clock());
    rectifying = new Rectifying(f.register, f.stores(), f.pushing(), noting);
  }

  @Test
  void rectify_whileTheRecordIsForgotten_leavesNoVersionOfIt() {
    var known = stored();
    records.amidStore = () -> records.erase(List.of(known));

    assertThatThrownBy(this::rectify).isInstanceOf(NotFound.class);

    assertThat(records.find(List.of(NAME))).isEmpty();
    assertThat(records.versionsBefore(List.of(known))).isEmpty();
  }

  /** As an erasure does that was about to delete what it had marked. */
  @Test
  void rectify_whileItsPersonIsMarkedAsErased_takesItBack() {
    var known = stored();
    records.amidStore = () -> f.tombstones.mark(List.of(ErasedMarks.ofRecord(NAME)));

    assertThatThrownBy(this::rectify)
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("CORRECTION_ERASED");

    assertThat(records.find(List.of(NAME))).isEmpty();
    assertThat(records.versionsBefore(List.of(known))).isEmpty();
  }

  /** Who was set right to have an address that somebody else is just being erased with. */
  @Test
  void rectify_whileAnotherIsErasedWhoseAddressItIs_leavesTheRecordAsItWas() {
    var known = rectify(Map.of("phone", "0901234568"));
    records.amidStore = this::markAnother;

    assertThatThrownBy(this::rectify)
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("CORRECTION_ERASED");

    assertThat(stored().content()).isEqualTo(known.content());
    assertThat(stored().number()).isEqualTo(known.number());
    assertThat(records.versionsBefore(List.of(stored())))
        .contains(known)
        .noneMatch(version -> version.values().containsValue("an@y.vn"));
  }

  @Test
  void rectify_whileAnotherIsErased_keepsWhatTheSourceHasSaidMeanwhile() {
    var known = stored();
    records.amidStore = this::markAnother;
    f.tombstones.beforeMarked =
        () -> {
          var now = stored();
          if (now.values().containsValue("an@y.vn")) {
            f.tombstones.beforeMarked = () -> {};
            var said = new HashMap<>(known.values());
            said.put("phone", "+84901234569");
            var row = new SourceRecord.Content(said, known.content().raw());
            records.store(List.of(now.next(row.keeping(now.content()), known.origin())));
          }
        };

    assertThatThrownBy(this::rectify).hasMessageContaining("CORRECTION_ERASED");

    assertThat(stored().values())
        .containsEntry("phone", "+84901234569")
        .containsEntry("email", "an@x.vn");
    assertThat(records.versionsBefore(List.of(stored())))
        .noneMatch(version -> version.values().containsValue("an@y.vn"));
  }

  private void markAnother() {
    records.amidStore = () -> {};
    f.tombstones.mark(List.of(ErasedMarks.ofKey("crm", Key.of("email", "an@y.vn").orElseThrow())));
  }

  @Test
  void rectify_whileTheSourceSaysSomethingElse_givesWay() {
    var known = stored();
    var said = new SourceRecord.Content(Map.of("email", "an@z.vn"), Map.of());
    records.beforeStore =
        () -> {
          records.beforeStore = () -> {};
          records.store(List.of(known.next(said, known.origin())));
        };

    assertThatThrownBy(this::rectify).isInstanceOf(Stale.class);

    assertThat(stored().values()).containsEntry("email", "an@z.vn");
  }

  @Test
  void rectify_ofADayOfBirth_isPossibleUntilToday_asVietnamCountsDays() {
    assertThat(rectify(Map.of("birthDate", "21/11/2026")).values())
        .containsEntry("birthYear", "2026");
    assertThat(refused(Map.of("birthDate", "22/11/2026")).about())
        .containsEntry("value", "2026-**-**")
        .containsEntry("first", "1900-01-01")
        .containsEntry("last", "2026-11-21");
    f.now = f.now.plus(Duration.ofHours(14).plusMinutes(59));
    assertThat(refused(Map.of("birthDate", "22/11/2026")).field()).isEqualTo("values.birthDate");
    f.now = f.now.plus(Duration.ofMinutes(1));
    assertThat(rectify(Map.of("birthDate", "22/11/2026")).values())
        .containsEntry("birthDate", "2026-11-22");
  }

  @Test
  void rectify_ofABirthOfLongAgo_isRefused() {
    assertThat(refused(Map.of("birthDate", "31/12/1899")).reason()).isEqualTo("BIRTH_IMPOSSIBLE");
    assertThat(refused(Map.of("birthYear", "1899")).about())
        .containsEntry("field", "birthYear")
        .containsEntry("value", "1899")
        .containsEntry("first", "1900")
        .containsEntry("last", "2026");
    assertThat(rectify(Map.of("birthYear", "1900")).values()).containsEntry("birthYear", "1900");
  }

  private Violation refused(Map<String, String> values) {
    var refused = catchThrowableOfType(InvalidFields.class, () -> rectify(values));
    assertThat(refused.violations()).hasSize(1);
    return refused.violations().getFirst();
  }

  private void rectify() {
    rectify(Map.of("email", "an@y.vn"));
  }

  private SourceRecord rectify(Map<String, String> values) {
    return rectifying.rectify(
        new Rectifying.Wish(NAME, 0, values, "request 1"), LoadingFixture.DATA);
  }

  private SourceRecord stored() {
    return records.find(List.of(NAME)).values().iterator().next();
  }

  /** Its source has said nothing since the row came. */
  @Test
  void rectify_ofARecordOfWhichARowWaits_leavesTheRowItsTurn() {
    var crm = new ResourceName("sources", "crm");
    var names = Map.of("fullName", ColumnMapping.given("Họ tên", ""));
    f.register.confirm(crm, new Mapping("Mã KH", names, false), LoadingTest.act());
    f.now = f.now.plusSeconds(60);
    f.body("late", LoadingTest.COLUMNS, List.of(List.of("1", "", "0901234567", "an@moi.vn")));
    f.run(crm, "late");
    assertThat(f.rejected.count("crm")).isEqualTo(1);
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    f.now = f.now.plusSeconds(60);
    rectify(Map.of("phone", "0912345678"));
    f.now = f.now.plusSeconds(60);

    f.loading.run(f.desk.replay(crm, LoadingFixture.DATA), new LoadingFixture.Told());

    assertThat(f.rejected.count("crm")).isZero();
    assertThat(stored().values())
        .containsEntry("email", "an@moi.vn")
        .containsEntry("phone", "+84912345678");
  }
}
