package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.imports.v1.ImportServiceGrpc;
import org.masterplan.imports.v1.ListRejectsRequest;
import org.masterplan.imports.v1.ReplayRejectsRequest;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.consent.mongo.MongoConsents;
import org.masterplan.profiles.v1.Consent;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.ListConsentsRequest;
import org.masterplan.profiles.v1.WithdrawConsentRequest;

class ConsentGrpcTest extends ProfilesCalls {
  static final String HEAD = "source,record,purpose,channel,state,time,evidence\n";
  static final String LATE = "\nlate,Trần Muộn,0977777777,,1990\n";
  static final Instant TO_COME = Instant.parse("2099-01-01T00:00:00Z");

  @Test
  void grantConsent_withATimeToCome_isRefused() throws Exception {
    loadBoth();
    var grant =
        GrantConsentRequest.newBuilder()
            .setName(buoi())
            .setPurpose("MARKETING")
            .setChannel("SMS")
            .setEvidence("form")
            .setTime(Timestamps.fromMillis(TO_COME.toEpochMilli()))
            .build();

    assertThatThrownBy(() -> consents().grantConsent(grant))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("time");
    assertThat(f.told).isEmpty();
  }

  @Test
  void importConsents_withATimeToCome_isRefused_andANoAfterItIsTold() throws Exception {
    loadBoth();
    var result = importConsents(HEAD + "crm,1,MARKETING,SMS,GRANTED,2099-01-01,form\n");

    assertThat(result.getImported()).isZero();
    assertThat(result.getRejected(0).getField()).isEqualTo("time");
    assertThat(result.getRejected(0).getReason()).contains("2099-01-01");
    withdraw(buoi());
    assertThat(f.told).containsExactly("WITHDRAWN SMS [+84381234567]");
  }

  @Test
  void withdrawConsent_afterAYesToComeThatWasOnceTaken_isToldAndCounts() throws Exception {
    loadBoth();
    var name = buoi();
    var yes =
        new org.masterplan.profiles.consent.domain.Consent(
            name,
            "MARKETING",
            "SMS",
            org.masterplan.profiles.consent.domain.Consent.State.GRANTED,
            TO_COME,
            "form",
            "lan");
    new MongoConsents(f.database).add(List.of(yes));

    withdraw(name);

    assertThat(f.told).containsExactly("WITHDRAWN SMS [+84381234567]");
    assertThat(get(name).getConsentsList())
        .extracting(Consent::getState)
        .containsExactly(Consent.State.WITHDRAWN);
  }

  @Test
  void importConsents_keepsRefusedRowsWithTheirReason_andShowsNothingPersonal() throws Exception {
    loadBoth();
    var csv =
        HEAD
            + "crm,0912345678,MARKETING,SMS,GRANTED,2024-01-02,form\n"
            + "crm,1,MARKETING,SMS,perhaps,2024-01-02,form\n";
    var result = importConsents(csv);
    importConsents(csv);

    assertThat(result.getRejectedList().toString()).doesNotContain("0912345678");
    assertThat(f.rejects.list(result.getImportId(), 0, 10))
        .extracting(Row.Bad::reason)
        .containsExactly("CONSENT_RECORD_UNKNOWN", "CONSENT_STATE");
    assertThat(f.rejects.list(result.getImportId(), 0, 1).getFirst().values())
        .containsEntry("record", "0912345678");
  }

