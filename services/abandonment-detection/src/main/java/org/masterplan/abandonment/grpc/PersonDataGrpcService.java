package org.masterplan.abandonment.grpc;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.stub.StreamObserver;
import org.masterplan.abandonment.app.Activities;
import org.masterplan.abandonment.app.PersonActivity;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ErasePersonDataResponse;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataResponse;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.MovePersonDataResponse;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.person.KeptRows;

/**
 * What this service holds about a person: where somebody of that handle was active. Nothing is
 * filed under profiles, so a merge or a split moves nothing.
 */
public final class PersonDataGrpcService extends PersonDataServiceGrpc.PersonDataServiceImplBase {
  private final PersonActivity people;
  private final KeptRows kept;
  private final CallNotes notes;

  public PersonDataGrpcService(PersonActivity people, KeptRows kept, CallNotes notes) {
    this.people = people;
    this.kept = kept;
    this.notes = notes;
  }

  @Override
  public void exportPersonData(
      ExportPersonDataRequest request, StreamObserver<ExportPersonDataResponse> reply) {
    var response = ExportPersonDataResponse.newBuilder();
    var person = request.getPerson();
    var handles = person.getHandlesList();
    people.find(handles).forEach(presence -> response.addItems(item(presence)));
    response.addAllItems(kept.export(person, people.pseudonyms(handles)));
    notes.didTo(person, "PERSON_EXPORTED", Caller.current().purpose());
    Wire.send(reply, response.build());
  }

  @Override
  public void erasePersonData(
      ErasePersonDataRequest request, StreamObserver<ErasePersonDataResponse> reply) {
    var person = request.getPerson();
    var handles = person.getHandlesList();
    var names = new PersonActivity.Names(handles, person.getOthersHandlesList());
    long erased = people.erase(names) + kept.erase(person, people.pseudonyms(names.certain()));
    notes.didTo(person, "PERSON_ERASED", request.getReason());
    Wire.send(reply, ErasePersonDataResponse.newBuilder().setErased(erased).build());
  }

  @Override
  public void movePersonData(
      MovePersonDataRequest request, StreamObserver<MovePersonDataResponse> reply) {
    Wire.send(reply, MovePersonDataResponse.getDefaultInstance());
  }

  private static ExportPersonDataResponse.Item item(Activities.Presence presence) {
    var values =
        Struct.newBuilder()
            .putFields("events", number(presence.events()))
            .putFields("firstTime", text(presence.first().toString()))
            .putFields("lastTime", text(presence.last().toString()));
    return ExportPersonDataResponse.Item.newBuilder()
        .setResource("communities/" + presence.community() + "/health")
        .setKind("activity")
        .setValues(values)
        .setSinceTime(Wire.timestamp(presence.first()))
        .build();
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
