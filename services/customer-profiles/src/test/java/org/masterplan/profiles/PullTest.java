package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Role;
import org.masterplan.operations.v1.LoadProgress;
import org.masterplan.profiles.v1.CompareKeysRequest;
import org.masterplan.profiles.v1.ConfirmMappingRequest;
import org.masterplan.profiles.v1.Connection;
import org.masterplan.profiles.v1.FieldMapping;
import org.masterplan.profiles.v1.GetConnectionRequest;
import org.masterplan.profiles.v1.KeyComparison;
import org.masterplan.profiles.v1.PullSourceRequest;
import org.masterplan.profiles.v1.TableColumn;
import org.masterplan.profiles.v1.TestConnectionRequest;

/** Sources that are pulled, with a real SQLite file. */
class PullTest extends PullCalls {
  private static final String INSERT = "INSERT INTO people VALUES ";

  @BeforeEach
  void database() throws Exception {
    Files.createDirectories(folder.resolve("files"));
    run(
        "CREATE TABLE people (\"Mã KH\" TEXT, \"Họ và tên\" TEXT, \"SĐT\" TEXT, changed INTEGER,"
            + " photo BLOB)");
    for (int n = 1; n <= 10; n++) {
      run(
          INSERT
              + "('KH%d', 'Nguyễn Văn %d', '091234567%d', %d, x'01')".formatted(n, n, n % 10, n));
    }
  }

  @Test
  void pull_loadsTheTable_asALoadDoesAFile() throws Exception {
    connect(people());

    var done = pull(false);

    var result = done.getResponse().unpack(org.masterplan.common.v1.ImportResult.class);
    assertThat(result.getImported()).isEqualTo(10);
    assertThat(result.getRejectedTotal()).isZero();
    var progress = done.getMetadata().unpack(LoadProgress.class);
    assertThat(progress.getRead()).isEqualTo(10);
    assertThat(progress.getBytes()).isPositive().isEqualTo(progress.getTotalBytes());
    assertThat(records()).isEqualTo(10);
    assertThat(lookup(ProfilesFixture.DATA_WITH_PURPOSE, "0912345673").getValuesMap())
        .containsKey("phone");
    assertThat(connection().getLeftOutColumnsList()).containsExactly("photo");
    assertThat(connection().getLastPull()).isEqualTo(done.getName());
    assertThat(connection().hasLastPullTime()).isTrue();
  }

  @Test
  void pull_goesOnFromTheLastValue() throws Exception {
    connect(people().setCursorColumn("changed"));
    assertThat(pulled(false).getImported()).isEqualTo(10);
    assertThat(connection().getCursor()).isEqualTo("10");
    run(INSERT + "('KH11', 'Trần Thị Mới', '0987654321', 11, NULL)");
    run("UPDATE people SET changed = 12, \"Họ và tên\" = 'Lê Đổi Tên' WHERE \"Mã KH\" = 'KH2'");

    var crm = new ResourceName("sources", "crm");
    var whole = f.stored.register.get(crm).times().whole();
    var second = pulled(false);
    var third = pulled(false);
    assertThat(f.stored.register.get(crm).times().some()).isPresent();
    assertThat(f.stored.register.get(crm).times().whole()).isPresent().isEqualTo(whole);
    var all = pulled(true);
    assertThat(f.stored.register.get(crm).times().whole()).isPresent().isNotEqualTo(whole);

    assertThat(second.getImported()).isEqualTo(1);
    assertThat(second.getUpdated()).isEqualTo(1);
    // The last row of the pull before is read again.
    assertThat(second.getUnchanged()).isEqualTo(1);
    assertThat(third.getUnchanged()).isEqualTo(1);
    assertThat(all.getUnchanged()).isEqualTo(11);
    assertThat(connection().getCursor()).isEqualTo("12");
    assertThat(records()).isEqualTo(11);
  }

  @Test
  void pull_afterAnotherFieldWasMapped_readsEveryRowAnew() throws Exception {
    connect(people().setCursorColumn("changed"));
    pulled(false);
    sources(ProfilesFixture.DATA).confirmMapping(mapping("Mã KH"));
    pulled(false);
    var mapped = mapping("Mã KH").toBuilder();
    var name = org.masterplan.profiles.v1.ColumnMapping.newBuilder().setColumn("Họ và tên");
    mapped.getMappingBuilder().putFields("fullName", name.build());
    sources(ProfilesFixture.DATA).confirmMapping(mapped.build());

    var all = pulled(false);

    assertThat(all.getUpdated()).isEqualTo(10);
    assertThat(lookup(ProfilesFixture.DATA_WITH_PURPOSE, "0912345673").getValuesMap())
        .containsKey("fullName");
    assertThat(pulled(false).getUnchanged()).isEqualTo(1);
  }

