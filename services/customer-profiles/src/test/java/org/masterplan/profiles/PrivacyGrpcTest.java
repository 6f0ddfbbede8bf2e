package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import java.lang.reflect.Proxy;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.v1.Consent;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.EraseResult;
import org.masterplan.profiles.v1.Erasure;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.ExportProfilesRequest;
import org.masterplan.profiles.v1.ExportServiceGrpc;
import org.masterplan.profiles.v1.GetErasureRequest;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.WithdrawConsentRequest;

class PrivacyGrpcTest extends ProfilesCalls {
  @Test
  void withdrawConsent_isSuppressedBeforeItAnswers_andFailsVisiblyIfItCannot() throws Exception {
    loadBoth();
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var withdraw =
        WithdrawConsentRequest.newBuilder().setName(name).setPurpose("MARKETING").build();
    f.away.add("message-governance");
    assertThatThrownBy(() -> consents().withdrawConsent(withdraw))
        .hasMessageContaining("UNAVAILABLE");
    assertThat(f.told).isEmpty();

    f.away.clear();
    assertThat(consents().withdrawConsent(withdraw).getState()).isEqualTo(Consent.State.WITHDRAWN);
    assertThat(f.told).containsExactly("WITHDRAWN ALL [+84381234567]");
    consents()
        .grantConsent(
            GrantConsentRequest.newBuilder()
                .setName(name)
                .setPurpose("SURVEY")
                .setChannel("SMS")
                .setEvidence("form 12")
                .build());
    assertThat(get(name).getConsentsList())
        .extracting(c -> c.getPurpose() + " " + c.getState())
        .containsExactlyInAnyOrder("MARKETING WITHDRAWN", "SURVEY GRANTED");
  }

  @Test
  void importConsents_keepsGoodRowsAndTellsBadOnes() throws Exception {
    loadBoth();
    var csv =
        """
        source,record,purpose,channel,state,time,evidence
        crm,1,MARKETING,SMS,GRANTED,2024-01-02T00:00:00Z,form
        crm,99,MARKETING,SMS,GRANTED,2024-01-02,form
        crm,2,MARKETING,SMS,perhaps,2024-01-02,form
        """;
    var result = importConsents(csv);

    assertThat(result.getImported()).isEqualTo(1);
    assertThat(result.getRejectedTotal()).isEqualTo(2);
    assertThat(importConsents(csv).getUnchanged()).isEqualTo(1);
    assertThat(lookup(ProfilesFixture.DATA, "0381234567").getConsents(0).getSubject())
        .isEqualTo("sources/crm/records/1");
  }

