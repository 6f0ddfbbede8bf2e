package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.EraseResult;
import org.masterplan.profiles.v1.ExportCrosswalkRequest;
import org.masterplan.profiles.v1.ExportGiveBackRequest;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.ExportServiceGrpc;
import org.masterplan.profiles.v1.ListProfileExportsRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.ProfileExport;
import org.masterplan.profiles.v1.ProfileExport.Contents;

/** What leaves beside exports of profiles is called back as they are. */
class HandedOutTest extends ReplacementCalls {
  private static final String BUOI = "sources/crm/records/1";
  private static final String BINH = "sources/crm/records/2";
  private static final String OTHER = "sources/shop/records/a~2F2";

  @Test
  void giveBack_isWrittenDown_withEverybodyInIt() {
    describe("crm", "MARKETING");
    describe("shop", "MARKETING");

    giveBack("crm");

    var export = exports("").getFirst();
    assertThat(export.getContents()).isEqualTo(Contents.GIVE_BACK);
    assertThat(export.getSource()).isEqualTo("sources/crm");
    assertThat(export.getActor()).isEqualTo("data_team");
    assertThat(export.getPurpose()).isEqualTo("checking a merge");
    assertThat(export.getMasked()).isFalse();
    assertThat(export.getState()).isEqualTo(ProfileExport.State.COMPLETE);
    assertThat(export.getPeople()).isEqualTo(2);
    assertThat(exports(lookup(BUOI))).containsExactly(export);
    assertThat(exports(lookup(BINH))).containsExactly(export);
    assertThat(exports(lookup(OTHER))).isEmpty();
  }

  @Test
  void giveBack_thatIsRefused_isNoFile() {
    assertThatThrownBy(
            () ->
                replacements(ProfilesFixture.DATA)
                    .exportGiveBack(
                        ExportGiveBackRequest.newBuilder().setName("sources/crm").build())
                    .next())
        .hasMessageContaining("PERMISSION_DENIED");
    assertThatThrownBy(() -> giveBack("nowhere")).hasMessageContaining("NOT_FOUND");
    assertThat(exports("")).isEmpty();
  }

  @Test
  void crosswalk_isWrittenDown_withEverybodyInIt_alsoWhenTheyAreMergedLater() {
    crosswalk("sources/crm");
    crosswalk("");

    var whole = exports("").getFirst();
    assertThat(whole.getContents()).isEqualTo(Contents.CROSSWALK);
    assertThat(whole.getSource()).isEmpty();
    assertThat(whole.getPeople()).isEqualTo(3);
    var crm = exports("").getLast();
    assertThat(crm.getSource()).isEqualTo("sources/crm");
    assertThat(crm.getPeople()).isEqualTo(2);
    assertThat(exports(lookup(OTHER))).containsExactly(whole);

    var merged =
        profiles(ProfilesFixture.DATA)
            .mergeProfiles(
                MergeProfilesRequest.newBuilder()
                    .addProfiles(lookup(BINH))
                    .addProfiles(lookup(OTHER))
                    .setReason("one man")
                    .build());
    assertThat(exports(merged.getName())).containsExactly(whole, crm);
  }

  @Test
  void anErasure_listsEveryFileThatLeft_andTheAccessPackageShowsThem() throws Exception {
    giveBack("crm");
    crosswalk("");
    var name = lookup(BUOI);
    var left = exports(name).stream().map(ProfileExport::getName).toList();
    assertThat(left).hasSize(2);

    var shown =
        privacy()
            .exportPersonalData(ExportPersonalDataRequest.newBuilder().setName(name).build())
            .getPartsList()
            .stream()
            .flatMap(part -> part.getItemsList().stream())
            .filter(item -> item.getKind().equals("export"))
            .toList();
    assertThat(shown).extracting(Item::getResource).containsExactlyInAnyOrderElementsOf(left);
    assertThat(shown)
        .extracting(item -> item.getValues().getFieldsOrThrow("contents").getStringValue())
        .containsExactly("GIVE_BACK", "CROSSWALK");

    var erase = EraseProfileRequest.newBuilder().setName(name).setReason("request 17").build();
    var operation = privacy().eraseProfile(erase);
    await().until(() -> operation(operation).hasResponse());
    assertThat(operation(operation).getResponse().unpack(EraseResult.class).getExportsList())
        .containsExactlyElementsOf(left);
    assertThat(exports(name)).extracting(ProfileExport::getName).containsExactlyElementsOf(left);
  }

  private void giveBack(String source) {
    replacements(ProfilesFixture.DATA_WITH_PURPOSE)
        .exportGiveBack(ExportGiveBackRequest.newBuilder().setName("sources/" + source).build())
        .forEachRemaining(_ -> {});
  }

  private void crosswalk(String source) {
    profiles(ProfilesFixture.DATA)
        .exportCrosswalk(ExportCrosswalkRequest.newBuilder().setSource(source).build())
        .forEachRemaining(_ -> {});
  }

  private List<ProfileExport> exports(String profile) {
    return ExportServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.PRIVACY))
        .listProfileExports(ListProfileExportsRequest.newBuilder().setProfile(profile).build())
        .getExportsList();
  }
}
