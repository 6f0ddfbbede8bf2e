package org.masterplan.abandonment.grpc;

import io.grpc.stub.StreamObserver;
import java.util.Locale;
import org.masterplan.abandonment.app.Rescue;
import org.masterplan.abandonment.app.RescueCaseFields;
import org.masterplan.abandonment.domain.RescueCase.Outcome;
import org.masterplan.abandonment.domain.RescueCase.Standing;
import org.masterplan.abandonment.v1.CloseRescueCaseRequest;
import org.masterplan.abandonment.v1.GetRescueCaseRequest;
import org.masterplan.abandonment.v1.ListRescueCasesRequest;
import org.masterplan.abandonment.v1.ListRescueCasesResponse;
import org.masterplan.abandonment.v1.NoteRescueCaseRequest;
import org.masterplan.abandonment.v1.RescueCase;
import org.masterplan.abandonment.v1.RescueCaseServiceGrpc;
import org.masterplan.abandonment.v1.StartRescueCaseRequest;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks {@code masterplan.abandonment.v1.RescueCaseService}. Translates; decides nothing. */
public final class RescueCaseGrpcService extends RescueCaseServiceGrpc.RescueCaseServiceImplBase {
  private static final Listing CASES =
      Listing.of(
              "ListRescueCases",
              RescueCaseFields.FILTERABLE,
              RescueCaseFields.SORTABLE,
              RescueCaseFields.NEWEST_FIRST)
          .of(RescueCase.getDescriptor());

  private final Rescue rescue;

  public RescueCaseGrpcService(Rescue rescue) {
    this.rescue = rescue;
  }

  @Override
  public void getRescueCase(GetRescueCaseRequest request, StreamObserver<RescueCase> reply) {
    send(reply, rescue.get(id(request.getName())));
  }

  @Override
  public void listRescueCases(
      ListRescueCasesRequest request, StreamObserver<ListRescueCasesResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = rescue.list(Paging.query(asked, CASES));
    var locale = Caller.language();
    Wire.send(
        reply,
        ListRescueCasesResponse.newBuilder()
            .addAllRescueCases(slice.map(r -> message(r, locale)).items())
            .setNextPageToken(Paging.token(asked, CASES, slice))
            .build());
  }

  @Override
  public void startRescueCase(StartRescueCaseRequest request, StreamObserver<RescueCase> reply) {
    var change = change(request.getEtag(), request.getReason());
    send(reply, rescue.start(id(request.getName()), request.getAssignee(), change));
  }

  @Override
  public void noteRescueCase(NoteRescueCaseRequest request, StreamObserver<RescueCase> reply) {
    var change = change(request.getEtag(), "");
    send(reply, rescue.note(id(request.getName()), request.getText(), change));
  }

  @Override
  public void closeRescueCase(CloseRescueCaseRequest request, StreamObserver<RescueCase> reply) {
    var outcome = Outcome.valueOf(request.getOutcome().name());
    var change = change(request.getEtag(), request.getReason());
    send(reply, rescue.close(id(request.getName()), outcome, change));
  }

  private static Rescue.Change change(String etag, String reason) {
    return new Rescue.Change(Caller.current(), Etags.revision(etag), reason);
  }

  private static String id(String name) {
    return ResourceName.parse("name", "rescueCases", name).id();
  }

  private static void send(
      StreamObserver<RescueCase> reply, org.masterplan.abandonment.domain.RescueCase rescue) {
    Wire.send(reply, message(rescue, Caller.language()));
  }

  private static RescueCase message(
      org.masterplan.abandonment.domain.RescueCase rescue, Locale locale) {
    var ship = rescue.ship();
    var message =
        RescueCase.newBuilder()
            .setName(rescue.name())
            .setCommunity("communities/" + ship.community())
            .setState(RescueCase.State.valueOf(RescueCaseFields.state(rescue)))
            .addAllReasons(PeopleProtos.reasons(ship.reasons(), locale))
            .setAssignee(rescue.assignee())
            .setDueDate(rescue.due().toString())
            .setBusinessUnit(ship.businessUnit())
            .setLastOwner(ship.lastOwner())
            .setCreateTime(Wire.timestamp(rescue.opened()))
            .setEtag(Etags.of(rescue.revision()));
    rescue.notes().forEach(n -> message.addNotes(note(n)));
    if (ship.aboard() != null) {
      message.setAboard(PeopleProtos.aboard(ship.aboard()));
    }
    if (rescue.standing() instanceof Standing.Closed closed) {
      message
          .setOutcome(RescueCase.Outcome.valueOf(closed.outcome().name()))
          .setDone(closed.done())
          .setCloseTime(Wire.timestamp(closed.at()));
    }
    return message.build();
  }

  private static RescueCase.Note note(org.masterplan.abandonment.domain.RescueCase.Note note) {
    return RescueCase.Note.newBuilder()
        .setAuthor(note.author())
        .setTime(Wire.timestamp(note.time()))
        .setText(note.text())
        .build();
  }
}
