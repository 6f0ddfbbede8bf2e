package org.masterplan.listening.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.text.Texts;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Hearing;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.domain.Feedback.Author;
import org.masterplan.listening.domain.Feedback.Standing;
import org.masterplan.listening.domain.Handles;
import org.masterplan.listening.v1.BatchCreateFeedbackRequest;
import org.masterplan.listening.v1.BatchCreateFeedbackResponse;
import org.masterplan.listening.v1.CreateFeedbackRequest;
import org.masterplan.listening.v1.Feedback;
import org.masterplan.listening.v1.FeedbackServiceGrpc.FeedbackServiceImplBase;
import org.masterplan.listening.v1.GetFeedbackRequest;
import org.masterplan.listening.v1.ListFeedbackRequest;
import org.masterplan.listening.v1.ListFeedbackResponse;
import org.masterplan.listening.v1.ResolveFeedbackAuthorsRequest;
import org.masterplan.listening.v1.ResolveFeedbackAuthorsResponse;
import org.masterplan.listening.v1.SummarizeFeedbackRequest;
import org.masterplan.listening.v1.SummarizeFeedbackResponse;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks {@code masterplan.listening.v1.FeedbackService}. Translates; decides nothing. */
public final class FeedbackGrpcService extends FeedbackServiceImplBase {
  private static final String COLLECTION = "feedback";
  private static final Listing LISTING =
      Wire.listing("ListFeedback", Listed.FEEDBACK, Feedback.getDescriptor());
  private static final Listing OF_ANYBODY =
      Wire.listing("ListFeedback", Listed.FEEDBACK_OF_ANYBODY, Feedback.getDescriptor());
  private static final Listing AUTHORS =
      Wire.listing("ResolveFeedbackAuthors", Listed.FEEDBACK, Feedback.getDescriptor());

  private final Desk<org.masterplan.listening.domain.Feedback> desk;
  private final Hearing hearing;
  private final Clock clock;

  public FeedbackGrpcService(
      Desk<org.masterplan.listening.domain.Feedback> desk, Hearing hearing, Clock clock) {
    this.desk = desk;
    this.hearing = hearing;
    this.clock = clock;
  }

  @Override
  public void createFeedback(CreateFeedbackRequest request, StreamObserver<Feedback> reply) {
    var id = Wire.newId("feedback_id", COLLECTION, request.getFeedbackId());
    var one = new Hearing.Brought("feedback", brought(id, request.getFeedback()));
    var taken = hearing.takeIn(one, Caller.current());
    Wire.send(reply, FeedbackProtos.message(taken, Caller.current()));
  }

  @Override
  public void batchCreateFeedback(
      BatchCreateFeedbackRequest request, StreamObserver<BatchCreateFeedbackResponse> reply) {
    var brought = new ArrayList<Hearing.Brought>();
    for (var each : request.getRequestsList()) {
      var path = "requests[" + brought.size() + "]";
      brought.add(
          new Hearing.Brought(path + ".feedback", brought(chosen(path, each), each.getFeedback())));
    }
    int created = hearing.takeIn(brought, Caller.current());
    Wire.send(
        reply,
        BatchCreateFeedbackResponse.newBuilder()
            .setCreated(created)
            .setUnchanged(brought.size() - created)
            .build());
  }

  /** Without an id the same call again would be something else. */
  private static String chosen(String path, CreateFeedbackRequest request) {
    return ResourceName.chosen(path + ".feedback_id", COLLECTION, request.getFeedbackId()).id();
  }

  private org.masterplan.listening.domain.Feedback brought(String id, Feedback asked) {
    var time = asked.getTime();
    var said =
        new org.masterplan.listening.domain.Feedback.Said(
            org.masterplan.listening.domain.Feedback.Type.valueOf(asked.getType().name()),
            Texts.canonical(asked.getText()),
            asked.getCommunity(),
            asked.getProductLine(),
            asked.hasTime()
                ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos())
                : clock.instant());
    var author =
        asked.getAuthor().isEmpty() ? Author.NOBODY : Author.of(Handles.person(asked.getAuthor()));
    return new org.masterplan.listening.domain.Feedback(id, said, author, 1);
  }

  @Override
  public void getFeedback(GetFeedbackRequest request, StreamObserver<Feedback> reply) {
    var found = desk.get(Wire.id("name", COLLECTION, request.getName()));
    Wire.send(reply, FeedbackProtos.message(found, Caller.current()));
  }

  @Override
  public void listFeedback(
      ListFeedbackRequest request, StreamObserver<ListFeedbackResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var actor = Caller.current();
    var listing = listing(actor);
    var slice = desk.list(Wire.query(asked, listing));
    Wire.send(
        reply,
        ListFeedbackResponse.newBuilder()
            .addAllFeedback(slice.map(f -> FeedbackProtos.message(f, actor)).items())
            .setNextPageToken(Paging.token(asked, listing, slice))
            .build());
  }

  @Override
  public void summarizeFeedback(
      SummarizeFeedbackRequest request, StreamObserver<SummarizeFeedbackResponse> reply) {
    var actor = Caller.current();
    var query = Wire.query(new ListRequest(1, "", request.getFilter(), ""), listing(actor));
    var answer =
        SummarizeFeedbackResponse.newBuilder().setAsOfTime(Wire.timestamp(clock.instant()));
    if (actor.knowsOfAllUnits()) {
      hearing.count(query.filter()).forEach(c -> answer.addCounts(FeedbackProtos.count(c)));
    } else {
      hearing
          .countTypes(query.filter())
          .forEach((type, count) -> answer.addCounts(FeedbackProtos.count(type, count)));
    }
    Wire.send(reply, answer.build());
  }

  /** By whom something is, whoever acts for a unit may not ask either. */
  private static Listing listing(Actor reader) {
    return reader.knowsOfAllUnits() ? LISTING : OF_ANYBODY;
  }

  @Override
  public void resolveFeedbackAuthors(
      ResolveFeedbackAuthorsRequest request, StreamObserver<ResolveFeedbackAuthorsResponse> reply) {
    var asked =
        new ListRequest(request.getPageSize(), request.getPageToken(), request.getFilter(), "");
    var query = Wire.query(asked, AUTHORS);
    var found = hearing.lookUp(query, Caller.current());
    Wire.send(
        reply,
        ResolveFeedbackAuthorsResponse.newBuilder()
            .setCurrent(found.by().getOrDefault(Standing.CURRENT_CUSTOMER, 0))
            .setPotential(found.by().getOrDefault(Standing.POTENTIAL_CUSTOMER, 0))
            .setUnknown(found.by().getOrDefault(Standing.UNKNOWN_AUTHOR, 0))
            .setNextPageToken(Paging.token(asked, AUTHORS, new Slice<>(List.of(), found.next())))
            .build());
  }
}
