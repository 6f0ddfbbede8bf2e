package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.Consent;
import org.masterplan.profiles.v1.ConsentServiceGrpc;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.GetProfileRelationsRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.ProfileRelations;
import org.masterplan.profiles.v1.WithdrawConsentRequest;

/** A unit speaks for its own people only, and is not told which other units know them. */
class UnitWordsTest extends ProfilesCalls {
  private static final Actor UNIT = ProfilesFixture.DAIRY;

  private String buoi = "";

  @BeforeEach
  void twoDatabases_oneOfTheUnit() throws Exception {
    loadBoth();
    collectedFor("shop", "SERVICE");
    buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
  }

  /** A word for a stranger would release the stranger to others. */
  @Test
  void nobodySpeaks_forPeopleWhomTheyMayNotMeet() {
    var stranger = lookup(ProfilesFixture.DATA, "0912345678").getName();

    assertThat(List.of(granting(stranger), withdrawing(stranger)))
        .allSatisfy(
            refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    assertThat(get(stranger).getConsentsList()).isEmpty();
    assertThat(f.told).isEmpty();
  }

  private StatusRuntimeException granting(String name) {
    return catchThrowableOfType(
        StatusRuntimeException.class, () -> consents(UNIT).grantConsent(service(name)));
  }

  private StatusRuntimeException withdrawing(String name) {
    var request = WithdrawConsentRequest.newBuilder().setName(name).build();
    return catchThrowableOfType(
        StatusRuntimeException.class, () -> consents(UNIT).withdrawConsent(request));
  }

  private static GrantConsentRequest service(String name) {
    return GrantConsentRequest.newBuilder()
        .setName(name)
        .setPurpose("SERVICE")
        .setChannel("ZALO")
        .setEvidence("at the counter")
        .build();
  }

  @Test
  void whereAWordIsKnownFrom_isToldOfTheUnitsOwnRecords_andOfWhatTheReaderWrote() throws Exception {
    importConsents(
        """
        source,record,purpose,channel,state,time,evidence
        crm,1,SERVICE,EMAIL,yes,2024-01-02,crm form
        shop,a/1,SERVICE,SMS,yes,2024-01-02,shop form
        """);
    agree(buoi, "SERVICE", "CALL");
    consents(UNIT).grantConsent(service(buoi));

    var seen = profiles(UNIT).getProfile(GetProfileRequest.newBuilder().setName(buoi).build());

    assertThat(seen.getConsentsList())
        .allSatisfy(word -> assertThat(word.getState()).isEqualTo(Consent.State.GRANTED))
        .extracting(Consent::getChannel, Consent::getSubject, Consent::getEvidence)
        .containsExactlyInAnyOrder(
            tuple("EMAIL", "", ""),
            tuple("SMS", "sources/shop/records/a~2F1", "shop form"),
            tuple("CALL", "", ""),
            tuple("ZALO", buoi, "at the counter"));
    assertThat(get(buoi).getConsentsList())
        .extracting(Consent::getEvidence)
        .containsExactlyInAnyOrder("crm form", "shop form", "form", "at the counter");
  }

  @Test
  void accounts_areThoseThatTheUnitsOwnSourcesKnow() throws Exception {
    var account = "Mã KH,Họ và tên,SĐT,Zalo\n1,Nguyễn Thị Bưởi,0381234567,%s\n";
    load("club", "text/csv", account.formatted("buoi.club"));
    load("forum", "text/csv", account.formatted("buoi.forum"));
    collectedFor("club", "SERVICE");

    assertThat(accounts(ProfilesFixture.DATA)).hasSize(2);
    assertThat(accounts(UNIT))
        .singleElement()
        .satisfies(own -> assertThat(own.getSourcesList()).containsExactly("sources/club"));
  }

  private List<ProfileRelations.Handle> accounts(Actor actor) {
    var request = GetProfileRelationsRequest.newBuilder().setName(buoi).build();
    return DealingServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .getProfileRelations(request)
        .getHandlesList();
  }

  private ConsentServiceGrpc.ConsentServiceBlockingStub consents(Actor actor) {
    return ConsentServiceGrpc.newBlockingStub(f.grpc.as(actor));
  }
}
