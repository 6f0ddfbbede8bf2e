package org.masterplan.profiles;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.ConsentServiceGrpc;
import org.masterplan.profiles.v1.ImportDoNotCallRequest;
import org.masterplan.profiles.v1.RemoveDoNotCallRequest;
import org.masterplan.profiles.v1.RemoveDoNotCallResponse;

class DoNotCallTest extends ProfilesCalls {
  private static final String REGISTER = "phone\n0381234567\n+84 909 876 543\nnone\n";

  @Test
  void everyNumber_isBarredBeforeItAnswers_whoeverItBelongsTo() throws Exception {
    loadBoth();

    var result = importNumbers(ProfilesFixture.PRIVACY, REGISTER);

    assertThat(f.told).containsExactly("BARRED 1 [+84381234567]", "BARRED 0 [+84909876543]");
    assertThat(result.getImported()).isEqualTo(2);
    assertThat(result.getRejectedTotal()).isEqualTo(1);
    assertThat(result.getRejected(0).getField()).isEqualTo("phone");
  }

  @Test
  void number_thatTheFileRepeats_howeverItIsWritten_countsOnce() throws Exception {
    var result =
        importNumbers(
            ProfilesFixture.PRIVACY, "phone\n0909876543\n+84 909 876 543\n0909.876.543\n");

    assertThat(result.getImported()).isEqualTo(1);
    assertThat(result.getUnchanged()).isEqualTo(2);
    assertThat(f.told).containsExactly("BARRED 0 [+84909876543]");
  }

  @Test
  void number_thatAFamilyShares_isBarredAsANumberAlone() throws Exception {
    load("crm", "text/csv", CRM);
    load(
        "shop",
        "application/jsonl",
        "{\"id\":\"a/9\",\"full name\":\"Lê Văn Khác\",\"phone\":\"0381234567\"}\n");

    importNumbers(ProfilesFixture.PRIVACY, "phone\n0381234567\n");

    assertThat(f.told).containsExactly("BARRED 0 [+84381234567]");
  }

  @Test
  void whileGovernanceIsAway_itFailsVisibly_andTheSameFileCompletesIt() throws Exception {
    f.away.add("message-governance");
    assertThatThrownBy(() -> importNumbers(ProfilesFixture.PRIVACY, REGISTER))
        .hasMessageContaining("UNAVAILABLE");

    f.away.clear();
    assertThat(importNumbers(ProfilesFixture.PRIVACY, REGISTER).getImported()).isEqualTo(2);
  }

  @Test
  void others_mayNot() {
    assertThatThrownBy(() -> importNumbers(ProfilesFixture.CMO, REGISTER))
        .hasMessageContaining("PERMISSION_DENIED");
    for (var other : List.of(ProfilesFixture.CMO, ProfilesFixture.DATA)) {
      assertThatThrownBy(() -> remove(other, "0381234567"))
          .hasMessageContaining("PERMISSION_DENIED");
    }
  }

  @Test
  void removedNumber_barsItsOwnerNoMore_andTheAuditTrailSaysWhyAndByWhom() throws Exception {
    loadBoth();
    importNumbers(ProfilesFixture.PRIVACY, REGISTER);
    var owner = lookup(ProfilesFixture.DATA, "0381234567").getName();
    f.told.clear();

    var removed = remove(ProfilesFixture.PRIVACY, "038 123 4567");

    assertThat(removed.getFreedList()).containsExactly(owner);
    assertThat(f.told).containsExactly("UNBARRED 1 []", "UNBARRED 0 [+84381234567]");
    var note = f.database.getCollection("auditNotes").find(eq("resource", owner)).first();
    assertThat(note).isNotNull();
    assertThat(note.toJson())
        .contains("DO_NOT_CALL_REMOVED", "registered by mistake, file 12", "privacy_officer")
        .doesNotContain("381234567");
    assertThatThrownBy(() -> remove(ProfilesFixture.PRIVACY, "0381234567"))
        .hasMessageContaining("NOT_FOUND")
        .hasMessageContaining("not on the register");
  }

  @Test
  void removedNumber_leavesItsOwnerBarred_whileAnotherNumberOfTheirsIsRegistered()
      throws Exception {
    loadBoth();
    load("page", "text/csv", "Mã KH,Họ và tên,SĐT,Email\n7,Bưởi,0909876543,buoi@x.vn\n");
    importNumbers(ProfilesFixture.PRIVACY, REGISTER);
    var owner = lookup(ProfilesFixture.DATA, "0381234567").getName();
    assertThat(lookup(ProfilesFixture.DATA, "0909876543").getName()).isEqualTo(owner);
    f.told.clear();

    var first = remove(ProfilesFixture.PRIVACY, "0381234567");
    var second = remove(ProfilesFixture.PRIVACY, "0909876543");

    assertThat(first.getBarredList()).containsExactly(owner);
    assertThat(first.getFreedList()).isEmpty();
    assertThat(second.getFreedList()).containsExactly(owner);
    assertThat(f.told)
        .containsExactly("UNBARRED 0 [+84381234567]", "UNBARRED 1 []", "UNBARRED 0 [+84909876543]");
  }

  @Test
  void numberOfNobodyWhoIsKnown_isRemovedToo() throws Exception {
    importNumbers(ProfilesFixture.PRIVACY, REGISTER);

    assertThat(remove(ProfilesFixture.PRIVACY, "0909876543").getFreedList()).isEmpty();
    assertThat(f.told).endsWith("UNBARRED 0 [+84909876543]");
    assertThatThrownBy(() -> remove(ProfilesFixture.PRIVACY, "none"))
        .hasMessageContaining("INVALID_ARGUMENT");
  }

  private RemoveDoNotCallResponse remove(Actor actor, String phone) {
    return ConsentServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .removeDoNotCall(
            RemoveDoNotCallRequest.newBuilder()
                .setPhone(phone)
                .setReason("registered by mistake, file 12")
                .build());
  }

  private ImportResult importNumbers(Actor actor, String csv) throws Exception {
    var answer = new CompletableFuture<ImportResult>();
    var upload = ConsentServiceGrpc.newStub(f.grpc.as(actor)).importDoNotCall(into(answer));
    upload.onNext(
        ImportDoNotCallRequest.newBuilder()
            .setHeader(ImportDoNotCallRequest.Header.newBuilder().setContentType("text/csv"))
            .build());
    upload.onNext(ImportDoNotCallRequest.newBuilder().setChunk(chunk(csv)).build());
    upload.onCompleted();
    return answer.get(30, TimeUnit.SECONDS);
  }
}