  @Test
  void erase_reachesEveryService_andTheNextLoadBringsNobodyBack() throws Exception {
    loadBoth();
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    ExportServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA))
        .exportProfiles(ExportProfilesRequest.getDefaultInstance())
        .forEachRemaining(_ -> {});
    f.away.add("community-registry");
    var erase = EraseProfileRequest.newBuilder().setName(name).setReason("request 17").build();
    var operation = privacy().eraseProfile(erase);
    await().until(() -> operation(operation).hasError());
    f.away.clear();
    f.takeUp.run();
    await().until(() -> operation(operation).hasResponse());
    assertThat(operation(operation).getResponse().unpack(EraseResult.class).getConfirmedList())
        .containsExactly("customer-profiles", "community-registry");
    assertThat(operation(operation).getResponse().unpack(EraseResult.class).getExportsList())
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("profileExports/");
    var certificate = certificate(operation);
    assertThat(certificate.getConfirmationsList())
        .extracting(c -> c.getService() + " " + c.getErased())
        .containsExactly("customer-profiles 2", "community-registry 3");
    assertThat(certificate.getCreator()).isEqualTo("privacy_officer");
    assertThat(certificate.getReason()).isEqualTo("request 17");
    assertThat(certificate.hasCompleteTime()).isTrue();
    assertThat(certificate.toString()).doesNotContain("Bưởi", "buoi@x.vn", "381234567");

    assertThatThrownBy(() -> get(name)).hasMessageContaining("NOT_FOUND");
    load("crm", "text/csv", CRM);
    assertThatThrownBy(() -> lookup(ProfilesFixture.DATA, "0381234567"))
        .hasMessageContaining("NOT_FOUND");
    assertThat(stored()).doesNotContain("Bưởi").doesNotContain("buoi@x.vn");
  }

  @Test
  void exportPersonalData_isCompleteOrFails() throws Exception {
    loadBoth();
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var request = ExportPersonalDataRequest.newBuilder().setName(name).build();
    assertThat(privacy().exportPersonalData(request).getPartsList())
        .anySatisfy(part -> assertThat(part.getItemsList()).hasSize(2));

    f.away.add("community-registry");
    assertThatThrownBy(() -> privacy().exportPersonalData(request))
        .hasMessageContaining("UNAVAILABLE");
    assertThat(
            privacy()
                .exportPersonalData(request.toBuilder().setAllowPartial(true).build())
                .getMissingList())
        .containsExactly("community-registry");
  }

  @Test
  void exportAndErase_reachRowsThatWereNotTaken_andOlderVersions() throws Exception {
    loadBoth();
    var older = "{\"id\":\"b/1\",\"full name\":\"Lê Không Mã\",\"phone\":\"0912345670\"}\n";
    load("extra", "application/jsonl", older);
    load("extra", "application/jsonl", older.replace("0912345670", "0912345679"));
    var consents =
        "source,record,purpose,channel,state,time,evidence\n"
            + "extra,b/1,MARKETING,SMS,perhaps,,mẫu của Không Mã\n";
    importConsents(consents);
    var name = lookup(ProfilesFixture.DATA, "0912345679").getName();
    var request = ExportPersonalDataRequest.newBuilder().setName(name).build();
    var items =
        privacy().exportPersonalData(request).getPartsList().stream()
            .flatMap(part -> part.getItemsList().stream())
            .toList();

    assertThat(items)
        .extracting(item -> item.getKind())
        .containsExactlyInAnyOrder("record", "record-version", "rejected-row", "rejected-consent");
    assertThat(items.toString()).contains("0912345670");

    var erase = EraseProfileRequest.newBuilder().setName(name).setReason("request 18").build();
    var operation = privacy().eraseProfile(erase);
    await().until(() -> operation(operation).hasResponse());

    assertThat(stored()).doesNotContain("Không Mã").doesNotContain("912345679");
    assertThat(stored()).contains("Trần Bình");

    load("crm", "text/csv", CRM);
    load("extra", "application/jsonl", older);
    importConsents(consents);
    assertThat(stored()).doesNotContain("Không Mã").doesNotContain("912345679");
  }

  @Test
  void erase_keepsNoRowThatHoldsThePersonsMail_whateverElseIsWrongWithIt() throws Exception {
    loadBoth();
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var erase = EraseProfileRequest.newBuilder().setName(name).setReason("request 20").build();
    var operation = privacy().eraseProfile(erase);
    await().until(() -> operation(operation).hasResponse());

    load("crm", "text/csv", CRM + "7,Ai Đó,BUOI@x.vn,thừa,1990,một,hai\n,Cô Hoa,,hoa@x.vn,1991\n");

    assertThat(stored()).doesNotContainIgnoringCase("buoi@x.vn").doesNotContain("Ai Đó");
    assertThat(stored()).contains("Cô Hoa");
  }

  @Test
  void erase_whileAnImportIsUnderWay_leavesNoneOfItsRows() throws Exception {
    loadBoth();
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var erase = EraseProfileRequest.newBuilder().setName(name).setReason("request 21").build();
    f.amidConsents =
        () -> {
          var operation = privacy().eraseProfile(erase);
          await().until(() -> operation(operation).hasResponse());
        };

    var result =
        importConsents(
            "source,record,purpose,channel,state,time,evidence\n"
                + "crm,1,MARKETING,SMS,perhaps,,phiếu số một\n"
                + "crm,none,MARKETING,SMS,perhaps,,gọi 0381 234 567\n"
                + "crm,none,MARKETING,SMS,perhaps,,phiếu của ai đó\n");

    assertThat(result.getRejectedTotal()).isEqualTo(3);
    assertThat(stored()).doesNotContain("phiếu số một").doesNotContain("0381 234 567");
    assertThat(stored()).contains("phiếu của ai đó");
  }

  @Test
  void erase_afterACrashBetweenDecidingAndDeleting_forgetsAlsoWhatWasLoadedSince()
      throws Exception {
    load("crm", "text/csv", CRM);
    var failing = new FailingRecords(f.stored.records);
    var name = lookup(ProfilesFixture.DATA, "0381234567").getName();
    var desk = f.privacy.desk(f.privacy.holdings(failing.records()));
    var erasure = desk.erase(new PrivacyDesk.Wish(name, "request 19", "lan"));
    load("shop", "application/jsonl", SHOP);
    assertThatThrownBy(() -> desk.proceed(erasure)).hasMessage("crash");

    var done =
        f.privacy.desk(f.privacy.holdings(f.stored.records)).proceed(desk.find(erasure.id()).get());

    assertThat(done.complete()).isTrue();
    assertThat(f.stored.records.find(List.of(new RecordName("shop", "a/1")))).isEmpty();
    assertThat(stored()).doesNotContain("NGUYEN THI BUOI");
  }

  private Erasure certificate(Operation operation) {
    var id = operation.getName().substring(operation.getName().indexOf('-') + 1);
    return privacy().getErasure(GetErasureRequest.newBuilder().setName("erasures/" + id).build());
  }

  private String stored() {
    var stored = new StringBuilder();
    for (var collection : f.database.listCollectionNames()) {
      f.database.getCollection(collection).find().forEach(d -> stored.append(d.toJson()));
    }
    return stored.toString();
  }

  /** Records whose deletion crashes. */
  private record FailingRecords(Records stored) {
    Records records() {
      return (Records)
          Proxy.newProxyInstance(
              Records.class.getClassLoader(),
              new Class<?>[] {Records.class},
              (_, method, arguments) -> {
                if (method.getName().equals("erase")) {
                  throw new IllegalStateException("crash");
                }
                return method.invoke(stored, arguments);
              });
    }
  }
}
