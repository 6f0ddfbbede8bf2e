package org.masterplan.listening.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.v1.CloseIncidentRequest;
import org.masterplan.listening.v1.CreateIncidentRequest;
import org.masterplan.listening.v1.GetIncidentRequest;
import org.masterplan.listening.v1.Incident;
import org.masterplan.listening.v1.IncidentServiceGrpc;
import org.masterplan.listening.v1.ListIncidentChangesRequest;
import org.masterplan.listening.v1.ListIncidentChangesResponse;
import org.masterplan.listening.v1.ListIncidentsRequest;
import org.masterplan.listening.v1.ListIncidentsResponse;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks {@code masterplan.listening.v1.IncidentService}. Translates; decides nothing. */
public final class IncidentGrpcService extends IncidentServiceGrpc.IncidentServiceImplBase {
  private static final String COLLECTION = "incidents";
  private static final Listing LISTING =
      Wire.listing(
          "ListIncidents", Listed.INCIDENTS, org.masterplan.listening.v1.Incident.getDescriptor());

  private final Desk<org.masterplan.listening.domain.Incident> desk;
  private final Clock clock;

  public IncidentGrpcService(Desk<org.masterplan.listening.domain.Incident> desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void createIncident(CreateIncidentRequest request, StreamObserver<Incident> reply) {
    var asked = request.getIncident();
    var reach =
        new org.masterplan.listening.domain.Incident.Reach(
            Wire.names("incident.communities", "communities", asked.getCommunitiesList()),
            Wire.names("incident.segments", "segments", asked.getSegmentsList()),
            Wire.names("incident.product_lines", "productLines", asked.getProductLinesList()));
    var incident =
        new org.masterplan.listening.domain.Incident(
            Wire.newId("incident_id", COLLECTION, request.getIncidentId()),
            Wire.words("incident.title", asked.getTitle()),
            asked.getText(),
            reach,
            asked.getVoice(),
            clock.instant(),
            null,
            1);
    Wire.send(reply, message(desk.add(incident, Caller.current(), "INCIDENT_OPENED")));
  }

  @Override
  public void getIncident(GetIncidentRequest request, StreamObserver<Incident> reply) {
    Wire.send(reply, message(desk.get(Wire.id("name", COLLECTION, request.getName()))));
  }

  @Override
  public void listIncidents(
      ListIncidentsRequest request, StreamObserver<ListIncidentsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = desk.list(Paging.query(asked, LISTING));
    Wire.send(
        reply,
        ListIncidentsResponse.newBuilder()
            .addAllIncidents(slice.map(IncidentGrpcService::message).items())
            .setNextPageToken(Paging.token(asked, LISTING, slice))
            .build());
  }

  @Override
  public void closeIncident(CloseIncidentRequest request, StreamObserver<Incident> reply) {
    var closed =
        desk.change(
            Wire.id("name", COLLECTION, request.getName()),
            Wire.change("INCIDENT_CLOSED", request.getEtag(), request.getReason()),
            incident -> incident.close(request.getReason(), clock.instant()));
    Wire.send(reply, message(closed));
  }

  @Override
  public void listIncidentChanges(
      ListIncidentChangesRequest request, StreamObserver<ListIncidentChangesResponse> reply) {
    var changes = desk.changes(request.getToken(), Wire.feedSize(request.getPageSize()));
    Wire.send(
        reply,
        ListIncidentChangesResponse.newBuilder()
            .addAllIncidents(changes.items().stream().map(IncidentGrpcService::message).toList())
            .setNextToken(changes.token())
            .setMore(changes.more())
            .build());
  }

  private static Incident message(org.masterplan.listening.domain.Incident incident) {
    var closing = incident.closing();
    var message =
        Incident.newBuilder()
            .setName(incident.name())
            .setTitle(incident.title())
            .setText(incident.text())
            .addAllCommunities(incident.reach().communities())
            .addAllSegments(incident.reach().segments())
            .addAllProductLines(incident.reach().productLines())
            .setVoice(incident.voice())
            .setState(closing == null ? Incident.State.OPEN : Incident.State.CLOSED)
            .setCreateTime(Wire.timestamp(incident.opened()))
            .setEtag(Etags.of(incident.revision()));
    if (closing != null) {
      message.setLesson(closing.words()).setCloseTime(Wire.timestamp(closing.at()));
    }
    return message.build();
  }
}
