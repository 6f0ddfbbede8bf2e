package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.Pushing;
import org.masterplan.profiles.source.grpc.SpooledBodies;
import org.masterplan.profiles.v1.BatchUpsertRecordsRequest;
import org.masterplan.profiles.v1.BatchUpsertRecordsResponse.Result;
import org.masterplan.profiles.v1.BatchUpsertRecordsResponse.Result.Outcome;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.GetRecordRequest;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.ListRejectedRowsRequest;
import org.masterplan.profiles.v1.Record;
import org.masterplan.profiles.v1.RejectedRow;
import org.masterplan.profiles.v1.ReplayRejectedRowsRequest;
import org.masterplan.profiles.v1.SourceServiceGrpc;

/** Rows that programs push into a source: as a load's, and answered at once. */
class PushTest extends ProfilesCalls {
  private static final String ID = "Mã KH";
  private static final String NAME = "Họ và tên";
  private static final String PHONE = "SĐT";
  private static final String MAIL = "Email";

  @Test
  void rows_landAsALoadsDo_andEachSaysWhoseItIs() throws Exception {
    loadBoth();

    var results =
        push(
            Map.of(ID, "1", NAME, "Nguyễn Thị Bưởi", PHONE, "01681234567", MAIL, "moi@x.vn"),
            Map.of(ID, " 2 ", NAME, "Trần Bình", PHONE, "0912345678", "Năm sinh", "1980"),
            Map.of(ID, "9", NAME, "Nguyen Thi Buoi", PHONE, "0381234567", MAIL, " "),
            Map.of(NAME, "Lê Không Mã"));

    assertThat(results)
        .extracting(Result::getOutcome)
        .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED, Outcome.IMPORTED, Outcome.REJECTED);
    assertThat(results)
        .extracting(Result::getRecord)
        .containsExactly(
            "sources/crm/records/1", "sources/crm/records/2", "sources/crm/records/9", "");
    var buoi = lookup(ProfilesFixture.DATA, "0381234567");
    assertThat(results.get(0).getProfile())
        .isEqualTo(results.get(2).getProfile())
        .isEqualTo(buoi.getName());
    assertThat(buoi.getRecordsList()).contains("sources/crm/records/9");
    assertThat(record("1").getVersion()).isEqualTo(2);
    assertThat(results.get(3).getRejected().getLine()).isEqualTo(4);
    assertThat(results.get(3).getRejected().getField()).isEqualTo(ID);
    assertThat(results.get(3).getRejected().getReason()).contains("is empty");
    assertThat(results.get(3).getProfile()).isEmpty();
  }

  @Test
  void sameRowsAgain_changeNothing_alsoNotWhatIsKeptAsRejected() throws Exception {
    loadBoth();
    List<Map<String, String>> rows =
        List.of(
            Map.of(ID, "5", NAME, "Phạm Lan", MAIL, "lan@x.vn"),
            Map.of(NAME, "Ai Đó"),
            Map.of(ID, "5", NAME, "Phạm Lan", MAIL, "lan@x.vn"),
            Map.of(ID, "5", NAME, "Phạm Lan", MAIL, "khac@x.vn"));
    var first = push(rows);
    var before = stored();

    var again = push(rows);

    assertThat(first)
        .extracting(Result::getOutcome)
        .containsExactly(Outcome.IMPORTED, Outcome.REJECTED, Outcome.UNCHANGED, Outcome.REJECTED);
    assertThat(again)
        .extracting(Result::getOutcome)
        .containsExactly(Outcome.UNCHANGED, Outcome.REJECTED, Outcome.UNCHANGED, Outcome.REJECTED);
    assertThat(stored()).isEqualTo(before);
    assertThat(again.get(3).getRejected().getValue()).doesNotContain("khac");
  }

  @Test
  void refusals_areOfTheCallersLanguage_masked_andReplayable() throws Exception {
    loadBoth();
    var request = request(Map.of(ID, "x".repeat(300), NAME, "Phạm Lan", "Mã mới", "77"));
    var stub =
        SourceServiceGrpc.newBlockingStub(
            f.grpc.as(ProfilesFixture.DATA, Locale.forLanguageTag("vi")));

    var refused = stub.batchUpsertRecords(request).getResults(0).getRejected();

    assertThat(refused.getReason()).contains("quá dài");
    assertThat(refused.getValue()).isEqualTo("xx***");
    assertThat(rejected()).anySatisfy(row -> assertThat(row.getOperation()).isEmpty());
    var source = sources(ProfilesFixture.DATA).getSource(named()).toBuilder();
    source.getMappingBuilder().setIdColumn("Mã mới");
    sources(ProfilesFixture.DATA)
        .updateSource(
            org.masterplan.profiles.v1.UpdateSourceRequest.newBuilder().setSource(source).build());
    var replay =
        sources(ProfilesFixture.DATA)
            .replayRejectedRows(
                ReplayRejectedRowsRequest.newBuilder().setParent("sources/crm").build());
    await().until(() -> operation(replay).hasResponse());
    assertThat(rejected()).noneSatisfy(row -> assertThat(row.getOperation()).isEmpty());
    assertThat(record("77").getVersion()).isEqualTo(1);
  }

  @Test
  void rowWithABirthThatIsToCome_isTaken_andTheBirthIsNot() throws Exception {
    loadBoth();

    var results = push(Map.of(ID, "7", NAME, "Phạm Lan", PHONE, "0912345677", "Năm sinh", "2090"));

    assertThat(results).extracting(Result::getOutcome).containsExactly(Outcome.IMPORTED);
    assertThat(record("7").getValuesMap()).containsKey("phone").doesNotContainKey("birthYear");
    var raw = new ArrayList<String>();
    f.stored.records.each("", kept -> raw.addAll(kept.content().raw().values()));
    assertThat(raw).contains("2090");
  }

  @Test
  void erasedPerson_doesNotComeBack() throws Exception {
    loadBoth();
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var erase = EraseProfileRequest.newBuilder().setName(name).setReason("request 17").build();
    var operation = privacy().eraseProfile(erase);
    await().until(() -> operation(operation).hasResponse());

    var results =
        push(
            Map.of(ID, "1", NAME, "Nguyễn Thị Bưởi", PHONE, "01681234567"),
            Map.of(ID, "88", NAME, "Nguyễn Thị Bưởi", MAIL, "buoi@x.vn"));

    assertThat(results).extracting(Result::getOutcome).containsOnly(Outcome.REJECTED);
    assertThat(results).allSatisfy(result -> assertThat(result.getRejected().getValue()).isEmpty());
    assertThat(String.join(" ", stored())).doesNotContain("Bưởi").doesNotContain("buoi@x.vn");
  }

  @Test
  void whatNobodyCanReadOrMayPush_isRefused() throws Exception {
    create("bare");
    assertThatThrownBy(() -> push("bare", List.of(Map.of(ID, "1"))))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("no mapping");
    load("rows", "text/csv", "Họ và tên,SĐT\nTrần Bình,0912345678\n");
    assertThatThrownBy(() -> push("rows", List.of(Map.of(NAME, "An"))))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("id_column");
    loadBoth();
    assertThatThrownBy(() -> push("crm", List.of())).hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(() -> push("crm", java.util.Collections.nCopies(501, Map.of(ID, "1"))))
        .hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(() -> push("nowhere", List.of(Map.of(ID, "1"))))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(
            () -> sources(ProfilesFixture.CMO).batchUpsertRecords(request(Map.of(ID, "1"))))
        .hasMessageContaining("PERMISSION_DENIED");
    f.retire("crm");
    assertThatThrownBy(() -> push(Map.of(ID, "1", NAME, "An")))
        .hasMessageContaining("FAILED_PRECONDITION");
  }

  @Test
  void pushesOfOneRecordAtTheSameTime_areAllStored() throws Exception {
    loadBoth();
    int each = 15;
    try (var threads = Executors.newFixedThreadPool(2)) {
      var pushers = Stream.of("a", "b").map(who -> pusher(who, each)).toList();
      for (var done : threads.invokeAll(pushers)) {
        done.get();
      }
    }

    assertThat(record("7").getVersion()).isEqualTo(2 * each);
  }

  @Test
  void pushThatBrokeOffBeforeItWasResolved_isResolvedByTheNext() throws Exception {
    loadBoth();
    var bodies = new SpooledBodies(new Spool(folder, Limits.usual()), new Uploads(Limits.usual()));
    var breaking =
        new Pushing(
            f.stored.register,
            f.stored.stores(bodies),
            f.stored.marks,
            new Pushing.Deciding(
                (_, _) -> {
                  throw new IllegalStateException("broke off");
                },
                () -> {}),
            new Loading.Minting(f.stored.numbers::incrementAndGet, f.stored.clock));
    var row = Map.of(ID, "5", NAME, "Trần Bình", PHONE, "0987654322");
    var rows = List.of(new Row.Good(1, row));
    var crm = new ResourceName("sources", "crm");
    assertThatThrownBy(() -> breaking.push(crm, rows, ProfilesFixture.DATA))
        .hasMessageContaining("broke off");

    var result = push(row).getFirst();

    assertThat(result.getOutcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(result.getProfile()).isEqualTo(lookup(ProfilesFixture.DATA, "0987654322").getName());
  }

  private Callable<Void> pusher(String who, int times) {
    return () -> {
      for (int n = 0; n < times; n++) {
        push(Map.of(ID, "7", NAME, "Phạm Lan", MAIL, who + n + "@x.vn"));
      }
      return null;
    };
  }

  @SafeVarargs
  private List<Result> push(Map<String, String>... rows) {
    return push(List.of(rows));
  }

  private List<Result> push(List<Map<String, String>> rows) {
    return push("crm", rows);
  }

  private List<Result> push(String source, List<Map<String, String>> rows) {
    var request = BatchUpsertRecordsRequest.newBuilder().setParent("sources/" + source);
    rows.forEach(row -> request.addRowsBuilder().putAllCells(row));
    return sources(ProfilesFixture.DATA).batchUpsertRecords(request.build()).getResultsList();
  }

  private static BatchUpsertRecordsRequest request(Map<String, String> row) {
    var request = BatchUpsertRecordsRequest.newBuilder().setParent("sources/crm");
    request.addRowsBuilder().putAllCells(row);
    return request.build();
  }

  private static GetSourceRequest named() {
    return GetSourceRequest.newBuilder().setName("sources/crm").build();
  }

  private Record record(String id) {
    return sources(ProfilesFixture.DATA)
        .getRecord(GetRecordRequest.newBuilder().setName("sources/crm/records/" + id).build());
  }

  private List<RejectedRow> rejected() {
    return sources(ProfilesFixture.DATA)
        .listRejectedRows(ListRejectedRowsRequest.newBuilder().setParent("sources/crm").build())
        .getRejectedRowsList();
  }

  /** All that is stored of records, profiles and rejected rows. */
  private List<String> stored() {
    return Stream.of("records", "recordVersions", "identityJournal", "profiles", "rejectedRows")
        .flatMap(name -> f.database.getCollection(name).find().into(new ArrayList<>()).stream())
        .map(document -> document.toJson())
        .sorted()
        .toList();
  }
}
