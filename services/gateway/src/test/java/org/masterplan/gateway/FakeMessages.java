package org.masterplan.gateway;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.masterplan.governance.v1.ApproveMessageRequest;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.CheckMessageRequest;
import org.masterplan.governance.v1.CheckMessageResponse;
import org.masterplan.governance.v1.Collision;
import org.masterplan.governance.v1.CreateMessageRequest;
import org.masterplan.governance.v1.GetMessagePlanSummaryRequest;
import org.masterplan.governance.v1.GetMessageRequest;
import org.masterplan.governance.v1.ListMessageCollisionsRequest;
import org.masterplan.governance.v1.ListMessageCollisionsResponse;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.ListMessagesResponse;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.governance.v1.MessagePlanSummary;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.governance.v1.Objection;
import org.masterplan.governance.v1.Severity;
import org.masterplan.governance.v1.SubmitMessageRequest;
import org.masterplan.governance.v1.UpdateMessageRequest;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;

/** Three messages of one week, two of which meet. */
final class FakeMessages extends MessageServiceGrpc.MessageServiceImplBase {
  static final List<Message> PLANNED =
      List.of(
          message(
              "tet-sale",
              "Ưu đãi Tết cho mẹ và bé",
              "2026-11-17T02:00:00Z",
              Message.State.SCHEDULED),
          message(
              "vitamin-c", "Vitamin C mùa lạnh", "2026-11-17T08:30:00Z", Message.State.PROPOSED),
          message(
              "cong-thuc", "Công thức bánh tuần này", "2026-11-20T03:00:00Z", Message.State.DRAFT));

  private static final Pattern STATE = Pattern.compile("\\bstate (!?=) \"(\\w+)\"");
  String lastFilter = "";

  /** How often it was asked what a message collides with. */
  int askedForCollisions;

  /** People who are in a collision of the seven days. */
  int persons;

  /** What the first planned message collides with besides the second. */
  final List<Collision> more = new ArrayList<>();

  /** Whether lists are not answered. */
  boolean mute;

  /** First answers, by method and request id. */
  private final Map<String, Message> answered = new HashMap<>();

  final Map<String, Message> stored = new LinkedHashMap<>();

  FakeMessages() {
    reset();
  }

  void reset() {
    askedForCollisions = 0;
    mute = false;
    more.clear();
    persons = 1_204;
    answered.clear();
    stored.clear();
    PLANNED.forEach(this::keep);
  }

  @Override
  public void listMessages(
      ListMessagesRequest request, StreamObserver<ListMessagesResponse> reply) {
    if (mute) {
      reply.onError(Status.UNAVAILABLE.asRuntimeException());
      return;
    }
    FakeCommunities.answer(
        reply,
        () -> {
          lastFilter = request.getFilter();
          return page(
              stored.values().stream().filter(m -> isWanted(m, lastFilter)).toList(), request);
        });
  }

  /** As much of the filter language as the tests need: the state. */
  private static boolean isWanted(Message message, String filter) {
    var state = STATE.matcher(filter);
    return !state.find()
        || state.group(1).equals("=") == message.getState().name().equals(state.group(2));
  }

  private static ListMessagesResponse page(List<Message> shown, ListMessagesRequest request) {
    var token = request.getPageToken();
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(from + Math.clamp(request.getPageSize(), 1, 200), shown.size());
    return ListMessagesResponse.newBuilder()
        .addAllMessages(shown.subList(from, to))
        .setNextPageToken(to < shown.size() ? Integer.toString(to) : "")
        .build();
  }

  @Override
  public void createMessage(CreateMessageRequest request, StreamObserver<Message> reply) {
    var wanted = request.getMessage();
    FakeCommunities.answer(
        reply,
        () -> {
          if (wanted.getText().length() > 20 && wanted.getTopic().isEmpty()) {
            throw new InvalidFields(List.of(Violation.required("message.topic")));
          }
          var name = "messages/" + Texts.fold(wanted.getTitle()).replaceAll("[^a-z0-9]+", "-");
          return once(
              "create " + request.getRequestId(),
              () -> {
                if (stored.containsKey(name)) {
                  throw AlreadyExists.named(name);
                }
                var made = wanted.toBuilder().setName(name).setState(Message.State.DRAFT);
                return keep(made.setEtag("1").build());
              });
        });
  }

  /** The first answer again, if that was asked for before under the same id. */
  private Message once(String asked, Supplier<Message> step) {
    var before = answered.get(asked);
    var answer = before == null ? step.get() : before;
    if (!asked.endsWith(" ")) {
      answered.put(asked, answer);
    }
    return answer;
  }

  @Override
  public void updateMessage(UpdateMessageRequest request, StreamObserver<Message> reply) {
    var wanted = request.getMessage();
    change(
        reply,
        wanted.getName(),
        wanted.getEtag(),
        now -> {
          var next = now.toBuilder();
          FieldMaskUtil.merge(request.getUpdateMask(), wanted, next);
          return next;
        });
  }

