package org.masterplan.listening.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.text.Texts;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Hearing;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.domain.Feedback.Author;
import org.masterplan.listening.domain.Feedback.Standing;
import org.masterplan.listening.domain.Handles;
import org.masterplan.listening.domain.PersonalWords;
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
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks {@code masterplan.listening.v1.FeedbackService}. Translates; decides nothing. */
public final class FeedbackGrpcService extends FeedbackServiceImplBase {
  private static final String COLLECTION = "feedback";
  private static final Listing LISTING =
      Wire.listing("ListFeedback", Listed.FEEDBACK, Feedback.getDescriptor());
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
    var taken = desk.add(brought(id, request.getFeedback()), Caller.current(), "FEEDBACK_TAKEN_IN");
    Wire.send(reply, message(taken, Caller.current()));
  }

  @Override
  public void batchCreateFeedback(
      BatchCreateFeedbackRequest request, StreamObserver<BatchCreateFeedbackResponse> reply) {
    var brought =
        request.getRequestsList().stream()
            .map(each -> brought(chosen(each), each.getFeedback()))
            .toList();
    int created = hearing.takeIn(brought, Caller.current());
    Wire.send(
        reply,
        BatchCreateFeedbackResponse.newBuilder()
            .setCreated(created)
            .setUnchanged(brought.size() - created)
            .build());
  }

  /** Without an id the same call again would be something else. */
  private static String chosen(CreateFeedbackRequest request) {
    return ResourceName.chosen("requests.feedback_id", COLLECTION, request.getFeedbackId()).id();
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
    Wire.send(reply, message(found, Caller.current()));
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
    var slice = desk.list(Paging.query(asked, LISTING));
    var actor = Caller.current();
    Wire.send(
        reply,
        ListFeedbackResponse.newBuilder()
            .addAllFeedback(slice.map(f -> message(f, actor)).items())
            .setNextPageToken(Paging.token(asked, LISTING, slice))
            .build());
  }

  @Override
  public void summarizeFeedback(
      SummarizeFeedbackRequest request, StreamObserver<SummarizeFeedbackResponse> reply) {
    var query = Paging.query(new ListRequest(1, "", request.getFilter(), ""), LISTING);
    var answer =
        SummarizeFeedbackResponse.newBuilder().setAsOfTime(Wire.timestamp(clock.instant()));
    hearing
        .count(query.filter())
        .forEach(
            count ->
                answer.addCounts(
                    SummarizeFeedbackResponse.Count.newBuilder()
                        .setType(Feedback.Type.valueOf(count.type().name()))
                        .setAuthorStanding(standing(count.standing()))
                        .setFeedback(count.feedback())));
    Wire.send(reply, answer.build());
  }

  @Override
  public void resolveFeedbackAuthors(
      ResolveFeedbackAuthorsRequest request, StreamObserver<ResolveFeedbackAuthorsResponse> reply) {
    var asked =
        new ListRequest(request.getPageSize(), request.getPageToken(), request.getFilter(), "");
    var query = Paging.query(asked, AUTHORS);
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

  /** Who may see authors: whoever answers for personal data and says what for. */
  private static boolean sees(Actor actor) {
    return actor.is(Role.SERVICE) || (actor.is(Role.PRIVACY_OFFICER) && !actor.purpose().isEmpty());
  }

  private static Feedback message(org.masterplan.listening.domain.Feedback feedback, Actor actor) {
    var said = feedback.said();
    var author = feedback.author();
    return Feedback.newBuilder()
        .setName(feedback.name())
        .setType(Feedback.Type.valueOf(said.type().name()))
        .setText(PersonalWords.masked(said.text()))
        .setAuthor(sees(actor) ? author.handle() : masked(author))
        .setCommunity(said.community())
        .setProductLine(said.productLine())
        .setTime(Wire.timestamp(said.time()))
        .setPlatform(author.platform())
        .setProfile(author.profile())
        .setAuthorStanding(standing(author.standing()))
        .setEtag(Etags.of(feedback.revision()))
        .build();
  }

  private static String masked(Author author) {
    if (author.handle().isEmpty()) {
      return "";
    }
    var handle = author.handle().substring(author.platform().length() + 1);
    return author.platform() + ":" + PersonalWords.handle(handle);
  }

  private static Feedback.AuthorStanding standing(Standing standing) {
    return Feedback.AuthorStanding.valueOf(standing.name());
  }
}
