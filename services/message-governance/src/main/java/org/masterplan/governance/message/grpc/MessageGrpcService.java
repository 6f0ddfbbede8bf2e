package org.masterplan.governance.message.grpc;

import static org.masterplan.governance.contact.grpc.ContactProtos.instant;
import static org.masterplan.governance.contact.grpc.ContactProtos.timestamp;

import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.masterplan.governance.message.app.Checking;
import org.masterplan.governance.message.app.Colliding;
import org.masterplan.governance.message.app.Contacting;
import org.masterplan.governance.message.app.MessageFields;
import org.masterplan.governance.message.app.Planning;
import org.masterplan.governance.message.app.Planning.Doing;
import org.masterplan.governance.message.app.Planning.Seen;
import org.masterplan.governance.message.app.Slugs;
import org.masterplan.governance.message.app.Snapshots;
import org.masterplan.governance.message.app.Summarising;
import org.masterplan.governance.message.app.Versioned;
import org.masterplan.governance.v1.ApproveMessageRequest;
import org.masterplan.governance.v1.CancelMessageRequest;
import org.masterplan.governance.v1.CheckMessageRequest;
import org.masterplan.governance.v1.CheckMessageResponse;
import org.masterplan.governance.v1.CreateMessageRequest;
import org.masterplan.governance.v1.GetMessagePlanSummaryRequest;
import org.masterplan.governance.v1.GetMessageRequest;
import org.masterplan.governance.v1.ListMessageChangesRequest;
import org.masterplan.governance.v1.ListMessageChangesResponse;
import org.masterplan.governance.v1.ListMessageCollisionsRequest;
import org.masterplan.governance.v1.ListMessageCollisionsResponse;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.ListMessagesResponse;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessagePlanSummary;
import org.masterplan.governance.v1.MessageServiceGrpc.MessageServiceImplBase;
import org.masterplan.governance.v1.ReleaseMessageRequest;
import org.masterplan.governance.v1.ReturnMessageRequest;
import org.masterplan.governance.v1.ScheduleMessageRequest;
import org.masterplan.governance.v1.SubmitMessageRequest;
import org.masterplan.governance.v1.UpdateMessageRequest;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks for the message plan. Translates; decides nothing. */
public final class MessageGrpcService extends MessageServiceImplBase {
  private static final Listing LISTING =
      Listing.of(
              "ListMessages",
              MessageFields.FILTERABLE,
              MessageFields.SORTABLE,
              MessageFields.SOONEST_FIRST)
          .of(Message.getDescriptor());
  private static final int MOST_CHANGES = 1000;
  private static final int USUAL_CHANGES = 500;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(92);

  private final UseCases cases;
  private final Contacting.Plan plan;
  private final Snapshots snapshots;

  /** What the service stands on. */
  public record UseCases(
      Planning planning, Checking checking, Colliding colliding, Summarising summarising) {}

  public MessageGrpcService(UseCases cases, Contacting.Plan plan, Snapshots snapshots) {
    this.cases = cases;
    this.plan = plan;
    this.snapshots = snapshots;
  }

  @Override
  public void createMessage(CreateMessageRequest request, StreamObserver<Message> reply) {
    var content = MessageProtos.content(request.getMessage());
    var name =
        request.getMessageId().isEmpty()
            ? "messages/" + Slugs.of(content.title(), content.unit() + content.plannedTime())
            : ResourceName.chosen("message_id", "messages", request.getMessageId()).toString();
    var written =
        cases.planning().create(name, content, Caller.current(), request.getValidateOnly());
    send(reply, written);
  }

  @Override
  public void getMessage(GetMessageRequest request, StreamObserver<Message> reply) {
    send(reply, cases.planning().get(name(request.getName())));
  }

  @Override
  public void listMessages(
      ListMessagesRequest request, StreamObserver<ListMessagesResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = plan.messages().list(Paging.query(asked, LISTING));
    reply.onNext(
        ListMessagesResponse.newBuilder()
            .addAllMessages(shown(slice.items()))
            .setNextPageToken(Paging.token(asked, LISTING, slice))
            .build());
    reply.onCompleted();
  }

  @Override
  public void updateMessage(UpdateMessageRequest request, StreamObserver<Message> reply) {
    var sent = request.getMessage();
    var name = name(sent.getName());
    var revision =
        sent.getEtag().isEmpty()
            ? cases.planning().get(name).revision()
            : Etags.revision(sent.getEtag());
    var written =
        cases
            .planning()
            .update(
                new Seen(name, revision),
                before ->
                    MessageProtos.content(
                        MessageMask.apply(
                            MessageProtos.written(before).build(), sent, request.getUpdateMask())),
                Caller.current(),
                request.getValidateOnly());
    send(reply, written);
  }

