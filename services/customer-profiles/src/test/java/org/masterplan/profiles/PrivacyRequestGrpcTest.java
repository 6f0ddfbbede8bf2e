package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import com.google.protobuf.Timestamp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.AcknowledgePrivacyRequestRequest;
import org.masterplan.profiles.v1.AnswerPrivacyRequestRequest;
import org.masterplan.profiles.v1.CreatePrivacyRequestRequest;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.ExtendPrivacyRequestRequest;
import org.masterplan.profiles.v1.FulfilPrivacyRequestRequest;
import org.masterplan.profiles.v1.GetPrivacyRequestRequest;
import org.masterplan.profiles.v1.ListPrivacyRequestsRequest;
import org.masterplan.profiles.v1.PersonalDataPackage;
import org.masterplan.profiles.v1.PrivacyRequest;
import org.masterplan.profiles.v1.PrivacyRequest.Kind;
import org.masterplan.profiles.v1.PrivacyRequest.Method;
import org.masterplan.profiles.v1.PrivacyRequest.State;
import org.masterplan.profiles.v1.PrivacyRequestServiceGrpc;
import org.masterplan.profiles.v1.PrivacyRequestServiceGrpc.PrivacyRequestServiceBlockingStub;
import org.masterplan.profiles.v1.RefusePrivacyRequestRequest;
import org.masterplan.profiles.v1.VerifyPrivacyRequestRequest;

class PrivacyRequestGrpcTest extends ProfilesCalls {
  @Test
  void erasure_goesItsWay_andIsAnsweredOnceEveryServiceHasConfirmed() throws Exception {
    loadBoth();
    f.away.add("community-registry");
    var request = verified(create(Kind.ERASURE, buoi()));
    assertThat(request.getAnswer().getRule()).isEqualTo("vn-2026");

    var fulfilled = fulfil(request);
    assertThat(fulfilled.getState()).isEqualTo(State.FULFILLED);
    var operation = Operation.newBuilder().setName(fulfilled.getOperation()).build();
    await().until(() -> operation(operation).hasError());
    assertThatThrownBy(() -> answer(fulfilled)).hasMessageContaining("community-registry");

    f.away.clear();
    f.takeUp.run();
    await().until(() -> operation(operation).hasResponse());
    var answered = answer(fulfilled);
    assertThat(answered.getState()).isEqualTo(State.ANSWERED);
    assertThat(answered.getAnswer().hasStopTime()).isTrue();
    assertThat(answered.getAcknowledgement().hasStopTime()).isTrue();
    assertThatThrownBy(() -> get(request.getProfile())).hasMessageContaining("NOT_FOUND");
    assertThat(find(request.getName())).isEqualTo(answered);
  }

  @Test
  void withdrawal_isSuppressedBeforeItAnswers_andTheSameCallCompletesIt() throws Exception {
    loadBoth();
    f.away.add("message-governance");
    var request = verified(create(Kind.WITHDRAWAL, buoi()));
    assertThatThrownBy(() -> fulfil(request)).hasMessageContaining("UNAVAILABLE");
    assertThat(find(request.getName()).getState()).isEqualTo(State.VERIFIED);

    f.away.clear();
    assertThat(fulfil(request).getState()).isEqualTo(State.FULFILLED);

    assertThat(f.told).containsExactly("WITHDRAWN ALL [+84381234567]");
    assertThat(get(request.getProfile()).getConsentsList())
        .extracting(c -> c.getPurpose() + " " + c.getEvidence())
        .containsExactly("MARKETING " + request.getName());
  }

  @Test
  void access_showsWhatWasAskedBefore_andIsHeldByNobodyElse() throws Exception {
    loadBoth();
    var request = create(Kind.ACCESS, buoi());

    var held =
        privacy()
            .exportPersonalData(
                ExportPersonalDataRequest.newBuilder().setName(request.getProfile()).build());

    assertThat(held.getPartsList().toString()).contains(request.getName(), "HS-7");
    for (var other : new Actor[] {ProfilesFixture.DATA, ProfilesFixture.CMO}) {
      assertThatThrownBy(() -> requests(other).getPrivacyRequest(named(request.getName())))
          .hasMessageContaining("PERMISSION_DENIED");
    }
  }

  @Test
  void everything_isShownUnderARequest_onceItIsKnownWhoAsks() throws Exception {
    loadBoth();
    var request = create(Kind.ACCESS, buoi());
    assertThatThrownBy(() -> everything(request))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("before it is known who asks");

    var verified = verified(request);
    assertThat(everything(verified).getPartsList()).isNotEmpty();

    var another = verified.toBuilder().setProfile("profiles/00000000000a").build();
    assertThatThrownBy(() -> everything(another)).hasMessageContaining("not about");
    refuse(verified);
    assertThatThrownBy(() -> everything(verified)).hasMessageContaining("REFUSED");
  }

  private PersonalDataPackage everything(PrivacyRequest request) {
    return privacy()
        .exportPersonalData(
            ExportPersonalDataRequest.newBuilder()
                .setName(request.getProfile())
                .setPrivacyRequest(request.getName())
                .build());
  }

