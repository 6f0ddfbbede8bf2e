package org.masterplan.gateway;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.Collision;
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
import org.masterplan.kernel.refusal.NotFound;

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

  @Override
  public void listMessages(
      ListMessagesRequest request, StreamObserver<ListMessagesResponse> reply) {
    FakeCommunities.answer(
        reply, () -> ListMessagesResponse.newBuilder().addAllMessages(PLANNED).build());
  }

  @Override
  public void getMessage(GetMessageRequest request, StreamObserver<Message> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            PLANNED.stream()
                .filter(m -> m.getName().equals(request.getName()))
                .findFirst()
                .orElseThrow(() -> NotFound.named(request.getName())));
  }

  @Override
  public void listMessageCollisions(
      ListMessageCollisionsRequest request, StreamObserver<ListMessageCollisionsResponse> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          var answer = ListMessageCollisionsResponse.newBuilder();
          if (request.getName().equals("messages/tet-sale")) {
            answer.addCollisions(collision(PLANNED.get(1)));
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
                .setCollisionPersons(1_204)
                .setWaitingDecisions(1)
                .setAsOfTime(FakePlan.NOW)
                .build());
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
