package org.masterplan.registry.member.grpc;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.masterplan.registry.member.app.MemberHoldings;
import org.masterplan.registry.member.app.MemberHoldings.Person;
import org.masterplan.registry.member.app.Members;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.resource.grpc.Replies;

/** Speaks {@code masterplan.person.v1.PersonDataService} for what the register holds. */
public final class MemberPersonDataGrpcService
    extends PersonDataServiceGrpc.PersonDataServiceImplBase {
  private final MemberHoldings holdings;
  private final KeptRows kept;
  private final CallNotes notes;

  public MemberPersonDataGrpcService(MemberHoldings holdings, KeptRows kept, CallNotes notes) {
    this.holdings = holdings;
    this.kept = kept;
    this.notes = notes;
  }

  @Override
  public void exportPersonData(
      ExportPersonDataRequest request, StreamObserver<ExportPersonDataResponse> reply) {
    var answer = ExportPersonDataResponse.newBuilder();
    for (var member : holdings.of(person(request.getPerson()))) {
      var item =
          answer
              .addItemsBuilder()
              .setResource(member.name().toString())
              .setKind("membership")
              .setValues(values(member));
      member.joined().ifPresent(t -> item.setSinceTime(Replies.time(t)));
    }
    for (var other : holdings.others(person(request.getPerson()))) {
      answer.addOthersBuilder().setHandle(other.keys().account()).setProfile(other.profile());
    }
    answer.addAllItems(kept.export(request.getPerson()));
    notes.didTo(request.getPerson(), "PERSON_EXPORTED", Caller.current().purpose());
    Replies.send(reply, answer.build());
  }

  @Override
  public void erasePersonData(
      ErasePersonDataRequest request, StreamObserver<ErasePersonDataResponse> reply) {
    var erased = holdings.erase(person(request.getPerson()), Caller.current(), request.getReason());
    erased += kept.erase(request.getPerson());
    notes.didTo(request.getPerson(), "PERSON_ERASED", request.getReason());
    Replies.send(reply, ErasePersonDataResponse.newBuilder().setErased(erased).build());
  }

  @Override
  public void movePersonData(
      MovePersonDataRequest request, StreamObserver<MovePersonDataResponse> reply) {
    var move = new Members.Move(request.getFrom(), request.getTo(), request.getJournal());
    var moved = holdings.move(move, tokens(request.getOnly()), Caller.current());
    Replies.send(reply, MovePersonDataResponse.newBuilder().setMoved(moved).build());
  }

  private static Person person(PersonKeys keys) {
    var anywhere = keys.getHandlesList().stream().filter(h -> h.indexOf(':') < 0).toList();
    return new Person(keys.getProfilesList(), tokens(keys), anywhere, keys.getOthersHandlesList());
  }

  private static List<String> tokens(PersonKeys keys) {
    var tokens = new ArrayList<String>();
    keys.getPhonesList().forEach(p -> tokens.add("phone:" + p));
    keys.getEmailsList().forEach(e -> tokens.add("email:" + e.toLowerCase(Locale.ROOT)));
    keys.getHandlesList().forEach(h -> tokens.add("handle:" + h.toLowerCase(Locale.ROOT)));
    keys.getRecordsList().forEach(r -> tokens.add("record:" + r));
    return tokens;
  }

  private static Struct values(Member member) {
    var values = Struct.newBuilder();
    put(values, "community", member.community());
    put(values, "state", member.state().name());
    put(values, "platform", member.keys().platform());
    put(values, "handle", member.keys().handle());
    put(values, "email", member.keys().email());
    put(values, "phone", member.keys().phone());
    put(values, "record", member.keys().record());
    member.joined().ifPresent(t -> put(values, "join_time", t.toString()));
    member.left().ifPresent(t -> put(values, "leave_time", t.toString()));
    return values.build();
  }

  private static void put(Struct.Builder values, String field, String text) {
    if (!text.isEmpty()) {
      values.putFields(field, Value.newBuilder().setStringValue(text).build());
    }
  }
}
