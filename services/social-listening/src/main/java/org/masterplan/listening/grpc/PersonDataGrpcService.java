package org.masterplan.listening.grpc;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.listening.app.PersonListening;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ErasePersonDataResponse;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataResponse;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.MovePersonDataResponse;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.person.KeptRows;

/** What this service holds about a person. Translates; decides nothing. */
public final class PersonDataGrpcService extends PersonDataServiceGrpc.PersonDataServiceImplBase {
  private final PersonListening people;
  private final KeptRows kept;
  private final CallNotes notes;

  public PersonDataGrpcService(PersonListening people, KeptRows kept, CallNotes notes) {
    this.people = people;
    this.kept = kept;
    this.notes = notes;
  }

  @Override
  public void exportPersonData(
      ExportPersonDataRequest request, StreamObserver<ExportPersonDataResponse> reply) {
    var response = ExportPersonDataResponse.newBuilder();
    people.find(keys(request.getPerson())).forEach(item -> response.addItems(item(item)));
    response.addAllItems(kept.export(request.getPerson()));
    notes.didTo(request.getPerson(), "PERSON_EXPORTED", Caller.current().purpose());
    Wire.send(reply, response.build());
  }

  @Override
  public void erasePersonData(
      ErasePersonDataRequest request, StreamObserver<ErasePersonDataResponse> reply) {
    var person = request.getPerson();
    long erased = people.erase(keys(person), person.getOthersHandlesList()) + kept.erase(person);
    notes.didTo(request.getPerson(), "PERSON_ERASED", request.getReason());
    Wire.send(reply, ErasePersonDataResponse.newBuilder().setErased(erased).build());
  }

  /**
   * After a split an idea, a thread or a vote stays: under a profile it does not say which record's
   * person it was. Feedback says by which handle its author was found, and goes along with it.
   */
  @Override
  public void movePersonData(
      MovePersonDataRequest request, StreamObserver<MovePersonDataResponse> reply) {
    var parted = request.getOnly().getHandlesList();
    long moved =
        request.hasOnly()
            ? people.part(request.getFrom(), request.getTo(), parted)
            : people.move(request.getFrom(), request.getTo());
    Wire.send(reply, MovePersonDataResponse.newBuilder().setMoved(moved).build());
  }

  private static List<String> keys(PersonKeys person) {
    var keys = new ArrayList<>(person.getProfilesList());
    keys.addAll(person.getHandlesList());
    return keys;
  }

  private static ExportPersonDataResponse.Item item(PersonListening.Item held) {
    var values = Struct.newBuilder();
    held.values()
        .forEach(
            (field, text) ->
                values.putFields(field, Value.newBuilder().setStringValue(text).build()));
    return ExportPersonDataResponse.Item.newBuilder()
        .setResource(held.resource())
        .setKind(held.kind())
        .setValues(values)
        .setSinceTime(Wire.timestamp(held.since()))
        .build();
  }
}
