package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Rows that could not be taken are tried again, by their own time and place. */
class ReplayingTest {
  private static final List<String> COLUMNS = LoadingTest.COLUMNS;
  private static final Map<String, String> TRUTH = Map.of("Mã KH", "1", "Họ tên", "Nguyễn An");

  LoadingFixture f = new LoadingFixture();

  @Test
  void replay_takesWhatAMendedMappingCanRead() {
    var crm = f.source("crm");
    f.body("b", COLUMNS, List.of(List.of("", "Nguyễn An", "0901234567", "an@x.vn")));
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    f.run(crm, "b");
    assertThat(f.rejected.count("crm")).isEqualTo(1);

    var mended = new Mapping("", LoadingTest.mapping().fields(), false);
    f.register.confirm(crm, mended, LoadingTest.act());
    var replay = f.desk.replay(crm, LoadingFixture.DATA);
    var done = f.loading.run(replay, new LoadingFixture.Told());

    assertThat(f.rejected.count("crm")).isZero();
    assertThat(f.identity.records.count("crm")).isEqualTo(1);
    assertThat(done.imported()).isEqualTo(1);
  }

  /** Rows of ids and a note, which nothing reads yet. */
  private Load loadNotes(String load, List<List<String>> rows) {
    var crm = new ResourceName("sources", "crm");
    f.body(load, List.of("Mã KH", "Họ tên", "Ghi chú"), rows);
    var notes = new Load(load, crm, load, "text/csv", "lan@data", "");
    f.loading.run(notes, new LoadingFixture.Told());
    f.now = f.now.plusSeconds(60);
    return notes;
  }

  private static Mapping notes(String idColumn, boolean read) {
    var fields = new HashMap<String, ColumnMapping>();
    fields.put("fullName", ColumnMapping.given("Họ tên", ""));
    if (read) {
      fields.put("text:note", ColumnMapping.given("Ghi chú", ""));
    }
    return new Mapping(idColumn, fields, false);
  }

  private Load.Progress replay() {
    var replay = f.desk.replay(new ResourceName("sources", "crm"), LoadingFixture.DATA);
    return f.loading.run(replay, new LoadingFixture.Told());
  }

  private SourceRecord record(String id) {
    return f.identity.records.find(List.of(new RecordName("crm", id))).values().iterator().next();
  }

  @Test
  void replay_ofARowWhoseRecordCameAnewSince_leavesWhatIsNewer_andKeepsTheRow() {
    var crm = f.source("crm");
    f.register.confirm(crm, notes("Mã KH", false), LoadingTest.act());
    loadNotes("load-a", List.of(List.of("1", "", "cũ"), List.of("2", "", "của hai")));
    loadNotes("load-b", List.of(List.of("1", "Nguyễn An", "mới")));
    f.register.confirm(crm, notes("Mã KH", true), LoadingTest.act());

    var done = replay();

    assertThat(record("1").values()).containsEntry("fullName", "Nguyễn An");
    assertThat(record("1").version()).isEqualTo(1);
    assertThat(record("2").values()).containsEntry("text:note", "của hai");
    assertThat(record("2").origin().asOf()).isEqualTo(IdentityFixture.NOW);
    assertThat(f.rejected.list("crm", "", 9))
        .extracting(kept -> kept.row().reason())
        .containsExactly("RECORD_SAID_SINCE");
    assertThat(done.imported()).isEqualTo(1);
    assertThat(done.rejected()).isEqualTo(1);
    assertThat(replay().rejected()).isEqualTo(1);
  }

  @Test
  void replay_ofARowWhoseRecordWasSaidAgainSince_leavesWhatIsNewer() {
    var crm = f.source("crm");
    var said = List.of("1", "Nguyễn An", "0901234567", "");
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    loadAs("load-a", COLUMNS, said);
    f.register.confirm(crm, notes("Mã KH", false), LoadingTest.act());
    loadAs("load-b", List.of("Mã KH", "Tên khác", "SĐT"), List.of("1", "Ai Khác", "0912345678"));
    assertThat(f.rejected.count("crm")).isEqualTo(1);
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    loadAs("load-c", COLUMNS, said);

    replay();

    assertThat(record("1").values()).containsEntry("phone", "+84901234567");
    assertThat(record("1").version()).isEqualTo(1);
    assertThat(f.rejected.list("crm", "", 9))
        .extracting(kept -> kept.row().reason())
        .containsExactly("RECORD_SAID_SINCE");
  }

  private void loadAs(String load, List<String> columns, List<String> row) {
    f.body(load, columns, List.of(row));
    var crm = new ResourceName("sources", "crm");
    f.loading.run(new Load(load, crm, load, "text/csv", "lan@data", ""), new LoadingFixture.Told());
    f.now = f.now.plusSeconds(60);
  }

  @Test
  void replay_ofAnIdThatStoodTwice_leavesItToTheSource() {
    var crm = f.source("crm");
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    f.body("a", COLUMNS, List.of(List.of("2", "Lê Chi", "", ""), List.of("2", "Ai Khác", "", "")));
    f.run(crm, "a");
    f.now = f.now.plusSeconds(60);
    f.body("b", COLUMNS, List.of(List.of("2", "Lê Chi Mai", "", "")));
    f.run(crm, "b");
    f.now = f.now.plusSeconds(60);

    assertThat(replay().rejected()).isEqualTo(1);

    assertThat(record("2").values()).containsEntry("fullName", "Lê Chi Mai");
    assertThat(f.rejected.count("crm")).isEqualTo(1);
  }

