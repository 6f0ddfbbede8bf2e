package org.masterplan.profiles.request.grpc;

import io.grpc.stub.StreamObserver;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.profiles.request.app.RequestDesk;
import org.masterplan.profiles.request.app.RequestDesk.Act;
import org.masterplan.profiles.request.app.RequestFields;
import org.masterplan.profiles.v1.AcknowledgePrivacyRequestRequest;
import org.masterplan.profiles.v1.AnswerPrivacyRequestRequest;
import org.masterplan.profiles.v1.CreatePrivacyRequestRequest;
import org.masterplan.profiles.v1.ExtendPrivacyRequestRequest;
import org.masterplan.profiles.v1.FulfilPrivacyRequestRequest;
import org.masterplan.profiles.v1.GetPrivacyRequestRequest;
import org.masterplan.profiles.v1.ListPrivacyRequestsRequest;
import org.masterplan.profiles.v1.ListPrivacyRequestsResponse;
import org.masterplan.profiles.v1.PrivacyRequest;
import org.masterplan.profiles.v1.PrivacyRequestServiceGrpc;
import org.masterplan.profiles.v1.RefusePrivacyRequestRequest;
import org.masterplan.profiles.v1.VerifyPrivacyRequestRequest;

/** Speaks {@code masterplan.profiles.v1.PrivacyRequestService}. Translates; decides nothing. */
public final class PrivacyRequestGrpcService
    extends PrivacyRequestServiceGrpc.PrivacyRequestServiceImplBase {
  private static final Listing LISTING =
      Listing.of(
          "ListPrivacyRequests", RequestFields.ALL, RequestFields.SORTABLE, RequestFields.DEFAULT);

  private final RequestDesk desk;

  public PrivacyRequestGrpcService(RequestDesk desk) {
    this.desk = desk;
  }

  @Override
  public void createPrivacyRequest(
      CreatePrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    var wish = RequestProtos.wish(request.getPrivacyRequest(), desk.now());
    send(reply, desk.receive(wish, Caller.current()));
  }

  @Override
  public void getPrivacyRequest(
      GetPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    send(reply, desk.get(name(request.getName())));
  }

  @Override
  public void listPrivacyRequests(
      ListPrivacyRequestsRequest request, StreamObserver<ListPrivacyRequestsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var page = desk.list(Paging.query(asked, LISTING));
    var now = desk.now();
    reply.onNext(
        ListPrivacyRequestsResponse.newBuilder()
            .addAllPrivacyRequests(
                page.items().stream().map(r -> RequestProtos.message(r, now)).toList())
            .setNextPageToken(Paging.token(asked, LISTING, page))
            .build());
    reply.onCompleted();
  }

  @Override
  public void acknowledgePrivacyRequest(
      AcknowledgePrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    send(reply, desk.acknowledge(act(request.getName(), request.getEtag())));
  }

  @Override
  public void verifyPrivacyRequest(
      VerifyPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    var method = RequestProtos.method(request.getMethod());
    send(reply, desk.verify(act(request.getName(), request.getEtag()), method));
  }

  @Override
  public void extendPrivacyRequest(
      ExtendPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    var act = act(request.getName(), request.getEtag());
    send(reply, desk.extend(act, request.getReason()));
  }

  @Override
  public void fulfilPrivacyRequest(
      FulfilPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    send(reply, desk.fulfil(act(request.getName(), request.getEtag())));
  }

  @Override
  public void answerPrivacyRequest(
      AnswerPrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    send(reply, desk.answer(act(request.getName(), request.getEtag()), request.getReply()));
  }

  @Override
  public void refusePrivacyRequest(
      RefusePrivacyRequestRequest request, StreamObserver<PrivacyRequest> reply) {
    var act = act(request.getName(), request.getEtag());
    send(reply, desk.refuse(act, request.getReason()));
  }

  private static Act act(String name, String etag) {
    return new Act(name(name), Etags.revision(etag), Caller.current());
  }

  private static ResourceName name(String text) {
    return ResourceName.parse("name", "privacyRequests", text);
  }

  private void send(
      StreamObserver<PrivacyRequest> reply,
      org.masterplan.profiles.request.domain.PrivacyRequest request) {
    reply.onNext(RequestProtos.message(request, desk.now()));
    reply.onCompleted();
  }
}
