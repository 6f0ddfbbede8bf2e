package org.masterplan.listening.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.domain.Handles;
import org.masterplan.listening.domain.Talk;
import org.masterplan.listening.v1.CloseThreadRequest;
import org.masterplan.listening.v1.CreateThreadRequest;
import org.masterplan.listening.v1.GetThreadRequest;
import org.masterplan.listening.v1.ListThreadsRequest;
import org.masterplan.listening.v1.ListThreadsResponse;
import org.masterplan.listening.v1.Thread;
import org.masterplan.listening.v1.ThreadServiceGrpc;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks {@code masterplan.listening.v1.ThreadService}. Translates; decides nothing. */
public final class ThreadGrpcService extends ThreadServiceGrpc.ThreadServiceImplBase {
  private static final String COLLECTION = "threads";
  private static final Listing LISTING =
      Wire.listing(
          "ListThreads", Listed.THREADS, org.masterplan.listening.v1.Thread.getDescriptor());

  private final Desk<Talk> desk;
  private final Clock clock;

  public ThreadGrpcService(Desk<Talk> desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void createThread(CreateThreadRequest request, StreamObserver<Thread> reply) {
    var asked = request.getThread();
    var talk =
        new Talk(
            Wire.newId("thread_id", COLLECTION, request.getThreadId()),
            Wire.words("thread.title", asked.getTitle()),
            Wire.name("thread.community", "communities", asked.getCommunity()),
            asked.getLink(),
            asked.getAuthor().isEmpty() ? "" : Handles.person(asked.getAuthor()),
            clock.instant(),
            null,
            1);
    Wire.send(reply, message(desk.add(talk, Caller.current(), "THREAD_OPENED")));
  }

  @Override
  public void getThread(GetThreadRequest request, StreamObserver<Thread> reply) {
    Wire.send(reply, message(desk.get(Wire.id("name", COLLECTION, request.getName()))));
  }

  @Override
  public void listThreads(ListThreadsRequest request, StreamObserver<ListThreadsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = desk.list(Paging.query(asked, LISTING));
    Wire.send(
        reply,
        ListThreadsResponse.newBuilder()
            .addAllThreads(slice.map(ThreadGrpcService::message).items())
            .setNextPageToken(Paging.token(asked, LISTING, slice))
            .build());
  }

  @Override
  public void closeThread(CloseThreadRequest request, StreamObserver<Thread> reply) {
    var closed =
        desk.change(
            Wire.id("name", COLLECTION, request.getName()),
            Wire.change("THREAD_CLOSED", request.getEtag(), request.getReason()),
            talk -> talk.close(request.getReason(), clock.instant()));
    Wire.send(reply, message(closed));
  }

  private static Thread message(Talk talk) {
    var closing = talk.closing();
    var message =
        Thread.newBuilder()
            .setName(talk.name())
            .setTitle(talk.title())
            .setCommunity(talk.community())
            .setLink(talk.link())
            .setState(closing == null ? Thread.State.OPEN : Thread.State.CLOSED)
            .setCreateTime(Wire.timestamp(talk.opened()))
            .setEtag(Etags.of(talk.revision()));
    if (closing != null) {
      message.setCloseTime(Wire.timestamp(closing.at()));
    }
    return message.build();
  }
}
