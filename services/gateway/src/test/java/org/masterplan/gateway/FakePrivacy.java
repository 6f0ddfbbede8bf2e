package org.masterplan.gateway;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.OperationsServiceGrpc;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.EraseResult;
import org.masterplan.profiles.v1.Erasure;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.GetErasureRequest;
import org.masterplan.profiles.v1.PersonalDataPackage;
import org.masterplan.profiles.v1.PrivacyServiceGrpc;

/** A privacy desk that notes what it is asked. */
final class FakePrivacy extends PrivacyServiceGrpc.PrivacyServiceImplBase {
  private static final String OPERATION = "operations/profiles-e";

  /** The erasures asked for, by the ids of their requests. */
  final Map<String, String> erasures = new LinkedHashMap<>();

  /** A service that does not answer; empty: all of them do. */
  String silent = "";

  String reason = "";
  boolean complete;

  /** The register of requests. */
  final FakePrivacyRequests asked = new FakePrivacyRequests();

  List<BindableService> services() {
    return List.of(this, new Operations(), asked, new FakePrivacyRequests.Exports());
  }

  void reset() {
    erasures.clear();
    silent = "";
    reason = "";
    complete = false;
    asked.reset();
  }

  @Override
  public void eraseProfile(EraseProfileRequest request, StreamObserver<Operation> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          if (request.getReason().isEmpty()) {
            throw new InvalidFields(List.of(Violation.required("reason")));
          }
          reason = request.getReason();
          var id = request.getRequestId().isEmpty() ? "" + erasures.size() : request.getRequestId();
          erasures.putIfAbsent(id, OPERATION + (erasures.size() + 1));
          return Operation.newBuilder().setName(erasures.get(id)).build();
        });
  }

  @Override
  public void exportPersonalData(
      ExportPersonalDataRequest request, StreamObserver<PersonalDataPackage> reply) {
    if (!silent.isEmpty() && !request.getAllowPartial()) {
      reply.onError(Status.UNAVAILABLE.withDescription(silent).asRuntimeException());
      return;
    }
    var held =
        PersonalDataPackage.newBuilder()
            .setProfile(request.getName())
            .addParts(
                PersonalDataPackage.Part.newBuilder()
                    .setService("community-registry")
                    .addItems(Item.newBuilder().setKind("membership")))
            .setAsOfTime(FakePlan.NOW);
    if (!silent.isEmpty()) {
      held.addMissing(silent);
    }
    FakeCommunities.answer(
        reply,
        () -> {
          asked.requireShowing(request.getPrivacyRequest());
          return held.build();
        });
  }

  @Override
  public void getErasure(GetErasureRequest request, StreamObserver<Erasure> reply) {
    var erasure =
        Erasure.newBuilder()
            .setName(request.getName())
            .setProfile("profiles/p7k2m9")
            .setErased(7)
            .addRemainders(
                Erasure.Remainder.newBuilder().setPlatform("zalo").setProfile("profiles/other"))
            .addConfirmations(
                Erasure.Confirmation.newBuilder()
                    .setService("community-registry")
                    .setErased(7)
                    .setConfirmTime(FakePlan.NOW));
    if (complete) {
      erasure.setCompleteTime(FakePlan.NOW);
    } else {
      erasure.addWaiting("social-listening");
    }
    FakeCommunities.answer(reply, erasure::build);
  }

  /** How far the erasure is. */
  final class Operations extends OperationsServiceGrpc.OperationsServiceImplBase {
    @Override
    public void getOperation(GetOperationRequest request, StreamObserver<Operation> reply) {
      if (request.getName().startsWith(FakeConnections.OPERATIONS)) {
        FakeCommunities.answer(reply, () -> FakeConnections.operation(request.getName()));
        return;
      }
      var operation = Operation.newBuilder().setName(request.getName()).setDone(complete);
      if (complete) {
        var result = EraseResult.newBuilder().setErased(7).addConfirmed("community-registry");
        operation.setResponse(Any.pack(result.build()));
      }
      if (!silent.isEmpty()) {
        var away = com.google.rpc.Status.newBuilder().setCode(Status.Code.UNAVAILABLE.value());
        operation.setDone(true).setError(away.setMessage("Away: " + silent + "."));
      }
      FakeCommunities.answer(reply, operation::build);
    }
  }
}