  @Test
  void steps_areTakenInTheirOrder() throws Exception {
    loadBoth();
    var request = create(Kind.ERASURE, buoi());
    assertThatThrownBy(() -> fulfil(request)).hasMessageContaining("RECEIVED");
    assertThatThrownBy(() -> answer(request)).hasMessageContaining("RECEIVED");

    var told = acknowledge(request);
    assertThat(told.getAcknowledgement().hasStopTime()).isTrue();
    assertThatThrownBy(() -> acknowledge(told)).hasMessageContaining("FAILED_PRECONDITION");
    assertThatThrownBy(() -> acknowledge(request)).hasMessageContaining("ABORTED");

    var longer = extend(told);
    assertThat(longer.getAnswer().getDaysLeft()).isEqualTo(told.getAnswer().getDaysLeft() + 20);
    assertThatThrownBy(() -> extend(longer)).hasMessageContaining("FAILED_PRECONDITION");

    var refused = refuse(longer);
    assertThat(refused.getState()).isEqualTo(State.REFUSED);
    assertThat(refused.getReply()).isEqualTo("another person");
    assertThatThrownBy(() -> verified(refused)).hasMessageContaining("REFUSED");
  }

  @Test
  void request_ofNobodyWhoIsKnown_isAnsweredAndNotCarriedOut() {
    var request = verified(create(Kind.ACCESS, ""));
    assertThatThrownBy(() -> fulfil(request)).hasMessageContaining("nobody");

    assertThat(answer(request).getState()).isEqualTo(State.ANSWERED);
  }

  @Test
  void create_refusesWhatCannotBe() {
    assertThatThrownBy(() -> create(Kind.KIND_UNSPECIFIED, "")).hasMessageContaining("kind");
    assertThatThrownBy(() -> create(Kind.ACCESS, "profiles/00000000000a"))
        .hasMessageContaining("NOT_FOUND");
    var future = f.stored.clock.instant().plusSeconds(60).getEpochSecond();
    var asked =
        CreatePrivacyRequestRequest.newBuilder()
            .setPrivacyRequest(
                PrivacyRequest.newBuilder()
                    .setKind(Kind.ACCESS)
                    .setReference("HS-7")
                    .setReceiveTime(Timestamp.newBuilder().setSeconds(future)))
            .build();
    assertThatThrownBy(() -> requests().createPrivacyRequest(asked))
        .hasMessageContaining("yet to come");
  }

  @Test
  void list_isByWhatIsDueFirst() throws Exception {
    loadBoth();
    create(Kind.ERASURE, buoi());
    create(Kind.ACCESS, "");
    refuse(create(Kind.OBJECTION, ""));

    assertThat(list("open = true")).containsExactly(Kind.ACCESS, Kind.ERASURE);
    assertThat(list("kind = \"OBJECTION\"")).containsExactly(Kind.OBJECTION);
  }

  private List<Kind> list(String filter) {
    return requests()
        .listPrivacyRequests(ListPrivacyRequestsRequest.newBuilder().setFilter(filter).build())
        .getPrivacyRequestsList()
        .stream()
        .map(PrivacyRequest::getKind)
        .toList();
  }

  private String buoi() {
    return lookup(ProfilesFixture.DATA, "0381234567").getName();
  }

  private PrivacyRequest create(Kind kind, String profile) {
    return requests()
        .createPrivacyRequest(
            CreatePrivacyRequestRequest.newBuilder()
                .setPrivacyRequest(
                    PrivacyRequest.newBuilder()
                        .setKind(kind)
                        .setProfile(profile)
                        .setReference("HS-7")
                        .setPurpose(kind == Kind.WITHDRAWAL ? "MARKETING" : ""))
                .build());
  }

  private PrivacyRequest verified(PrivacyRequest request) {
    return requests()
        .verifyPrivacyRequest(
            VerifyPrivacyRequestRequest.newBuilder()
                .setName(request.getName())
                .setEtag(request.getEtag())
                .setMethod(Method.CALL_BACK)
                .build());
  }

  private PrivacyRequest acknowledge(PrivacyRequest request) {
    return requests()
        .acknowledgePrivacyRequest(
            AcknowledgePrivacyRequestRequest.newBuilder()
                .setName(request.getName())
                .setEtag(request.getEtag())
                .build());
  }

  private PrivacyRequest extend(PrivacyRequest request) {
    return requests()
        .extendPrivacyRequest(
            ExtendPrivacyRequestRequest.newBuilder()
                .setName(request.getName())
                .setEtag(request.getEtag())
                .setReason("many databases")
                .build());
  }

  private PrivacyRequest fulfil(PrivacyRequest request) {
    return requests()
        .fulfilPrivacyRequest(
            FulfilPrivacyRequestRequest.newBuilder()
                .setName(request.getName())
                .setEtag(request.getEtag())
                .build());
  }

  private PrivacyRequest answer(PrivacyRequest request) {
    return requests()
        .answerPrivacyRequest(
            AnswerPrivacyRequestRequest.newBuilder()
                .setName(request.getName())
                .setEtag(request.getEtag())
                .setReply("it is done")
                .build());
  }

  private PrivacyRequest refuse(PrivacyRequest request) {
    return requests()
        .refusePrivacyRequest(
            RefusePrivacyRequestRequest.newBuilder()
                .setName(request.getName())
                .setEtag(request.getEtag())
                .setReason("another person")
                .build());
  }

  private PrivacyRequest find(String name) {
    return requests().getPrivacyRequest(named(name));
  }

  private static GetPrivacyRequestRequest named(String name) {
    return GetPrivacyRequestRequest.newBuilder().setName(name).build();
  }

  private PrivacyRequestServiceBlockingStub requests() {
    return requests(ProfilesFixture.PRIVACY);
  }

  private PrivacyRequestServiceBlockingStub requests(Actor actor) {
    return PrivacyRequestServiceGrpc.newBlockingStub(f.grpc.as(actor));
  }
}