  @Test
  void compareKeys_noticesRowsThatWereDeleted_andChangesNothing() throws Exception {
    connect(people().setCursorColumn("changed"));
    pulled(false);
    assertThat(compared().getAbsent()).isZero();
    run("DELETE FROM people WHERE \"Mã KH\" IN ('KH2', 'KH7')");
    run(INSERT + "('KH11', 'Trần Thị Mới', '0987654321', 11, NULL)");
    run(INSERT + "(NULL, 'Không Mã', '0987654322', 12, NULL)");

    var found = compared();

    assertThat(found.getRows()).isEqualTo(10);
    assertThat(found.getRecords()).isEqualTo(10);
    assertThat(found.getAbsent()).isEqualTo(2);
    assertThat(found.getAbsentRecordsList())
        .containsExactly("sources/crm/records/KH2", "sources/crm/records/KH7");
    assertThat(found.getUnloaded()).isEqualTo(1);
    assertThat(records()).isEqualTo(10);
    var source = f.stored.register.get(new ResourceName("sources", "crm"));
    assertThat(source.times().some()).isEmpty();
    var unsaid = f.stored.records.unsaidSince(source.times().whole().orElseThrow(), "crm", "", 99);
    assertThat(unsaid)
        .extracting(record -> record.name().id())
        .containsExactlyInAnyOrder("KH2", "KH7");
    assertThat(connection().getCursor()).isEqualTo("10");
  }

  @Test
  void compareKeys_readsIdsAsAPullDoes() throws Exception {
    run("DELETE FROM people");
    connect(people());
    run(INSERT + "('''-KH1', 'Trần Thị Mới', '0987654321', 1, NULL)");
    run(INSERT + "(' =KH2 ', 'Lê Na', '0987654322', 2, NULL)");
    pulled(false);

    var found = compared();

    assertThat(found.getRecords()).isEqualTo(2);
    assertThat(found.getAbsent()).isZero();
    assertThat(found.getUnloaded()).isZero();
  }

  @Test
  void compareKeys_withoutAConnectionOrAnId_isRefused() throws Exception {
    create("crm");
    assertThatThrownBy(this::compared)
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("no mapping");
    sources(ProfilesFixture.DATA).confirmMapping(mapping("Mã KH"));
    assertThatThrownBy(this::compared)
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("no connection");
    connect(people());
    sources(ProfilesFixture.DATA).confirmMapping(mapping("Mã số"));
    assertThatThrownBy(this::compared).hasMessageContaining("Mã số");
  }

  private KeyComparison compared() throws IOException {
    var request = CompareKeysRequest.newBuilder().setName(NAME).build();
    var operation = connections().compareKeys(request);
    await().until(() -> operation(operation).getDone());
    var done = operation(operation);
    if (done.hasError()) {
      throw new IOException(done.getError().getMessage());
    }
    return done.getResponse().unpack(KeyComparison.class);
  }

  @Test
  void pull_ofAnEmptyTable_loadsNothing_andRowsThatComeLaterAreRead() throws Exception {
    run("DELETE FROM people");
    connect(people().setCursorColumn("changed"));

    assertThat(pulled(false).getImported()).isZero();
    run(INSERT + "('KH1', 'Lan', '0912345671', 1, NULL)");
    sources(ProfilesFixture.DATA).confirmMapping(mapping("Mã KH"));

    assertThat(pulled(false).getImported()).isEqualTo(1);
  }

