package org.masterplan.profiles.privacy.grpc;

import io.grpc.stub.StreamObserver;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ErasePersonDataResponse;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataResponse;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.MovePersonDataResponse;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.privacy.app.OwnHoldings;

/** Speaks {@code masterplan.person.v1.PersonDataService} for what profiles hold. */
public final class PersonDataGrpcService extends PersonDataServiceGrpc.PersonDataServiceImplBase {
  private final OwnHoldings holdings;

  public PersonDataGrpcService(OwnHoldings holdings) {
    this.holdings = holdings;
  }

  @Override
  public void exportPersonData(
      ExportPersonDataRequest request, StreamObserver<ExportPersonDataResponse> reply) {
    var found = holdings.export(PrivacyProtos.keys(request.getPerson()));
    send(
        reply,
        ExportPersonDataResponse.newBuilder()
            .addAllItems(found.stream().map(PrivacyProtos::item).toList())
            .build());
  }

  @Override
  public void erasePersonData(
      ErasePersonDataRequest request, StreamObserver<ErasePersonDataResponse> reply) {
    var person = PrivacyProtos.keys(request.getPerson());
    long erased = holdings.erase(person, Caller.current().subject(), request.getReason());
    send(reply, ErasePersonDataResponse.newBuilder().setErased(erased).build());
  }

  /** Nothing to do: records and consents follow the journal by themselves. */
  @Override
  public void movePersonData(
      MovePersonDataRequest request, StreamObserver<MovePersonDataResponse> reply) {
    send(reply, MovePersonDataResponse.getDefaultInstance());
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
