package org.masterplan.listening.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.domain.PersonalWords;
import org.masterplan.listening.v1.CloseComplaintCaseRequest;
import org.masterplan.listening.v1.ComplaintCase;
import org.masterplan.listening.v1.GetComplaintCaseRequest;
import org.masterplan.listening.v1.GetMentionRequest;
import org.masterplan.listening.v1.ImportMentionsRequest;
import org.masterplan.listening.v1.ListComplaintCasesRequest;
import org.masterplan.listening.v1.ListComplaintCasesResponse;
import org.masterplan.listening.v1.ListMentionChangesRequest;
import org.masterplan.listening.v1.ListMentionChangesResponse;
import org.masterplan.listening.v1.ListMentionsRequest;
import org.masterplan.listening.v1.ListMentionsResponse;
import org.masterplan.listening.v1.Mention;
import org.masterplan.listening.v1.MentionServiceGrpc;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks {@code masterplan.listening.v1.MentionService}. Translates; decides nothing. */
public final class MentionGrpcService extends MentionServiceGrpc.MentionServiceImplBase {
  private static final String MENTIONS = "mentions";
  private static final String CASES = "complaintCases";
  private static final Listing MENTION_LISTING =
      Wire.listing(
          "ListMentions", Listed.MENTIONS, org.masterplan.listening.v1.Mention.getDescriptor());
  private static final Listing CASE_LISTING =
      Wire.listing(
          "ListComplaintCases",
          Listed.CASES,
          org.masterplan.listening.v1.ComplaintCase.getDescriptor());

  private final Desk<org.masterplan.listening.domain.Mention> mentions;
  private final Desk<org.masterplan.listening.domain.ComplaintCase> cases;
  private final MentionUploads uploads;
  private final Clock clock;

  public MentionGrpcService(
      Desk<org.masterplan.listening.domain.Mention> mentions,
      Desk<org.masterplan.listening.domain.ComplaintCase> cases,
      MentionUploads uploads,
      Clock clock) {
    this.mentions = mentions;
    this.cases = cases;
    this.uploads = uploads;
    this.clock = clock;
  }

  @Override
  public StreamObserver<ImportMentionsRequest> importMentions(StreamObserver<ImportResult> reply) {
    return uploads.receive(reply);
  }

  @Override
  public void getMention(GetMentionRequest request, StreamObserver<Mention> reply) {
    var mention = mentions.get(Wire.id("name", MENTIONS, request.getName()));
    Wire.send(reply, message(mention, Caller.current()));
  }

  @Override
  public void listMentions(
      ListMentionsRequest request, StreamObserver<ListMentionsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = mentions.list(Wire.query(asked, MENTION_LISTING));
    var actor = Caller.current();
    Wire.send(
        reply,
        ListMentionsResponse.newBuilder()
            .addAllMentions(slice.map(m -> message(m, actor)).items())
            .setNextPageToken(Paging.token(asked, MENTION_LISTING, slice))
            .build());
  }

  @Override
  public void getComplaintCase(
      GetComplaintCaseRequest request, StreamObserver<ComplaintCase> reply) {
    Wire.send(reply, message(cases.get(Wire.id("name", CASES, request.getName()))));
  }

  @Override
  public void listComplaintCases(
      ListComplaintCasesRequest request, StreamObserver<ListComplaintCasesResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = cases.list(Wire.query(asked, CASE_LISTING));
    Wire.send(
        reply,
        ListComplaintCasesResponse.newBuilder()
            .addAllComplaintCases(slice.map(MentionGrpcService::message).items())
            .setNextPageToken(Paging.token(asked, CASE_LISTING, slice))
            .build());
  }

  @Override
  public void closeComplaintCase(
      CloseComplaintCaseRequest request, StreamObserver<ComplaintCase> reply) {
    var closed =
        cases.change(
            Wire.id("name", CASES, request.getName()),
            Wire.change("CASE_CLOSED", request.getEtag(), request.getReason()),
            found -> found.close(request.getReason(), clock.instant()));
    Wire.send(reply, message(closed));
  }

  @Override
  public void listMentionChanges(
      ListMentionChangesRequest request, StreamObserver<ListMentionChangesResponse> reply) {
    var changes = mentions.changes(request.getToken(), Wire.feedSize(request.getPageSize()));
    var actor = Caller.current();
    Wire.send(
        reply,
        ListMentionChangesResponse.newBuilder()
            .addAllMentions(changes.items().stream().map(m -> message(m, actor)).toList())
            .setNextToken(changes.token())
            .setMore(changes.more())
            .build());
  }

  /** Who may see authors: whoever answers for personal data and says what for. */
  private static boolean sees(Actor actor) {
    boolean office = actor.is(Role.PRIVACY_OFFICER) || actor.is(Role.SERVICE);
    return actor.is(Role.SERVICE) || (office && !actor.purpose().isEmpty());
  }

  private static Mention message(org.masterplan.listening.domain.Mention mention, Actor actor) {
    var said = mention.said();
    var author = sees(actor) ? said.author() : PersonalWords.handle(said.author());
    return Mention.newBuilder()
        .setName(mention.name())
        .setTime(Wire.timestamp(said.time()))
        .setPlatform(said.platform())
        .setLink(said.link())
        .setAuthor(author)
        .setText(PersonalWords.masked(said.text()))
        .setLanguage(said.language())
        .setSharedLink(said.sharedLink())
        .setReach(said.reach())
        .setComplaint(mention.isComplaint())
        .addAllCues(mention.cues())
        .setDuplicateOf(name(MENTIONS, mention.duplicateOf()))
        .setComplaintCase(name(CASES, mention.complaintCase()))
        .setEtag(Etags.of(mention.revision()))
        .build();
  }

  private static ComplaintCase message(org.masterplan.listening.domain.ComplaintCase found) {
    var closing = found.closing();
    var message =
        ComplaintCase.newBuilder()
            .setName(found.name())
            .setMention(name(MENTIONS, found.mention()))
            .setState(closing == null ? ComplaintCase.State.OPEN : ComplaintCase.State.CLOSED)
            .setPlatform(found.platform())
            .setCreateTime(Wire.timestamp(found.opened()))
            .setDueTime(Wire.timestamp(found.due()))
            .setEtag(Etags.of(found.revision()));
    if (closing != null) {
      message.setDone(closing.words()).setCloseTime(Wire.timestamp(closing.at()));
    }
    return message.build();
  }

  private static String name(String collection, String id) {
    return id.isEmpty() ? "" : collection + "/" + id;
  }
}
