package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.FieldCount;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;
import org.masterplan.profiles.source.domain.Ways;

class LoadingTest {
  static final List<String> COLUMNS = List.of("Mã KH", "Họ tên", "SĐT", "Email");

  LoadingFixture f = new LoadingFixture();

  @Test
  void load_suggestsAMapping_takesGoodRows_keepsBadOnes() {
    var crm = f.source("crm");
    f.body(
        "b",
        COLUMNS,
        List.of(
            List.of("1", "Nguyễn An", "0901234567", "an@x.vn"),
            List.of("", "Trần Bình", "0912345678", "binh@x.vn"),
            List.of("3", "An Nguyễn", "01681234567", "an@x.vn"),
            List.of("3", "Lê Chi", "", "chi@x.vn"),
            List.of("5", "", "", "")));
    f.register.confirm(crm, mapping(), act());

    var done = f.run(crm, "b");

    assertThat(done).isEqualTo(new Load.Progress(5, 2, 0, 0, 3, 0));
    assertThat(f.rejected.list("crm", "", 10))
        .extracting(k -> k.row().reason())
        .containsExactly("RECORD_ID_MISSING", "RECORD_ID_TWICE", "RECORD_EMPTY");
    var source = f.register.get(crm);
    assertThat(source.state()).isEqualTo(SourceState.LOADED);
    assertThat(source.holdings().records()).isEqualTo(2);
    assertThat(source.holdings().rejected()).isEqualTo(3);
    assertThat(source.holdings().quality().get("phone").valid()).isEqualTo(2);
    assertThat(f.identity.identity.<Integer>ask(r -> r.liveProfiles())).isEqualTo(1);
  }

  @Test
  void card_tellsWhatIsReadableAndRepeated_andHowFarItMovedSinceTheLoadBefore() {
    var crm = f.source("crm");
    f.register.confirm(crm, mapping(), act());
    f.body(
        "a",
        COLUMNS,
        List.of(
            List.of("1", "Nguyễn An", "0901234567", "an@x.vn"),
            List.of("2", "An Nguyễn", "0901234567", "khong phai dia chi"),
            List.of("3", "Trần Bình", "0901234567", "binh@x.vn"),
            List.of("4", "Lê Chi", "", "binh@x.vn")));
    f.run(crm, "a");
    var first = f.register.get(crm).holdings();
    assertThat(first.quality())
        .containsEntry("phone", new FieldCount(3, 3, 1))
        .containsEntry("email", new FieldCount(4, 3, 2));
    assertThat(first.quality().get("phone").repeated()).isEqualTo(2);
    assertThat(first.drift("phone")).isEmpty();

    f.body(
        "b",
        COLUMNS,
        List.of(
            List.of("4", "Lê Chi", "0912345678", "binh@x.vn"),
            List.of("5", "Phạm Lan", "0912345679", "")));
    f.run(crm, "b");

    var second = f.register.get(crm).holdings();
    assertThat(second.drift("phone").orElseThrow()).isCloseTo(1 - .75, within(1e-9));
    assertThat(second.drift("email").orElseThrow()).isCloseTo(.6 - .75, within(1e-9));
    assertThat(second.drift("nationalId")).isEmpty();
  }

  @Test
  void load_withoutAMapping_usesTheSuggestion_whichStaysOne() {
    var crm = f.source("crm");
    f.body("b", COLUMNS, List.of(List.of("1", "Nguyễn An", "0901234567", "an@x.vn")));

    f.run(crm, "b");

    assertThat(f.register.get(crm).mapping().fields()).containsKeys("fullName", "phone", "email");
    assertThat(f.register.get(crm).mapping().confirmed()).isFalse();
  }

  @Test
  void load_ofOneFileTwice_givesOneResult() {
    var crm = f.source("crm");
    var rows = List.of(List.of("1", "Nguyễn An", "0901234567", "an@x.vn"));
    f.body("b", COLUMNS, rows);
    f.run(crm, "b");
    long decisions = f.identity.journal.last();
    f.body("b", COLUMNS, rows);
    var again = f.run(crm, "b");

    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(f.identity.identity.<Integer>ask(r -> r.liveRecords())).isEqualTo(1);
    assertThat(f.register.get(crm).holdings().records()).isEqualTo(1);
    assertThat(decisions).isPositive();
  }

