package org.masterplan.governance.contact.grpc;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.masterplan.governance.contact.app.PersonalData;
import org.masterplan.governance.contact.app.PersonalData.Split;
import org.masterplan.governance.contact.app.Trail;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.contact.domain.Suppression;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ErasePersonDataResponse;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataResponse;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.MovePersonDataResponse;
import org.masterplan.person.v1.PersonDataServiceGrpc.PersonDataServiceImplBase;
import org.masterplan.platform.call.Caller;

/** Shows, forgets and moves what governance holds about a person. */
public final class LedgerPersonData extends PersonDataServiceImplBase {
  private final PersonalData data;
  private final Audiences audiences;
  private final Trail trail;

  /** The other holding: who was in a message's audience. */
  public record Audiences(BiFunction<String, String, Integer> move, ToIntFunction<String> remove) {}

  public LedgerPersonData(PersonalData data, Audiences audiences, Trail trail) {
    this.data = data;
    this.audiences = audiences;
    this.trail = trail;
  }

  @Override
  public void exportPersonData(
      ExportPersonDataRequest request, StreamObserver<ExportPersonDataResponse> reply) {
    var keys = PersonKeyring.of(request.getPerson());
    var held = data.export(keys.all());
    var answer = ExportPersonDataResponse.newBuilder();
    held.accounts()
        .forEach(a -> a.suppressions().forEach(no -> answer.addItems(suppression(a, no))));
    held.contacts().forEach(c -> answer.addItems(contact(c)));
    noted(keys.profiles(), "PERSON_EXPORTED", Caller.current().purpose());
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  @Override
  public void erasePersonData(
      ErasePersonDataRequest request, StreamObserver<ErasePersonDataResponse> reply) {
    var keys = PersonKeyring.of(request.getPerson());
    int erased = data.erase(keys.profiles(), keys.points());
    erased += keys.profiles().stream().mapToInt(audiences.remove()).sum();
    noted(keys.profiles(), "PERSON_ERASED", request.getReason());
    reply.onNext(ErasePersonDataResponse.newBuilder().setErased(erased).build());
    reply.onCompleted();
  }

  @Override
  public void movePersonData(
      MovePersonDataRequest request, StreamObserver<MovePersonDataResponse> reply) {
    var split = request.hasOnly() || data.isPartOf(request.getTo(), request.getFrom());
    int moved = split ? parted(request) : merged(request);
    if (moved > 0) {
      noted(List.of(request.getFrom(), request.getTo()), "PERSON_MOVED", "");
    }
    reply.onNext(MovePersonDataResponse.newBuilder().setMoved(moved).build());
    reply.onCompleted();
  }

  private void noted(List<String> profiles, String act, String reason) {
    trail.didTo(profiles, "persons/-", new Trail.Act(Caller.current(), act, reason));
  }

  private int parted(MovePersonDataRequest request) {
    var split = new Split(request.getFrom(), request.getTo(), request.getJournal());
    return data.split(split, PersonKeyring.of(request.getOnly()).points());
  }

  private int merged(MovePersonDataRequest request) {
    int moved = data.merge(request.getFrom(), request.getTo(), request.getJournal());
    return moved + audiences.move().apply(request.getFrom(), request.getTo());
  }

  private static Item contact(Reservation contact) {
    var ask = contact.ask();
    return Item.newBuilder()
        .setResource(contact.name())
        .setKind("contact")
        .setSinceTime(ContactProtos.timestamp(ask.timeOr(contact.taken())))
        .setValues(
            Struct.newBuilder()
                .putFields("channel", text(ask.channel().name()))
                .putFields("messageClass", text(ask.messageClass().name()))
                .putFields("state", text(contact.state().name()))
                .putFields("message", text(ask.origin().message()))
                .putFields("businessUnit", text(ask.origin().unit())))
        .build();
  }

  private static Item suppression(Account account, Suppression no) {
    var kind = account.key().startsWith("profiles/") ? account.key() : "";
    return Item.newBuilder()
        .setResource(kind)
        .setKind("suppression")
        .setSinceTime(ContactProtos.timestamp(no.since()))
        .setValues(
            Struct.newBuilder()
                .putFields("channel", text(no.channel() == null ? "ALL" : no.channel().name()))
                .putFields(
                    "messageClass",
                    text(no.messageClass() == null ? "ALL" : no.messageClass().name()))
                .putFields("reason", text(no.reason())))
        .build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
