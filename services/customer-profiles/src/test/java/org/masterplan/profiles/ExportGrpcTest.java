package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.platform.parquet.Bounds;
import org.masterplan.platform.parquet.ParquetFile;
import org.masterplan.profiles.v1.ExportProfilesRequest;
import org.masterplan.profiles.v1.ExportServiceGrpc;
import org.masterplan.profiles.v1.GetProfileExportRequest;
import org.masterplan.profiles.v1.ListProfileExportsRequest;
import org.masterplan.profiles.v1.ProfileExport;

class ExportGrpcTest extends ProfilesCalls {
  static final Actor UNIT = new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
  static final Actor OTHER_UNIT =
      new Actor("other", Set.of(Role.BUSINESS_UNIT), Set.of("beer"), "");
  static final Bounds BOUNDS = new Bounds(1 << 24, 1 << 26, 1 << 30, 1 << 30, 100, 10_000);

  @Test
  void csv_withoutPurpose_isMasked_andWrittenDown() throws Exception {
    loadBoth();

    var lines = csv(ProfilesFixture.DATA, ExportProfilesRequest.getDefaultInstance());

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("profile,aliases,fullName,").endsWith(",leftOut");
    assertThat(String.join("\n", lines))
        .contains("***")
        .doesNotContain("Bưởi")
        .doesNotContain("buoi@x.vn")
        .doesNotContain("381234567");
    var export = exports(ProfilesFixture.PRIVACY, "").getFirst();
    assertThat(export.getPeople()).isEqualTo(3);
    assertThat(export.getMasked()).isTrue();
    assertThat(export.getActor()).isEqualTo("data_team");
    assertThat(export.getState()).isEqualTo(ProfileExport.State.COMPLETE);
    assertThat(get(export.getName(), ProfilesFixture.DATA)).isEqualTo(export);
  }

  @Test
  void aPurpose_givesValuesOfThoseWhoAgreed_andCountsTheRest() throws Exception {
    loadBoth();
    collectedFor("crm", "MARKETING");
    var buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
    agree(buoi, "MARKETING", "EMAIL");

    var file = text(ProfilesFixture.DATA, jsonl().setPurpose("MARKETING").build());

    assertThat(file.lines()).hasSize(1);
    assertThat(file)
        .contains("\"email\":\"buoi@x.vn\"")
        .contains("\"fullName\":\"Nguyễn Thị Bưởi\"")
        .contains("\"consents\":[\"MARKETING/EMAIL=GRANTED\"]")
        .doesNotContain("381234567");
    var export = exports(ProfilesFixture.PRIVACY, "").getFirst();
    assertThat(export.getPurpose()).isEqualTo("MARKETING");
    assertThat(export.getMasked()).isFalse();
    assertThat(export.getPeople()).isEqualTo(1);
    assertThat(export.getPeopleLeftOut()).isEqualTo(2);
    assertThat(export.getValuesLeftOut()).isPositive();
  }

  /** The year is known from what was collected for service: it chooses nobody for marketing. */
  @Test
  void aPurpose_choosesPeopleByWhatMayBeUsedForIt_andCountsWhoIsLeftOut() throws Exception {
    loadBoth();
    collectedFor("crm", "SERVICE");
    collectedFor("shop", "MARKETING");
    agree(lookup(ProfilesFixture.DATA, "0381234567").getName(), "MARKETING", "SMS");
    var byYear = jsonl().setFilter("birth_year = 1992").setPurpose("MARKETING").build();
    var byName = jsonl().setFilter("buoi").setPurpose("MARKETING").build();

    assertThat(text(ProfilesFixture.DATA, byYear)).isEmpty();
    var left = exports(ProfilesFixture.PRIVACY, "").getFirst();
    assertThat(left.getPeople()).isZero();
    assertThat(left.getPeopleLeftOut()).isEqualTo(1);
    assertThat(text(ProfilesFixture.DATA, byName))
        .contains("NGUYEN THI BUOI")
        .contains("+84381234567")
        .doesNotContain("1992");
  }

  @Test
  void cmo_seesNothingUnmasked_whateverThePurpose() throws Exception {
    loadBoth();
    collectedFor("crm", "MARKETING");
    agree(lookup(ProfilesFixture.DATA, "0381234567").getName(), "MARKETING", "EMAIL");

    var file = text(ProfilesFixture.CMO, jsonl().setPurpose("MARKETING").build());

    assertThat(file).contains("\"email\":\"b***@x.vn\"").doesNotContain("Bưởi");
  }

  @Test
  void aUnit_getsPersonsOfItsOwnSourcesOnly() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    var buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
    agree(buoi, "SERVICE", "SMS");