  @Override
  public void submitMessage(SubmitMessageRequest request, StreamObserver<Message> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            once(
                "submit " + request.getRequestId(),
                () ->
                    changed(
                        request.getName(),
                        request.getEtag(),
                        now ->
                            now.toBuilder().setState(Message.State.PROPOSED).setSubmitter("cmo"))));
  }

  @Override
  public void approveMessage(ApproveMessageRequest request, StreamObserver<Message> reply) {
    change(
        reply,
        request.getName(),
        request.getEtag(),
        now -> now.toBuilder().setState(Message.State.APPROVED));
  }

  @Override
  public void checkMessage(
      CheckMessageRequest request, StreamObserver<CheckMessageResponse> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            CheckMessageResponse.newBuilder()
                .setAudience(9_100)
                .setReachable(8_400)
                .setGranted(6_020)
                .addRefused(
                    CheckMessageResponse.Refused.newBuilder()
                        .setRule("policies/consent")
                        .setCount(2_380)
                        .setExample("profiles/p7k2m9")
                        .setText("No consent to promotion on this channel."))
                .addObjections(
                    Objection.newBuilder()
                        .setSeverity(Severity.LAW)
                        .setText("Promotion must begin with [QC]."))
                .setAsOfTime(FakePlan.NOW)
                .build());
  }

  private void change(
      StreamObserver<Message> reply,
      String name,
      String etag,
      Function<Message, Message.Builder> step) {
    FakeCommunities.answer(reply, () -> changed(name, etag, step));
  }

  private Message changed(String name, String etag, Function<Message, Message.Builder> step) {
    var now = find(name);
    if (!now.getEtag().equals(etag)) {
      throw Stale.named(name);
    }
    var next = Integer.toString(Integer.parseInt(etag) + 1);
    return keep(step.apply(now).setEtag(next).build());
  }

  private Message find(String name) {
    var message = stored.get(name);
    if (message == null) {
      throw NotFound.named(name);
    }
    return message;
  }

  Message keep(Message message) {
    stored.put(message.getName(), message);
    return message;
  }

  @Override
  public void getMessage(GetMessageRequest request, StreamObserver<Message> reply) {
    FakeCommunities.answer(reply, () -> find(request.getName()));
  }

  @Override
  public void listMessageCollisions(
      ListMessageCollisionsRequest request, StreamObserver<ListMessageCollisionsResponse> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          askedForCollisions++;
          var answer = ListMessageCollisionsResponse.newBuilder();
          if (request.getName().equals("messages/tet-sale")) {
            answer.addCollisions(collision(PLANNED.get(1))).addAllCollisions(more);
          }
          if (request.getName().equals("messages/vitamin-c")) {
            answer.addCollisions(collision(PLANNED.get(0)));
          }
          return answer.build();
        });
  }

  @Override
  public void getMessagePlanSummary(
      GetMessagePlanSummaryRequest request, StreamObserver<MessagePlanSummary> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            MessagePlanSummary.newBuilder()
                .setMessages(3)
                .setAsked(8_400)
                .setGranted(6_020)
                .setRefused(2_380)
                .setCollisions(1)
                .setCollisionPersons(persons)
                .setWaitingDecisions(waiting())
                .setAsOfTime(FakePlan.NOW)
                .build());
  }

  /** How many wait for a decision. */
  int waiting() {
    return (int)
        stored.values().stream().filter(m -> m.getState() == Message.State.PROPOSED).count();
  }

  private static Message message(String id, String title, String time, Message.State state) {
    var message =
        Message.newBuilder()
            .setName("messages/" + id)
            .setTitle(title)
            .setBusinessUnit("businessUnits/sua")
            .setMessageClass(MessageClass.PROMOTION)
            .setChannel(Channel.ZALO)
            .setAudience(
                Message.Audience.newBuilder()
                    .addCommunities("communities/me-bim")
                    .addSegments("segments/me-va-be"))
            .setPlannedTime(Timestamps.fromMillis(java.time.Instant.parse(time).toEpochMilli()))
            .setText("Xin chào, tuần này có điều mới.")
            .setState(state)
            .setSubmitter("unit")
            .setUpdateTime(Timestamps.parseUnchecked("2026-11-17T02:00:00Z"))
            .setEtag("1");
    if (state == Message.State.SCHEDULED) {
      message.setContacts(
          Message.Contacts.newBuilder()
              .setAsked(8_400)
              .setGranted(6_020)
              .setRefused(2_380)
              .setAsOfTime(FakePlan.NOW));
    }
    return message.build();
  }

  private static Collision collision(Message other) {
    Timestamp free = Timestamps.parseUnchecked("2026-11-18T02:00:00Z");
    return Collision.newBuilder()
        .setMessage(other.getName())
        .setTitle(other.getTitle())
        .setBusinessUnit(other.getBusinessUnit())
        .setPlannedTime(other.getPlannedTime())
        .setPersons(1_204)
        .setReason("SAME_PEOPLE")
        .addFreeSlots(free)
        .build();
  }
}
