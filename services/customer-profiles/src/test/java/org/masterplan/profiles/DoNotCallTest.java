package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.ConsentServiceGrpc;
import org.masterplan.profiles.v1.ImportDoNotCallRequest;

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