    var own = text(UNIT, jsonl().setPurpose("SERVICE").build());
    assertThat(own.lines()).hasSize(1);
    assertThat(own)
        .contains(buoi)
        .contains("\"phone\":\"+84381234567\"")
        .contains("\"records\":[\"sources/shop/records/a~2F1\"]")
        .doesNotContain("buoi@x.vn");
    assertThat(text(UNIT, jsonl().build()).lines()).hasSize(2);
    assertThat(text(OTHER_UNIT, jsonl().build())).isEmpty();
  }

  @Test
  void parquet_saysWhatCsvSays() throws Exception {
    loadBoth();
    var request = ExportProfilesRequest.newBuilder().addFields("fullName").addFields("phone");
    var file = folder.resolve("profiles.parquet");
    Files.write(
        file,
        bytes(ProfilesFixture.DATA, request.setFormat(ExportProfilesRequest.Format.PARQUET).build())
            .toByteArray());

    var rows = new ArrayList<String>();
    try (var read = ParquetFile.open(file, BOUNDS)) {
      rows.add(String.join(",", read.columns()));
      for (var row = read.next(); row != null; row = read.next()) {
        rows.add(String.join(",", row.cells()));
      }
    }

    var csv =
        csv(ProfilesFixture.DATA, request.setFormat(ExportProfilesRequest.Format.CSV).build());
    assertThat(rows).isEqualTo(csv);
  }

  @Test
  void anExport_goesOnAfterTheLastPersonThatArrived() throws Exception {
    loadBoth();
    var whole = csv(ProfilesFixture.DATA, ExportProfilesRequest.getDefaultInstance());

    var parts = new ArrayList<String>();
    var after = "";
    List<String> part;
    do {
      part =
          csv(
              ProfilesFixture.DATA,
              ExportProfilesRequest.newBuilder().setLimit(1).setAfter(after).build());
      if (parts.isEmpty()) {
        parts.add(part.getFirst());
      }
      if (part.size() > 1) {
        parts.add(part.getLast());
        after = part.getLast().substring(0, part.getLast().indexOf(','));
      }
    } while (part.size() > 1);

    assertThat(parts).isEqualTo(whole);
  }

  @Test
  void recall_namesTheExportsThatHeldAPerson_afterAMergeToo() throws Exception {
    loadBoth();
    csv(ProfilesFixture.DATA, filtering("records > 1"));
    csv(ProfilesFixture.DATA, filtering("source = \"sources/crm\""));
    var buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var binh = lookup(ProfilesFixture.DATA, "0912345678").getName();
    var other = lookup(ProfilesFixture.DATA, "0987654322").getName();

    assertThat(exports(ProfilesFixture.PRIVACY, buoi)).hasSize(2);
    assertThat(exports(ProfilesFixture.PRIVACY, binh)).hasSize(1);
    assertThat(exports(ProfilesFixture.PRIVACY, other)).isEmpty();
    assertThat(exports(ProfilesFixture.PRIVACY, "profiles/000000000001")).isEmpty();
    assertThatThrownBy(() -> exports(ProfilesFixture.PRIVACY, "profiles/not-an-id"))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("profile is \"profiles/not-an-id\"");
  }

  @Test
  void aCellThatASpreadsheetWouldRun_leavesAsText() throws Exception {
    load("crm", "text/csv", "Mã KH,Tỉnh\n1,=1+1\n");
    collectedFor("crm", "CARE");

    assertThat(String.join("\n", csv(ProfilesFixture.DATA, filtering("")))).contains(",'=1+1,");
  }

  @Test
  void aRefusedExport_isNoFile_andLeavesNoEntry() throws Exception {
    assertThatThrownBy(() -> csv(ProfilesFixture.DATA, filtering("segment = \"segments/nobody\"")))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("segment is \"segments/nobody\"")
        .hasMessageContaining("expected one of: segments/young");
    assertThatThrownBy(() -> csv(ProfilesFixture.DATA, filtering("value > 0")))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("names the field \"value\"")
        .hasMessageContaining("birth_year");
    assertThatThrownBy(
            () ->
                csv(
                    ProfilesFixture.DATA,
                    ExportProfilesRequest.newBuilder().addFields("shoeSize").build()))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("shoeSize");
    assertThatThrownBy(
            () ->
                csv(
                    ProfilesFixture.DATA,
                    ExportProfilesRequest.newBuilder().setAfter("profiles/x").build()))
        .hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(() -> csv(ProfilesFixture.SERVICE, filtering("")))
        .hasMessageContaining("PERMISSION_DENIED");
    assertThat(exports(ProfilesFixture.PRIVACY, "")).isEmpty();
  }

  @Test
  void everyExport_isOnTheAuditTrail_withoutValues() throws Exception {
    loadBoth();
    csv(ProfilesFixture.DATA, filtering("name = \"Bưởi\""));

    var stored = f.database.getCollection("exports").find().first();
    assertThat(stored).isNotNull();
    assertThat(stored.getList("outbox", Document.class))
        .extracting(entry -> entry.getString("act"))
        .containsExactly("PROFILES_EXPORTED", "PROFILES_EXPORT_ENDED");
    assertThat(stored.toJson()).doesNotContain("Bưởi");
  }

  private static ExportProfilesRequest filtering(String filter) {
    return ExportProfilesRequest.newBuilder().setFilter(filter).build();
  }

  private static ExportProfilesRequest.Builder jsonl() {
    return ExportProfilesRequest.newBuilder().setFormat(ExportProfilesRequest.Format.JSONL);
  }

  private List<String> csv(Actor actor, ExportProfilesRequest request) {
    return text(actor, request).lines().toList();
  }

  private String text(Actor actor, ExportProfilesRequest request) {
    return bytes(actor, request).toString(StandardCharsets.UTF_8);
  }

  private ByteString bytes(Actor actor, ExportProfilesRequest request) {
    var bytes = new ArrayList<ByteString>();
    ExportServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .exportProfiles(request)
        .forEachRemaining(part -> bytes.add(part.getData()));
    return ByteString.copyFrom(bytes);
  }

  private ProfileExport get(String name, Actor actor) {
    return ExportServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .getProfileExport(GetProfileExportRequest.newBuilder().setName(name).build());
  }

  private List<ProfileExport> exports(Actor actor, String profile) {
    return ExportServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .listProfileExports(ListProfileExportsRequest.newBuilder().setProfile(profile).build())
        .getExportsList();
  }
}
