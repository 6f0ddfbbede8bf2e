package org.masterplan.gateway;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.OperationsServiceGrpc;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.EraseResult;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.PersonalDataPackage;
import org.masterplan.profiles.v1.PrivacyServiceGrpc;

/** A privacy desk that notes what it is asked. */
final class FakePrivacy extends PrivacyServiceGrpc.PrivacyServiceImplBase {
  private static final String OPERATION = "operations/customer-profiles-e1";
  String reason = "";
  boolean complete;

  void reset() {
    reason = "";
    complete = false;
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
          return Operation.newBuilder().setName(OPERATION).build();
        });
  }

  @Override
  public void exportPersonalData(
      ExportPersonalDataRequest request, StreamObserver<PersonalDataPackage> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            PersonalDataPackage.newBuilder()
                .setProfile(request.getName())
                .addParts(
                    PersonalDataPackage.Part.newBuilder()
                        .setService("community-registry")
                        .addItems(Item.newBuilder().setKind("membership")))
                .setAsOfTime(FakePlan.NOW)
                .build());
  }

  /** How far the erasure is. */
  final class Operations extends OperationsServiceGrpc.OperationsServiceImplBase {
    @Override
    public void getOperation(GetOperationRequest request, StreamObserver<Operation> reply) {
      var operation = Operation.newBuilder().setName(request.getName()).setDone(complete);
      if (complete) {
        var result = EraseResult.newBuilder().setErased(7).addConfirmed("community-registry");
        operation.setResponse(Any.pack(result.build()));
      }
      FakeCommunities.answer(reply, operation::build);
    }
  }
}