  @Override
  public void checkMessage(
      CheckMessageRequest request, StreamObserver<CheckMessageResponse> reply) {
    var message = cases.planning().get(name(request.getName())).message();
    var instead = request.hasPlannedTime() ? instant(request.getPlannedTime()) : null;
    reply.onNext(ReportProtos.report(cases.checking().check(message, instead)));
    reply.onCompleted();
  }

  @Override
  public void submitMessage(SubmitMessageRequest request, StreamObserver<Message> reply) {
    var seen = seen(request.getName(), request.getEtag());
    send(reply, cases.planning().submit(seen, doing(request.getReason())));
  }

  @Override
  public void returnMessage(ReturnMessageRequest request, StreamObserver<Message> reply) {
    var seen = seen(request.getName(), request.getEtag());
    send(reply, cases.planning().giveBack(seen, doing(request.getReason())));
  }

  @Override
  public void approveMessage(ApproveMessageRequest request, StreamObserver<Message> reply) {
    var seen = seen(request.getName(), request.getEtag());
    send(reply, cases.planning().approve(seen, doing(request.getReason())));
  }

  @Override
  public void scheduleMessage(ScheduleMessageRequest request, StreamObserver<Message> reply) {
    var seen = seen(request.getName(), request.getEtag());
    var time = request.hasPlannedTime() ? instant(request.getPlannedTime()) : null;
    send(reply, cases.planning().schedule(seen, time, doing(request.getReason())));
  }

  @Override
  public void releaseMessage(ReleaseMessageRequest request, StreamObserver<Message> reply) {
    var seen = seen(request.getName(), request.getEtag());
    send(reply, cases.planning().release(seen, doing(request.getReason())));
  }

  @Override
  public void cancelMessage(CancelMessageRequest request, StreamObserver<Message> reply) {
    var seen = seen(request.getName(), request.getEtag());
    send(reply, cases.planning().cancel(seen, doing(request.getReason())));
  }

  @Override
  public void listMessageCollisions(
      ListMessageCollisionsRequest request, StreamObserver<ListMessageCollisionsResponse> reply) {
    var message = cases.planning().get(name(request.getName())).message();
    var answer = ListMessageCollisionsResponse.newBuilder();
    cases.colliding().of(message).forEach(c -> answer.addCollisions(ReportProtos.collision(c)));
    snapshots.head(message.name()).ifPresent(h -> answer.setAsOfTime(timestamp(h.asOf())));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  @Override
  public void getMessagePlanSummary(
      GetMessagePlanSummaryRequest request, StreamObserver<MessagePlanSummary> reply) {
    var from =
        request.hasStartTime() ? instant(request.getStartTime()) : cases.summarising().today();
    var until = request.hasEndTime() ? instant(request.getEndTime()) : from.plus(WEEK);
    mustBeAStretch(from, until);
    var summary = cases.summarising().between(from, until);
    reply.onNext(ReportProtos.summary(summary, from, until));
    reply.onCompleted();
  }

  private static void mustBeAStretch(Instant from, Instant until) {
    if (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST) > 0) {
      throw InvalidFields.of(
          "end_time", "STRETCH", Map.of("value", until.toString(), "start", from.toString()));
    }
  }

  @Override
  public void listMessageChanges(
      ListMessageChangesRequest request, StreamObserver<ListMessageChangesResponse> reply) {
    var size = request.getPageSize() <= 0 ? USUAL_CHANGES : request.getPageSize();
    var changes = plan.messages().changes(request.getToken(), Math.min(size, MOST_CHANGES));
    reply.onNext(
        ListMessageChangesResponse.newBuilder()
            .addAllMessages(shown(changes.items()))
            .setNextToken(changes.token())
            .setMore(changes.more())
            .build());
    reply.onCompleted();
  }

  private List<Message> shown(List<Versioned> items) {
    var reaches = plan.reaches().find(items.stream().map(v -> v.message().name()).toList());
    return items.stream()
        .map(v -> MessageProtos.message(v, reaches.get(v.message().name())))
        .toList();
  }

  private void send(StreamObserver<Message> reply, Versioned written) {
    reply.onNext(shown(List.of(written)).getFirst());
    reply.onCompleted();
  }

  private static String name(String text) {
    return ResourceName.parse("name", "messages", text).toString();
  }

  private static Seen seen(String name, String etag) {
    return new Seen(name(name), Etags.revision(etag));
  }

  private static Doing doing(String reason) {
    return new Doing(Caller.current(), reason.strip());
  }
}
