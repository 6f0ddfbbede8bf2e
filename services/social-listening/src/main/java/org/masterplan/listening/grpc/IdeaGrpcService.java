package org.masterplan.listening.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Ideas;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.domain.Handles;
import org.masterplan.listening.v1.AnswerIdeaRequest;
import org.masterplan.listening.v1.CreateIdeaRequest;
import org.masterplan.listening.v1.GetIdeaRequest;
import org.masterplan.listening.v1.Idea;
import org.masterplan.listening.v1.IdeaServiceGrpc;
import org.masterplan.listening.v1.ListIdeasRequest;
import org.masterplan.listening.v1.ListIdeasResponse;
import org.masterplan.listening.v1.MergeIdeaRequest;
import org.masterplan.listening.v1.VoteIdeaRequest;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks {@code masterplan.listening.v1.IdeaService}. Translates; decides nothing. */
public final class IdeaGrpcService extends IdeaServiceGrpc.IdeaServiceImplBase {
  private static final String COLLECTION = "ideas";
  private static final Listing LISTING =
      Wire.listing("ListIdeas", Listed.IDEAS, org.masterplan.listening.v1.Idea.getDescriptor());

  private final Desk<org.masterplan.listening.domain.Idea> desk;
  private final Ideas ideas;
  private final CallNotes notes;
  private final Clock clock;

  public IdeaGrpcService(
      Desk<org.masterplan.listening.domain.Idea> desk, Ideas ideas, CallNotes notes, Clock clock) {
    this.desk = desk;
    this.ideas = ideas;
    this.notes = notes;
    this.clock = clock;
  }

  @Override
  public void createIdea(CreateIdeaRequest request, StreamObserver<Idea> reply) {
    var asked = request.getIdea();
    var author = asked.getAuthor().isEmpty() ? "" : Handles.person(asked.getAuthor());
    var idea =
        new org.masterplan.listening.domain.Idea(
            Wire.newId("idea_id", COLLECTION, request.getIdeaId()),
            Wire.words("idea.title", asked.getTitle()),
            asked.getText(),
            Wire.name("idea.community", "communities", asked.getCommunity()),
            author,
            org.masterplan.listening.domain.Idea.State.NEW,
            "",
            null,
            clock.instant(),
            1);
    send(reply, ideas.voted(desk.add(idea, Caller.current(), "IDEA_POSTED")));
  }

  @Override
  public void getIdea(GetIdeaRequest request, StreamObserver<Idea> reply) {
    send(reply, ideas.get(id(request.getName())));
  }

  @Override
  public void listIdeas(ListIdeasRequest request, StreamObserver<ListIdeasResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = ideas.list(Paging.query(asked, LISTING));
    Wire.send(
        reply,
        ListIdeasResponse.newBuilder()
            .addAllIdeas(slice.map(IdeaGrpcService::message).items())
            .setNextPageToken(Paging.token(asked, LISTING, slice))
            .build());
  }

  @Override
  public void voteIdea(VoteIdeaRequest request, StreamObserver<Idea> reply) {
    var voted = ideas.vote(id(request.getName()), request.getVoter());
    notes.did("IDEA_VOTED", voted.idea().name(), "");
    send(reply, voted);
  }

  @Override
  public void mergeIdea(MergeIdeaRequest request, StreamObserver<Idea> reply) {
    var into = Wire.id("into", COLLECTION, request.getInto());
    var change = Wire.change("IDEA_MERGED", request.getEtag(), request.getReason());
    send(reply, ideas.merge(id(request.getName()), into, change));
  }

  @Override
  public void answerIdea(AnswerIdeaRequest request, StreamObserver<Idea> reply) {
    var state = org.masterplan.listening.domain.Idea.State.valueOf(request.getState().name());
    var change = Wire.change("IDEA_ANSWERED", request.getEtag(), request.getAnswer());
    var answered =
        desk.change(
            id(request.getName()),
            change,
            idea -> idea.answer(state, request.getAnswer(), clock.instant()));
    send(reply, ideas.voted(answered));
  }

  private static String id(String name) {
    return Wire.id("name", COLLECTION, name);
  }

  private static void send(StreamObserver<Idea> reply, Ideas.Voted voted) {
    Wire.send(reply, message(voted));
  }

  private static Idea message(Ideas.Voted voted) {
    var idea = voted.idea();
    var message =
        Idea.newBuilder()
            .setName(idea.name())
            .setTitle(idea.title())
            .setText(idea.text())
            .setCommunity(idea.community())
            .setState(Idea.State.valueOf(idea.state().name()))
            .setVotes(voted.votes())
            .setMergedInto(idea.mergedInto().isEmpty() ? "" : "ideas/" + idea.mergedInto())
            .setCreateTime(Wire.timestamp(idea.posted()))
            .setEtag(Etags.of(idea.revision()));
    if (idea.answer() != null) {
      message.setAnswer(idea.answer().words()).setAnswerTime(Wire.timestamp(idea.answer().at()));
    }
    return message.build();
  }
}