  @Test
  void pull_leavesNoFileBehind_howeverItEnds() throws Exception {
    connect(people());
    pulled(false);
    sources(ProfilesFixture.DATA).confirmMapping(mapping("Mã số"));
    assertThatThrownBy(() -> pulled(false)).hasMessageContaining("Mã số");

    try (var files = Files.list(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void pull_withoutTheColumnOfTheId_isRefused() throws Exception {
    connect(people());
    sources(ProfilesFixture.DATA).confirmMapping(mapping(""));

    assertThatThrownBy(() -> pull(false))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("id_column");
    run("CREATE TABLE plain AS SELECT \"Họ và tên\", \"SĐT\" FROM people");
    create("other");
    var other = "sources/other";
    connections()
        .updateConnection(
            org.masterplan.profiles.v1.UpdateConnectionRequest.newBuilder()
                .setConnection(people().setTable("plain").setName(other + "/connection"))
                .build());
    var operation = connections().pullSource(PullSourceRequest.newBuilder().setName(other).build());
    org.awaitility.Awaitility.await().until(() -> operation(operation).getDone());
    assertThat(reason(operation(operation))).isEqualTo("PULL_ID_MISSING");
  }

  @Test
  void pull_ofATableThatIsGone_saysSo_andTheNextOneIsRight() throws Exception {
    connect(people());
    run("ALTER TABLE people RENAME TO persons");

    assertThat(pull(false).getError().getMessage()).contains("people").contains("persons");
    update(Connection.newBuilder().setTable("persons"), "table");

    assertThat(pulled(false).getImported()).isEqualTo(10);
  }

  @Test
  void test_answersTheColumns_orWhatIsWrong() {
    connect(people());
    var request = TestConnectionRequest.newBuilder().setName(NAME).build();

    assertThat(connections().testConnection(request).getColumnsList())
        .extracting(TableColumn::getName, TableColumn::getLeftOut)
        .contains(
            org.assertj.core.groups.Tuple.tuple("Mã KH", false),
            org.assertj.core.groups.Tuple.tuple("photo", true));
    update(Connection.newBuilder().setTable("persons"), "table");
    assertThatThrownBy(() -> connections().testConnection(request))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("people");
  }

  @Test
  void get_answersEverySource_andNoOther() {
    create("crm");

    assertThat(connection().getUrl()).isEmpty();
    assertThat(connection().getName()).isEqualTo(NAME);
    assertThatThrownBy(() -> pull(false)).hasMessageContaining("FAILED_PRECONDITION");
    for (var name : new String[] {"sources/erp/connection", "sources/crm", "connection"}) {
      assertThatThrownBy(
              () ->
                  connections()
                      .getConnection(GetConnectionRequest.newBuilder().setName(name).build()))
          .as(name)
          .hasMessageMatching("(?s).*(NOT_FOUND|INVALID_ARGUMENT).*");
    }
  }

  @Test
  void update_changesTheMaskedFieldsOfTheRevisionThatWasRead() {
    var first = connect(people());
    var second =
        update(Connection.newBuilder().setCursorColumn("changed").setTable("x"), "cursor_column");

    assertThat(second.getTable()).isEqualTo("people");
    assertThat(second.getCursorColumn()).isEqualTo("changed");
    assertThatThrownBy(() -> update(people().setEtag(first.getEtag())))
        .hasMessageContaining("ABORTED");
    assertThat(update(Connection.newBuilder(), "*").getUrl()).isEmpty();
  }

  @Test
  void update_refusesWhatMayNotBeReached_andStoresNothing() {
    create("crm");
    refuses(people().setUrl("jdbc:postgresql://lan:s3cret@127.0.0.1/crm"), "password");
    refuses(people().setUrl("jdbc:postgresql://127.0.0.1/crm?socketFactory=x"), "socketFactory");
    refuses(people().setUrl("jdbc:postgresql://10.0.0.1/crm").setUser("plan"), "10.0.0.1");
    refuses(people().setUrl("jdbc:sqlite:absent.db"), "absent.db");
    refuses(people().setSecret("no-such-file"), "folder of secrets");
    refuses(people().setTable("\"people"), "double quotes");

    assertThat(connection().getUrl()).isEmpty();
  }

  @Test
  void update_refusesAMaskThatNamesNoField() {
    connect(people());

    assertThatThrownBy(() -> update(people().setTable("x"), "table", "kursor"))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("update_mask names \"kursor\"")
        .hasMessageContaining("cursor_column");
    assertThat(connection().getTable()).isEqualTo("people");
    assertThat(update(people().setTable("x"), "table", "cursor").getTable()).isEqualTo("x");
  }

  @Test
  void connections_areOfTheDataTeamAlone() {
    connect(people());
    for (var role : new Role[] {Role.CMO, Role.BUSINESS_UNIT, Role.AUDITOR, Role.ADMINISTRATOR}) {
      var stub = connections(ProfilesFixture.actor(role, ""));
      assertThatThrownBy(
              () -> stub.getConnection(GetConnectionRequest.newBuilder().setName(NAME).build()))
          .as(role.name())
          .hasMessageContaining("PERMISSION_DENIED");
    }
    assertThat(
            connections(ProfilesFixture.SERVICE)
                .getConnection(GetConnectionRequest.newBuilder().setName(NAME).build())
                .getTable())
        .isEqualTo("people");
  }

  @Test
  void retiredSource_isPulledNoMore() {
    connect(people());
    f.retire("crm");

    assertThatThrownBy(() -> pull(false)).hasMessageContaining("FAILED_PRECONDITION");
    assertThatThrownBy(() -> update(people())).hasMessageContaining("FAILED_PRECONDITION");
  }

  private void refuses(Connection.Builder connection, String word) {
    assertThatThrownBy(() -> update(connection))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining(word)
        .hasMessageNotContaining("s3cret");
  }

  private static Connection.Builder people() {
    return Connection.newBuilder().setUrl("jdbc:sqlite:shop.db").setTable("people");
  }

  private static ConfirmMappingRequest mapping(String id) {
    var column = org.masterplan.profiles.v1.ColumnMapping.newBuilder();
    return ConfirmMappingRequest.newBuilder()
        .setName("sources/crm")
        .setMapping(
            FieldMapping.newBuilder()
                .setIdColumn(id)
                .putFields("phone", column.setColumn("SĐT").build()))
        .build();
  }

  private static String reason(Operation failed) throws InvalidProtocolBufferException {
    return failed.getError().getDetails(0).unpack(ErrorInfo.class).getReason();
  }

  private void run(String sql) throws SQLException, IOException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("files/shop.db"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