  @Test
  void replay_ofAnIdThatStoodTwice_ofWhichTheFirstSaidNothingNew_leavesItToTheSource() {
    var crm = f.source("crm");
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    f.body("a", COLUMNS, List.of(List.of("2", "Lê Chi", "", "")));
    f.run(crm, "a");
    f.now = f.now.plusSeconds(60);
    f.body("b", COLUMNS, List.of(List.of("2", "Lê Chi", "", ""), List.of("2", "Ai Khác", "", "")));
    f.run(crm, "b");

    replay();

    assertThat(record("2").values()).containsEntry("fullName", "Lê Chi");
  }

  @Test
  void replay_takesLoadsInTheOrderOfTheirTimes() {
    var crm = f.source("crm");
    f.register.confirm(crm, notes("Mã KH", false), LoadingTest.act());
    loadNotes("load-z", List.of(List.of("1", "", "cũ")));
    loadNotes("load-a", List.of(List.of("1", "", "mới")));
    f.register.confirm(crm, notes("Mã KH", true), LoadingTest.act());

    var done = replay();

    assertThat(record("1").values()).containsEntry("text:note", "mới");
    assertThat(done.imported()).isEqualTo(1);
    assertThat(done.updated()).isEqualTo(1);
    assertThat(f.rejected.count("crm")).isZero();
  }

  @Test
  void replay_whereRowsAreNamedByTheirPlace_givesEachTheRecordThatItsPlaceNames() {
    var crm = f.source("crm");
    f.register.confirm(crm, notes("", false), LoadingTest.act());
    var columns = List.of("Mã KH", "Họ tên", "Ghi chú");
    f.body("b", columns, List.of(List.of("", "Lê Chi", "một"), List.of("", "", "hai")), 1);
    f.run(crm, "b");
    f.register.confirm(crm, notes("", true), LoadingTest.act());

    replay();

    assertThat(record("1").values()).containsEntry("fullName", "Lê Chi");
    assertThat(record("2").values()).containsEntry("text:note", "hai");
  }

  @Test
  void replay_brokenOffAfterTheOlderOfTwoRows_takesTheNewerWhenItGoesOn() {
    var crm = f.source("crm");
    f.register.confirm(crm, notes("Mã KH", false), LoadingTest.act());
    loadNotes("load-a", List.of(List.of("1", "", "cũ")));
    loadNotes("load-b", List.of(List.of("1", "", "mới")));
    f.register.confirm(crm, notes("Mã KH", true), LoadingTest.act());
    var replay = f.desk.replay(crm, LoadingFixture.DATA);
    var killed =
        new LoadingFixture.Told() {
          @Override
          public void report(Load.Progress progress) {
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(() -> f.loading.run(replay, killed)).hasMessage("killed");
    assertThat(record("1").values()).containsEntry("text:note", "cũ");
    f.now = f.now.plusSeconds(60);

    f.loading.run(replay, new LoadingFixture.Told());

    assertThat(record("1").values()).containsEntry("text:note", "mới");
    assertThat(f.rejected.count("crm")).isZero();
  }

  @Test
  void replay_ofANewerRow_thatALaterMappingReads_takesItOverTheOlder() {
    var crm = f.source("crm");
    f.register.confirm(crm, notes("Mã KH", false), LoadingTest.act());
    loadNotes("load-a", List.of(List.of("1", "", "cũ")));
    loadAs("load-b", List.of("Mã KH", "SĐT"), List.of("1", "0912345678"));
    f.register.confirm(crm, notes("Mã KH", true), LoadingTest.act());
    replay();
    assertThat(record("1").values()).containsEntry("text:note", "cũ");
    assertThat(f.rejected.count("crm")).isEqualTo(1);
    f.now = f.now.plusSeconds(60);
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());

    replay();

    assertThat(record("1").values()).containsEntry("phone", "+84912345678");
    assertThat(f.rejected.count("crm")).isZero();
  }

  /** The source is told of a rejected push only some time later. */
  @Test
  void replay_ofAPushedRow_afterWhichThePlainTruthWasPushed_leavesIt() {
    var crm = f.source("crm");
    f.register.confirm(crm, notes("Mã KH", false), LoadingTest.act());
    loadAs("load-a", List.of("Mã KH", "Họ tên"), List.of("1", "Nguyễn An"));
    var pushing = f.pushing();
    push(pushing, Map.of("Mã KH", "1", "Ghi chú", "cũ"));
    assertThat(f.rejected.count("crm")).isEqualTo(1);
    assertThat(f.register.get(crm).holdings().rejected()).isZero();
    push(pushing, TRUTH);

    replayLeavesTheTruth(crm);
  }

  /** Soon after it, a push that says the same is the same push. */
  @Test
  void replay_ofAPushedRow_afterWhichAnOldPushWasRepeated_leavesIt() {
    var crm = f.source("crm");
    f.register.confirm(crm, notes("Mã KH", false), LoadingTest.act());
    var pushing = f.pushing();
    push(pushing, TRUTH);
    push(pushing, Map.of("Mã KH", "1", "Ghi chú", "cũ"));
    f.now = f.now.plus(PushMarks.STANDS);
    push(pushing, TRUTH);

    replayLeavesTheTruth(crm);
  }

  private void replayLeavesTheTruth(ResourceName crm) {
    f.register.confirm(crm, notes("Mã KH", true), LoadingTest.act());

    replay();

    assertThat(record("1").values()).containsEntry("fullName", "Nguyễn An");
    assertThat(f.rejected.list("crm", "", 9))
        .extracting(kept -> kept.row().reason())
        .containsExactly("RECORD_SAID_SINCE");
  }

  private void push(Pushing pushing, Map<String, String> row) {
    var crm = new ResourceName("sources", "crm");
    pushing.push(crm, List.of(new Row.Good(1, row)), LoadingFixture.DATA);
    f.now = f.now.plusSeconds(5);
  }
}