  @Test
  void load_ofAFileWithAnIdTwice_farApart_givesOneResultHoweverOften() {
    var crm = f.source("crm");
    f.register.confirm(crm, mapping(), act());
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("7", "Nguyễn An", "0901234567", "an@x.vn"));
    for (int i = 100; i < 800; i++) {
      rows.add(List.of("" + i, "Người " + i, "09%08d".formatted(i), "p" + i + "@x.vn"));
    }
    rows.add(List.of("7", "Trần Bình", "0912345678", "binh@x.vn"));

    for (int time = 1; time <= 3; time++) {
      f.body("b", COLUMNS, rows);
      var done = f.run(crm, "b");

      assertThat(done.rejected()).as("load %d", time).isEqualTo(1);
      assertThat(done.updated()).as("load %d", time).isZero();
      var name = new RecordName("crm", "7");
      assertThat(f.identity.records.find(List.of(name)).get(name).values())
          .containsEntry("fullName", "Nguyễn An");
    }
  }

  @Test
  void run_afterARestart_endsAsIfThereHadBeenNone() {
    var crm = f.source("crm");
    var rows = new ArrayList<List<String>>();
    for (int i = 1; i <= 1200; i++) {
      rows.add(List.of("" + i, "Người " + i, "09%08d".formatted(i), "p" + i + "@x.vn"));
    }
    f.body("b", COLUMNS, rows);
    var load = f.start(crm, "b");
    var course =
        new LoadingFixture.Told() {
          @Override
          public void report(Load.Progress progress) {
            // The second batch is stored and resolved, its progress is not.
            if (progress.read() > 500) {
              throw new IllegalStateException("crash");
            }
            super.report(progress);
          }
        };
    assertThatThrownBy(() -> f.loading.run(load, course)).hasMessage("crash");

    var resumed = new LoadingFixture.Told();
    resumed.last = course.last;
    var end = f.loading.run(load, resumed);

    assertThat(end.read()).isEqualTo(1200);
    assertThat(end.imported()).isEqualTo(1200);
    assertThat(f.identity.identity.<Integer>ask(r -> r.liveRecords())).isEqualTo(1200);
  }

  @Test
  void load_tellsWhatBecameOfEachRow_forTheReconciliation() {
    var crm = f.source("crm");
    f.register.confirm(crm, mapping(), act());
    var rows = new ArrayList<List<String>>();
    for (int i = 1; i <= 600; i++) {
      rows.add(List.of("" + i, "Người " + i, "09%08d".formatted(i), "p" + i + "@x.vn"));
    }
    rows.add(rows.getFirst());
    rows.add(List.of("2", "Ai Khác", "", ""));
    rows.add(List.of("", "Không Mã", "", ""));
    f.body("b", COLUMNS, rows);

    var load = f.start(crm, "b");
    f.loading.run(load, new LoadingFixture.Told());

    var tally = f.register.get(crm).replacement().lastLoad().orElseThrow();
    assertThat(tally.load()).isEqualTo(load.id());
    assertThat(tally.rows()).isEqualTo(603);
    assertThat(tally.repeated()).isEqualTo(1);
    assertThat(tally.rejected()).isEqualTo(2);
    var replay = f.desk.replay(crm, LoadingFixture.DATA);
    f.loading.run(replay, new LoadingFixture.Told());
    assertThat(f.register.get(crm).replacement().lastLoad()).contains(tally);
  }

  @Test
  void load_ofAnErasedPerson_isRefusedAndNothingIsKept() {
    var crm = f.source("crm");
    f.register.confirm(crm, mapping(), act());
    f.tombstones.mark(List.of("source:crm|email:an@x.vn"));
    f.body("b", COLUMNS, List.of(List.of("9", "Nguyễn An", "0901234567", "AN@x.vn")));

    f.run(crm, "b");

    assertThat(f.identity.records.count("crm")).isZero();
    assertThat(f.rejected.list("crm", "", 1).getFirst().row().values()).isEmpty();
    assertThat(f.rejected.list("crm", "", 1).getFirst().row().reason()).isEqualTo("PERSON_ERASED");
  }

  @Test
  void load_ofARowWhosePersonIsErasedMeanwhile_keepsNothingOfIt() {
    var crm = f.source("crm");
    f.register.confirm(crm, mapping(), act());
    f.body("b", COLUMNS, List.of(List.of("", "Nguyễn An", "0901234567", "an@x.vn")));
    // What is erased between the question for it and the write.
    f.rejected.beforeKeep = () -> f.tombstones.mark(List.of("source:crm|email:an@x.vn"));

    f.run(crm, "b");

    assertThat(f.rejected.list("crm", "", 9))
        .singleElement()
        .satisfies(kept -> assertThat(kept.row().values()).isEmpty());
  }

  @Test
  void load_thatSaysARecordAgain_whichHasJustExpired_bringsItAnew() {
    var crm = f.source("crm", new Source.Keeping("", 365));
    f.register.confirm(crm, mapping(), act());
    var rows = List.of(List.of("9", "Nguyễn An", "0901234567", "an@x.vn"));
    f.body("a", COLUMNS, rows);
    f.run(crm, "a");
    var records = f.identity.records;
    var name = new RecordName("crm", "9");
    long before = records.find(List.of(name)).get(name).number();
    records.beforeSaidAgain = () -> records.erase(records.find(List.of(name)).values());
    f.body("b", COLUMNS, rows);

    var done = f.run(crm, "b");

    assertThat(done.imported()).isEqualTo(1);
    var anew = records.find(List.of(name)).get(name);
    assertThat(anew.number()).isNotEqualTo(before);
    assertThat(f.identity.identity.<Long>ask(r -> r.profileOf(anew.number())))
        .isNotEqualTo(Move.NONE);
  }

  @Test
  void load_ofARecordWhosePersonIsErasedMeanwhile_keepsNothingOfIt() {
    var crm = f.source("crm");
    f.register.confirm(crm, mapping(), act());
    f.body("b", COLUMNS, List.of(List.of("9", "Nguyễn An", "0901234567", "an@x.vn")));
    f.identity.records.beforeStore = () -> f.tombstones.mark(List.of("source:crm|email:an@x.vn"));

    var done = f.run(crm, "b");

    assertThat(f.identity.records.count("crm")).isZero();
    assertThat(done.imported()).isZero();
    assertThat(f.rejected.list("crm", "", 9))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.row().reason()).isEqualTo("PERSON_ERASED");
              assertThat(kept.row().values()).isEmpty();
            });
    assertThat(f.identity.identity.<Integer>ask(r -> r.liveRecords())).isZero();
  }

  @Test
  void load_ofEqualRowsOfAPersonErasedMeanwhile_tellsOfEach() {
    var crm = f.source("crm");
    f.register.confirm(crm, mapping(), act());
    var an = List.of("9", "Nguyễn An", "0901234567", "an@x.vn");
    f.body("b", COLUMNS, List.of(an, an));
    f.identity.records.beforeStore = () -> f.tombstones.mark(List.of("source:crm|email:an@x.vn"));

    var done = f.run(crm, "b");

    assertThat(done.rejected()).isEqualTo(2);
    assertThat(done.accepted()).isZero();
    assertThat(f.rejected.list("crm", "", 9)).hasSize(2);
  }

  @Test
  void load_ofTwoRowsOfAnErasedPerson_refusesBoth() {
    var crm = f.source("crm");
    f.register.confirm(crm, mapping(), act());
    f.tombstones.mark(List.of("source:crm|email:an@x.vn"));
    f.body(
        "b",
        COLUMNS,
        List.of(
            List.of("8", "Nguyễn An", "", "an@x.vn"), List.of("9", "An", "0901234567", "an@x.vn")));

    f.run(crm, "b");

    assertThat(f.identity.records.count("crm")).isZero();
    assertThat(f.rejected.count("crm")).isEqualTo(2);
  }

  @Test
  void start_refusesAFileWithoutAMappedColumn_andARetiredSource() {
    var crm = f.source("crm");
    f.register.confirm(crm, mapping(), act());
    f.body("b", List.of("Mã KH", "Họ tên"), List.of(List.of("1", "Nguyễn An")));
    assertThatThrownBy(() -> f.start(crm, "b"))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.violations().getFirst().reason()).isEqualTo("COLUMNS_MISSING"));

    Ways.STEPS.forEach(step -> f.register.changeNewest(crm, step, act()));
    assertThatThrownBy(() -> f.start(crm, "b")).isInstanceOf(WrongState.class);
  }

  @Test
  void start_ofTheSameBody_isTheSameLoad_untilTheMappingChanges() {
    var crm = f.source("crm");
    f.body("b", COLUMNS, List.of(List.of("1", "Nguyễn An", "0901234567", "an@x.vn")));
    var first = f.start(crm, "b");

    assertThat(f.start(crm, "b")).isEqualTo(first);
    f.register.confirm(crm, mapping(), act());
    assertThat(f.start(crm, "b").id()).isNotEqualTo(first.id());
  }

  @Test
  void load_keepsEveryCellOfARow_alsoThoseThatNoFieldReads() {
    var crm = f.source("crm");
    var columns = new ArrayList<>(COLUMNS);
    columns.add("ghi.chú$");
    f.body("b", columns, List.of(List.of("1", "Nguyễn An", "abc", "an@x.vn", "thích sữa chua")));
    f.run(crm, "b");

    var name = new RecordName("crm", "1");
    var record = f.identity.records.find(List.of(name)).get(name);
    assertThat(record.content().raw()).containsEntry("ghi.chú$", "thích sữa chua");
    assertThat(record.values()).doesNotContainKey("phone");
  }

  @Test
  @Tag("cap-8")
  void cap008_seventySixSourcesOfDifferentSchemas_giveOneProfilePerPerson() {
    var names = List.of("Họ và tên", "ho_ten", "Full name", "Customer Name", "Tên khách hàng");
    var phones = List.of("SĐT", "so_dien_thoai", "Phone", "Mobile No", "dien thoai");
    var mails = List.of("Email", "Thu dien tu", "E-mail", "email_address", "Hộp thư");
    for (int s = 0; s < 76; s++) {
      var source = f.source("db-%02d".formatted(s));
      var columns = List.of("id", names.get(s % 5), phones.get(s / 5 % 5), mails.get(s / 25 % 5));
      var rows = new ArrayList<List<String>>();
      for (int p = s % 4; p < 40; p += 4) {
        var phone = (s % 2 == 0 ? "+84 90 %07d" : "090%07d").formatted(1_000_001 + p * 7);
        rows.add(List.of("r" + p, person(p, s), phone, "p" + p + "@x.vn"));
      }
      f.body("b" + s, columns, rows);
      assertThat(f.run(source, "b" + s).imported()).isEqualTo(10);
      assertThat(f.register.get(source).holdings().quality())
          .hasEntrySatisfying("email", count -> assertThat(count.valid()).isEqualTo(10));
    }

    assertThat(f.identity.identity.<Integer>ask(r -> r.liveRecords())).isEqualTo(760);
    assertThat(f.identity.identity.<Integer>ask(r -> r.liveProfiles())).isEqualTo(40);
    assertThat(f.register.totals().all()).isEqualTo(76);
  }

  private static String person(int p, int source) {
    var given = List.of("An", "Bình", "Chi", "Dung", "Em").get(p % 5) + " ";
    var name = "Nguyễn Thị " + given + "Số" + (char) ('a' + p / 5);
    return source % 3 == 0
        ? java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        : source % 3 == 1 ? org.masterplan.kernel.text.Texts.fold(name) : name;
  }

  static Mapping mapping() {
    return new Mapping(
        "Mã KH",
        Map.of(
            "fullName", ColumnMapping.given("Họ tên", ""),
            "phone", ColumnMapping.given("SĐT", ""),
            "email", ColumnMapping.given("Email", "")),
        false);
  }

  static SourceRegister.Act act() {
    return new SourceRegister.Act(LoadingFixture.DATA, "MAPPING_CONFIRMED", List.of(), "");
  }
}