  @Test
  void replayRejects_takesWhatHasBecomeKnown_andTwiceIsAsOnce() throws Exception {
    loadBoth();
    var unknown = "crm,late,MARKETING,SMS,WITHDRAWN,2024-01-02,form\n";
    var unclear = "crm,1,MARKETING,SMS,perhaps,2024-01-02,form\n";
    var result = importConsents(HEAD + unknown + unclear);
    var name = "imports/" + result.getImportId();
    var stub = ImportServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA));
    var replay = ReplayRejectsRequest.newBuilder().setParent(name).build();

    var early = stub.replayRejects(replay);
    load("crm", "text/csv", CRM.lines().findFirst().orElseThrow() + LATE);
    var late = stub.replayRejects(replay);
    var told = List.copyOf(f.told);
    var again = stub.replayRejects(replay);

    assertThat(early.getRejectedTotal()).isEqualTo(2);
    assertThat(late.getImported()).isEqualTo(1);
    assertThat(late.getRejectedTotal()).isEqualTo(1);
    assertThat(told).containsExactly("WITHDRAWN SMS [+84977777777]");
    assertThat(again.getImported()).isZero();
    assertThat(again.getRejectedTotal()).isEqualTo(1);
    assertThat(f.told).isEqualTo(told);
    assertThat(stub.listRejects(ListRejectsRequest.newBuilder().setParent(name).build()))
        .satisfies(l -> assertThat(l.getRejects(0).getReason()).contains("perhaps"));
    var cmo = ImportServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.CMO));
    assertThatThrownBy(() -> cmo.replayRejects(replay)).hasMessageContaining("PERMISSION_DENIED");
  }

  @Test
  void importConsents_aDayBeginsInVietNam() throws Exception {
    loadBoth();
    importConsents(HEAD + "crm,1,MARKETING,SMS,GRANTED,2024-01-02,form\n");

    assertThat(list(buoi(), 0, "").getFirst().getTime())
        .isEqualTo(Timestamps.fromMillis(Instant.parse("2024-01-01T17:00:00Z").toEpochMilli()));
  }

  @Test
  void importConsents_tellsOnlyItsOwn_whateverElseIsUntold() throws Exception {
    loadBoth();
    f.away.add("+84381234567");
    var own = HEAD + "crm,2,MARKETING,SMS,WITHDRAWN,2024-01-03,form\n";
    var foreign = HEAD + "crm,1,MARKETING,SMS,WITHDRAWN,2024-01-02,form\n";
    assertThatThrownBy(() -> importConsents(foreign)).hasMessageContaining("UNAVAILABLE");

    assertThat(importConsents(own).getImported()).isEqualTo(1);
    assertThat(f.told).containsExactly("WITHDRAWN SMS [+84912345678]");

    f.away.clear();
    assertThat(importConsents(foreign).getUnchanged()).isEqualTo(1);
    assertThat(f.told).hasSize(2);
    importConsents(foreign);
    assertThat(f.told).hasSize(2);
  }

  @Test
  void tellUntold_goesOnPastWhatCannotBeTold() throws Exception {
    loadBoth();
    f.away.add("message-governance");
    var all =
        HEAD
            + "crm,1,MARKETING,SMS,WITHDRAWN,2024-01-01,form\n"
            + "shop,a/2,MARKETING,SMS,WITHDRAWN,2024-01-02,form\n"
            + "crm,2,MARKETING,SMS,WITHDRAWN,2024-01-03,form\n";
    assertThatThrownBy(() -> importConsents(all)).hasMessageContaining("UNAVAILABLE");
    f.away.clear();
    f.away.add("+84381234567");

    assertThatThrownBy(f.tellUntold::run).hasMessageContaining("+84381234567");

    assertThat(f.told)
        .containsExactlyInAnyOrder("WITHDRAWN SMS [+84987654322]", "WITHDRAWN SMS [+84912345678]");
    f.away.add("+84912345678");
    assertThatThrownBy(
            () -> importConsents(all.replace("MARKETING", "SURVEY").replace("2024", "2023")))
        .hasMessageContaining("2 ");
    f.away.clear();
    f.tellUntold.run();
    f.tellUntold.run();
    assertThat(f.told).hasSize(6);
  }

  @Test
  void listConsents_pagesNewestFirst_andRefusesWhatIsNoPage() throws Exception {
    loadBoth();
    var name = buoi();
    importConsents(
        HEAD
            + "crm,1,MARKETING,SMS,GRANTED,2024-01-01,form\n"
            + "crm,1,SURVEY,SMS,GRANTED,2024-01-02,form\n"
            + "crm,1,SERVICE,SMS,GRANTED,2024-01-02,form\n");
    var first =
        consents()
            .listConsents(ListConsentsRequest.newBuilder().setParent(name).setPageSize(2).build());

    assertThat(first.getConsentsList()).extracting(Consent::getPurpose).doesNotContain("MARKETING");
    assertThat(list(name, 2, first.getNextPageToken()))
        .extracting(Consent::getPurpose)
        .containsExactly("MARKETING");
    assertThatThrownBy(() -> list(name, 2, "2")).hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(() -> list(name, -1, "")).hasMessageContaining("INVALID_ARGUMENT");
  }

  private List<Consent> list(String name, int size, String token) {
    return consents()
        .listConsents(
            ListConsentsRequest.newBuilder()
                .setParent(name)
                .setPageSize(size)
                .setPageToken(token)
                .build())
        .getConsentsList();
  }

  private void withdraw(String name) {
    consents()
        .withdrawConsent(
            WithdrawConsentRequest.newBuilder()
                .setName(name)
                .setPurpose("MARKETING")
                .setChannel("SMS")
                .build());
  }

  private String buoi() {
    return lookup(ProfilesFixture.DATA, "0381234567").getName();
  }
}
