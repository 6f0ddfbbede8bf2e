package org.masterplan.gateway;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.v1.AcknowledgePrivacyRequestRequest;
import org.masterplan.profiles.v1.AnswerPrivacyRequestRequest;
import org.masterplan.profiles.v1.CreatePrivacyRequestRequest;
import org.masterplan.profiles.v1.ExportServiceGrpc;
import org.masterplan.profiles.v1.ExtendPrivacyRequestRequest;
import org.masterplan.profiles.v1.FulfilPrivacyRequestRequest;
import org.masterplan.profiles.v1.GetPrivacyRequestRequest;
import org.masterplan.profiles.v1.ListPrivacyRequestsRequest;
import org.masterplan.profiles.v1.ListPrivacyRequestsResponse;
import org.masterplan.profiles.v1.ListProfileExportsRequest;
import org.masterplan.profiles.v1.ListProfileExportsResponse;
import org.masterplan.profiles.v1.PrivacyRequest;
import org.masterplan.profiles.v1.PrivacyRequest.Clock;
import org.masterplan.profiles.v1.PrivacyRequest.Kind;
import org.masterplan.profiles.v1.PrivacyRequest.State;
import org.masterplan.profiles.v1.PrivacyRequestServiceGrpc;
import org.masterplan.profiles.v1.ProfileExport;
import org.masterplan.profiles.v1.RefusePrivacyRequestRequest;
import org.masterplan.profiles.v1.VerifyPrivacyRequestRequest;

/** A register of requests: one that is late, one in time, one that is over. */
final class FakePrivacyRequests extends PrivacyRequestServiceGrpc.PrivacyRequestServiceImplBase {
  final Map<String, PrivacyRequest> stored = new LinkedHashMap<>();
  final List<String> filters = new ArrayList<>();

  void reset() {
    stored.clear();
    filters.clear();
    put(request("r-late", Kind.ERASURE, State.RECEIVED, -3));
    put(
        request("r-new", Kind.ACCESS, State.VERIFIED, 9).toBuilder()
            .setMethod(PrivacyRequest.Method.CALL_BACK)
            .setVerifier("privacy")
            .setVerifyTime(FakePlan.NOW)
            .build());
    put(
        request("r-over", Kind.OBJECTION, State.REFUSED, 0).toBuilder()
            .setProfile("")
            .setReply("Không đúng người")
            .build());
  }

  private void put(PrivacyRequest request) {
    stored.put(request.getName(), request);
  }

  static PrivacyRequest request(String id, Kind kind, State state, int days) {
    return PrivacyRequest.newBuilder()
        .setName("privacyRequests/" + id)
        .setKind(kind)
        .setProfile("profiles/p7k2m9")
        .setReference("HS-2026/" + id)
        .setState(state)
        .setReceiveTime(FakePlan.NOW)
        .setCreator("privacy")
        .setAcknowledgement(clock(state, Math.min(days, 1)))
        .setAnswer(clock(state, days))
        .setEtag("e1")
        .build();
  }

  private static Clock clock(State state, int days) {
    var clock =
        Clock.newBuilder()
            .setRule("vn-2026/" + days)
            .setArticle("Decree 356/2025/ND-CP")
            .setDueTime(later(days));
    return state == State.REFUSED
        ? clock.setStopTime(FakePlan.NOW).build()
        : clock.setDaysLeft(days).setOverdue(days < 0).build();
  }

  private static Timestamp later(int days) {
    return Timestamps.add(FakePlan.NOW, Durations.fromDays(days));
  }

  @Override
  public void createPrivacyRequest(
      CreatePrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          var asked = request.getPrivacyRequest();
          if (asked.getReference().isEmpty()) {
            throw new InvalidFields(List.of(Violation.required("privacy_request.reference")));
          }
          var made =
              request("r-" + stored.size(), asked.getKind(), State.RECEIVED, 20).toBuilder()
                  .setReference(asked.getReference())
                  .setProfile(asked.getProfile())
                  .setPurpose(asked.getPurpose())
                  .build();
          put(made);
          return made;
        });
  }

  @Override
  public void getPrivacyRequest(
      GetPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    FakeCommunities.answer(reply, () -> find(request.getName()));
  }

  @Override
  public void listPrivacyRequests(
      ListPrivacyRequestsRequest request, StreamObserver<ListPrivacyRequestsResponse> reply) {
    filters.add(request.getFilter());
    var open = request.getFilter().contains("open");
    FakeCommunities.answer(
        reply,
        () ->
            ListPrivacyRequestsResponse.newBuilder()
                .addAllPrivacyRequests(
                    stored.values().stream()
                        .filter(r -> !open || r.getState() != State.REFUSED)
                        .toList())
                .build());
  }

  @Override
  public void acknowledgePrivacyRequest(
      AcknowledgePrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    change(
        request.getName(),
        reply,
        r -> r.getAcknowledgementBuilder().setStopTime(FakePlan.NOW).setOverdue(false));
  }

  @Override
  public void verifyPrivacyRequest(
      VerifyPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    change(
        request.getName(),
        reply,
        r -> {
          if (request.getMethod() == PrivacyRequest.Method.METHOD_UNSPECIFIED) {
            throw new InvalidFields(List.of(Violation.required("method")));
          }
          r.setState(State.VERIFIED).setMethod(request.getMethod()).setVerifyTime(FakePlan.NOW);
        });
  }

  @Override
  public void extendPrivacyRequest(
      ExtendPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    change(request.getName(), reply, r -> r.setExtensionReason(request.getReason()));
  }

  @Override
  public void fulfilPrivacyRequest(
      FulfilPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    change(
        request.getName(),
        reply,
        r -> r.setState(State.FULFILLED).setOperation("operations/profiles-e1"));
  }

  @Override
  public void answerPrivacyRequest(
      AnswerPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    change(request.getName(), reply, r -> r.setState(State.ANSWERED).setReply(request.getReply()));
  }

  @Override
  public void refusePrivacyRequest(
      RefusePrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    change(request.getName(), reply, r -> r.setState(State.REFUSED).setReply(request.getReason()));
  }

  private void change(
      String name, StreamObserver<PrivacyRequest> reply, Consumer<PrivacyRequest.Builder> change) {
    FakeCommunities.answer(
        reply,
        () -> {
          var next = find(name).toBuilder();
          change.accept(next);
          put(next.build());
          return next.build();
        });
  }

  /** One file left with the person. */
  static final class Exports extends ExportServiceGrpc.ExportServiceImplBase {
    @Override
    public void listProfileExports(
        ListProfileExportsRequest request, StreamObserver<ListProfileExportsResponse> reply) {
      var export =
          ProfileExport.newBuilder()
              .setName("profileExports/x-1")
              .setActor("data")
              .setPurpose("MARKETING")
              .setCreateTime(FakePlan.NOW);
      FakeCommunities.answer(
          reply, () -> ListProfileExportsResponse.newBuilder().addExports(export).build());
    }
  }

  /** Without a request an officer looks a person up. */
  void requireShowing(String name) {
    if (!name.isEmpty() && !find(name).hasVerifyTime()) {
      throw new WrongState("REQUEST_UNVERIFIED", Map.of("name", name));
    }
  }

  private PrivacyRequest find(String name) {
    var found = stored.get(name);
    if (found == null) {
      throw NotFound.named(name);
    }
    return found;
  }
}
