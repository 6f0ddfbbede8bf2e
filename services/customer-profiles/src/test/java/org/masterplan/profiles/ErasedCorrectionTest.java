package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.v1.CorrectRecordRequest;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.GetRecordRequest;

/** Who is erased stays so, also where their source still says what was set right of them. */
class ErasedCorrectionTest extends ProfilesCalls {
  private static final String RECORD = "sources/crm/records/1";

  @BeforeEach
  void twoDatabases() throws Exception {
    loadBoth();
  }

  @Test
  void erase_afterACorrection_marksAlsoWhatTheSourceSays() throws Exception {
    correct("buoi@y.vn");
    erase();

    load("crm", "text/csv", CRM.replace("1,Nguyễn", "9,Nguyễn"));

    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0381234567"))
        .hasMessageContaining("NOT_FOUND");
    assertThat(lookup(ProfilesFixture.DATA, "0912345678").getName()).isNotEmpty();
  }

  /** The address was another's, of whom nobody asked that they be forgotten. */
  @Test
  void erase_afterACorrection_leavesOthersWhatWasWronglySaidOfTheOne() throws Exception {
    load("crm", "text/csv", CRM + "3,Lê Lan,0912345670,buoi@x.vn,1985\n");
    correct("khac@y.vn");
    erase();

    load("crm", "text/csv", CRM + "3,Lê Lan,0912345671,buoi@x.vn,1985\n");

    assertThat(lookup(ProfilesFixture.DATA, "0912345671").getRecordsList())
        .containsExactly("sources/crm/records/3");
    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0381234567"))
        .hasMessageContaining("NOT_FOUND");
  }

  /** A mark bars its own source only, which says nothing of that other. */
  @Test
  void erase_afterACorrection_marksWhatTheSourceSays_alsoWhereAnotherSourceSaysItOfAnother()
      throws Exception {
    correct("buoi@y.vn");
    load("app", "text/csv", "id,Họ và tên,SĐT,Email\np1,Lê Lan,0912345670,buoi@x.vn\n");
    assertThat(profile()).isNotEqualTo(lookup(ProfilesFixture.DATA, "0912345670").getName());
    erase();

    load("crm", "text/csv", CRM.replace("1,Nguyễn", "77,Nguyễn"));

    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0381234567"))
        .hasMessageContaining("NOT_FOUND");
    assertThat(lookup(ProfilesFixture.DATA, "0912345670").getRecordsList())
        .containsExactly("sources/app/records/p1");
  }

  private void correct(String email) {
    var wish =
        CorrectRecordRequest.newBuilder()
            .setName(RECORD)
            .putValues("email", email)
            .setReason("request 1");
    sources(ProfilesFixture.DATA_WITH_PURPOSE).correctRecord(wish.build());
  }

  private void erase() {
    var erase = EraseProfileRequest.newBuilder().setName(profile()).setReason("request 17");
    var operation = privacy().eraseProfile(erase.build());
    await().until(() -> operation(operation).hasResponse());
  }

  private String profile() {
    var get = GetRecordRequest.newBuilder().setName(RECORD).build();
    return sources(ProfilesFixture.DATA).getRecord(get).getProfile();
  }
}
