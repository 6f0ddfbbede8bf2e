package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.platform.parquet.ParquetFile;
import org.masterplan.profiles.v1.ExportServiceGrpc;
import org.masterplan.profiles.v1.ListProfileExportsRequest;
import org.masterplan.profiles.v1.ListSnapshotsRequest;
import org.masterplan.profiles.v1.ProfileExport;
import org.masterplan.profiles.v1.Snapshot;
import org.masterplan.profiles.v1.SnapshotServiceGrpc;
import org.masterplan.profiles.v1.StartSnapshotRequest;

class SnapshotGrpcTest extends ProfilesCalls {
  @Test
  void aSnapshot_holdsEveryTable_masked_andIsListed() throws Exception {
    loadBoth();
    f.plan.member = lookup(ProfilesFixture.DATA, "0381234567").getName();

    var taken = take(ProfilesFixture.DATA, "").getResponse().unpack(Snapshot.class);

    assertThat(
            taken.getTablesList().stream()
                .collect(Collectors.toMap(Snapshot.Table::getTable, Snapshot.Table::getRows)))
        .containsEntry("profiles", 3L)
        .containsEntry("crosswalk", 4L)
        .containsEntry("consents", 0L)
        .containsEntry("communities", 1L)
        .containsEntry("memberships", 1L)
        .containsEntry("messages", 1L);
    // By what names sources know their records is for whoever may know their values.
    assertThat(rows(taken, "crosswalk"))
        .contains("crm,," + f.plan.member)
        .noneMatch(row -> row.startsWith("crm,1,"));
    assertThat(rows(taken, "memberships").get(1)).contains(f.plan.member).contains("2024-01-02");
    assertThat(String.join("\n", rows(taken, "profiles")))
        .contains("***67")
        .doesNotContain("Bưởi")
        .doesNotContain("buoi@x.vn")
        .doesNotContain("381234567");
    assertThat(listed()).extracting(Snapshot::getName).containsExactly(taken.getName());
  }

  @Test
  void aSnapshot_isAnExport_thatCanBeRecalled() throws Exception {
    loadBoth();
    var buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
    f.plan.member = buoi;
    var nobody = take(ProfilesFixture.DATA, "MARKETING").getResponse().unpack(Snapshot.class);

    var exports =
        ExportServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.PRIVACY))
            .listProfileExports(ListProfileExportsRequest.getDefaultInstance())
            .getExportsList();
    assertThat(exports).hasSize(1);
    assertThat(exports.getFirst().getPurpose()).isEqualTo("MARKETING");
    assertThat(exports.getFirst().getActor()).isEqualTo("data_team");
    // Nobody agreed, so that nobody is in any of its tables, and an erasure need not name it.
    assertThat(exports.getFirst().getPeopleLeftOut()).isEqualTo(3);
    for (var table : List.of("profiles", "crosswalk", "consents", "memberships")) {
      assertThat(rows(nobody, table)).as(table).hasSize(1);
    }
    assertThat(holding(buoi)).isEmpty();
    take(ProfilesFixture.DATA, "");
    assertThat(holding(buoi)).extracting(ProfileExport::getPurpose).containsExactly("");
  }

  @Test
  void aSnapshotForAPurpose_namesRecordsAndSeats_ofThoseWhoAreInIt() throws Exception {
    loadBoth();
    collectedFor("crm", "MARKETING");
    var buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
    agree(buoi, "MARKETING", "EMAIL");
    f.plan.member = buoi;

    var taken = take(ProfilesFixture.DATA, "MARKETING").getResponse().unpack(Snapshot.class);

    // What the shop says was not collected for it.
    assertThat(rows(taken, "crosswalk")).containsExactly("source,record,profile", "crm,1," + buoi);
    assertThat(rows(taken, "memberships")).hasSize(2);
    assertThat(holding(buoi)).hasSize(1);
  }

  private List<ProfileExport> holding(String profile) {
    return ExportServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.PRIVACY))
        .listProfileExports(ListProfileExportsRequest.newBuilder().setProfile(profile).build())
        .getExportsList();
  }

  @Test
  void aServiceThatIsAway_leavesNoSnapshot_andNothingBehind() throws Exception {
    loadBoth();
    f.plan.away.add("message-governance");

    var failed = take(ProfilesFixture.DATA, "");

    assertThat(failed.hasError()).isTrue();
    assertThat(failed.getError().getMessage()).contains("message-governance");
    assertThat(listed()).isEmpty();
    try (var left = Files.list(folder.resolve("snapshots"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void snapshots_areForTheDataTeamAndPrivacyOfficers() {
    assertThatThrownBy(() -> start(ProfilesFixture.CMO, ""))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("PERMISSION_DENIED");
  }

  private Operation take(Actor actor, String purpose) {
    var operation = start(actor, purpose);
    await().until(() -> operation(operation).getDone());
    return operation(operation);
  }

  private Operation start(Actor actor, String purpose) {
    return SnapshotServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .startSnapshot(StartSnapshotRequest.newBuilder().setPurpose(purpose).build());
  }

  private List<Snapshot> listed() {
    return SnapshotServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA))
        .listSnapshots(ListSnapshotsRequest.getDefaultInstance())
        .getSnapshotsList();
  }

  private List<String> rows(Snapshot snapshot, String table) throws IOException {
    var home = folder.resolve(snapshot.getName());
    return rows(home.resolve(table + ".parquet"));
  }

  private static List<String> rows(Path file) throws IOException {
    var rows = new ArrayList<String>();
    try (var read = ParquetFile.open(file, ExportGrpcTest.BOUNDS)) {
      rows.add(String.join(",", read.columns()));
      for (var row = read.next(); row != null; row = read.next()) {
        rows.add(String.join(",", row.cells()));
      }
    }
    return rows;
  }
}
