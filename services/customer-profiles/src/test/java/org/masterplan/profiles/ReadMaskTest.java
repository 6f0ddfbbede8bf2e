package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.FieldMask;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.ListProfilesRequest;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.Profile;

class ReadMaskTest extends ProfilesCalls {
  static final Actor SEEING = ProfilesFixture.actor(Role.DATA_TEAM, "checking a mask");

  private String buoi = "";

  @BeforeEach
  void people() throws Exception {
    loadBoth();
    buoi = lookup(ProfilesFixture.CMO, "0381234567").getName();
  }

  @Test
  void withoutAMask_everythingIsRead() {
    assertThat(read(SEEING))
        .isEqualTo(
            read(
                SEEING,
                "name",
                "aliases",
                "values",
                "records",
                "consents",
                "segments",
                "memberships",
                "missing",
                "masked",
                "journal",
                "create_time",
                "update_time",
                "also",
                "etag"));
  }

  @Test
  void someFields_areReadAlone() {
    var some = read(SEEING, "name", "records");

    assertThat(some)
        .isEqualTo(
            Profile.newBuilder()
                .setName(buoi)
                .addAllRecords(read(SEEING).getRecordsList())
                .build());
    assertThat(some.getRecordsList()).hasSize(2);
  }

  @Test
  void someValues_areReadAlone_howeverTheirNameIsWritten() {
    var whole = read(SEEING).getValuesMap();

    assertThat(read(SEEING, "values.full_name", "values.phone").getValuesMap())
        .containsOnlyKeys("fullName", "phone")
        .containsEntry("phone", whole.get("phone"));
    assertThat(read(SEEING, "values.fullName").getValuesMap()).containsOnlyKeys("fullName");
    assertThat(read(SEEING, "values.nationalId").getValuesMap()).isEmpty();
    assertThat(read(SEEING, "values.email", "values").getValuesMap()).isEqualTo(whole);
  }

  /** That somebody looked is written down of who was shown, and of nobody else. */
  @Test
  void valuesThatAreNotRead_areNotShown() {
    read(SEEING, "name", "records");
    profiles(SEEING)
        .listProfiles(ListProfilesRequest.newBuilder().setReadMask(mask("name")).build());
    assertThat(notes()).isZero();

    read(SEEING, "values.phone");
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  void listsAndLookUps_areMaskedInTheSameWay() {
    var page =
        profiles(SEEING)
            .listProfiles(ListProfilesRequest.newBuilder().setReadMask(mask("name")).build());
    var found =
        profiles(SEEING)
            .lookupProfile(
                LookupProfileRequest.newBuilder()
                    .setPhone("0381234567")
                    .setReadMask(mask("name", "values.email"))
                    .build());

    assertThat(page.getProfilesList())
        .hasSize(3)
        .allSatisfy(
            p -> assertThat(p).isEqualTo(Profile.newBuilder().setName(p.getName()).build()));
    assertThat(found.getValuesMap()).containsOnlyKeys("email");
    assertThat(found.getRecordsList()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nme", "values.shoe", "consents.state", "", "values."})
  void aPathThatAProfileDoesNotHave_isRefused_namingIt(String path) {
    assertThatThrownBy(() -> read(SEEING, "name", path))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("\"" + path + "\"")
        .hasMessageContaining("values.fullName");
  }

  private Profile read(Actor actor, String... paths) {
    var asked = GetProfileRequest.newBuilder().setName(buoi).setReadMask(mask(paths));
    return profiles(actor).getProfile(asked.build());
  }

  private long notes() {
    return f.database.getCollection("auditNotes").countDocuments();
  }

  private static FieldMask mask(String... paths) {
    return FieldMask.newBuilder().addAllPaths(List.of(paths)).build();
  }
}
