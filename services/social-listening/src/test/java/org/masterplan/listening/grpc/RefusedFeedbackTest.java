package org.masterplan.listening.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.BadRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Hearing;
import org.masterplan.listening.app.ListeningRoom;
import org.masterplan.listening.v1.BatchCreateFeedbackRequest;
import org.masterplan.listening.v1.CreateFeedbackRequest;
import org.masterplan.listening.v1.Feedback;
import org.masterplan.listening.v1.FeedbackServiceGrpc;
import org.masterplan.listening.v1.FeedbackServiceGrpc.FeedbackServiceBlockingStub;
import org.masterplan.listening.v1.ListFeedbackRequest;
import org.masterplan.platform.testkit.GrpcTest;

/** What no feedback may say, as whoever brings it is told. */
class RefusedFeedbackTest {
  static final Actor UNIT = new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("sua"), "");

  final ListeningRoom room = new ListeningRoom();
  GrpcTest server;

  @BeforeEach
  void start() {
    var hearing = new Hearing(room.feedback, _ -> Map.of(), room.clock);
    var desk = new Desk<>("feedback", room.feedback, room.clock);
    server = GrpcTest.serving(new FeedbackGrpcService(desk, hearing, room.clock));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void create_ofSpaces_ofWhatHasNoName_atATimeToCome_isRefused_namingEach() throws Exception {
    var wrong = request("one", " \u00a0\t\n").toBuilder();
    wrong
        .getFeedbackBuilder()
        .setCommunity("me bim")
        .setProductLine("lines/sua")
        .setTime(in(Duration.ofMinutes(6)));

    var refused = refused(() -> stub().createFeedback(wrong.build()));

    assertThat(refused)
        .containsExactly(
            "feedback.text is empty (expected: a value).",
            "feedback.community is \"me bim\" (expected: communities/{id}).",
            "feedback.product_line is \"lines/sua\" (expected: productLines/{id}).",
            "feedback.time is \"2026-11-21T02:06:00Z\", which is yet to come"
                + " (expected: a time until now, 2026-11-21T02:00:00Z).");
    assertThat(kept()).isEmpty();
  }

  @Test
  void create_atATimeOfAClockAheadOfOurs_isTakenIn() {
    var ahead = request("one", "Nắp khó mở").toBuilder();
    ahead.getFeedbackBuilder().setTime(in(Duration.ofMinutes(5)));

    stub().createFeedback(ahead.build());

    assertThat(kept()).containsExactly("feedback/one");
  }

  @Test
  void batch_withPiecesThatCannotBeAccepted_takesInNothing_andSaysWhichTheyAre() throws Exception {
    var nowhere = request("three", "Nắp khó mở").toBuilder();
    nowhere.getFeedbackBuilder().setCommunity("communities/");
    var batch =
        BatchCreateFeedbackRequest.newBuilder()
            .addRequests(request("one", "Nắp khó mở"))
            .addRequests(request("two", " "))
            .addRequests(nowhere)
            .build();

    var refused = refused(() -> stub().batchCreateFeedback(batch));

    assertThat(refused)
        .containsExactly(
            "requests[1].feedback.text is empty (expected: a value).",
            "requests[2].feedback.community is \"communities/\" (expected: communities/{id}).");
    assertThat(kept()).isEmpty();
  }

  private Timestamp in(Duration ahead) {
    return Timestamps.fromMillis(room.clock.instant().plus(ahead).toEpochMilli());
  }

  private static CreateFeedbackRequest request(String id, String text) {
    var feedback = Feedback.newBuilder().setType(Feedback.Type.SUGGESTION).setText(text);
    return CreateFeedbackRequest.newBuilder().setFeedbackId(id).setFeedback(feedback).build();
  }

  private List<String> kept() {
    return stub().listFeedback(ListFeedbackRequest.getDefaultInstance()).getFeedbackList().stream()
        .map(Feedback::getName)
        .toList();
  }

  private FeedbackServiceBlockingStub stub() {
    return FeedbackServiceGrpc.newBlockingStub(server.as(UNIT));
  }

  /** What the call is told of each field. */
  private static List<String> refused(Runnable call) throws InvalidProtocolBufferException {
    var thrown = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(thrown.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    var fields = StatusProto.fromThrowable(thrown).getDetails(1).unpack(BadRequest.class);
    return fields.getFieldViolationsList().stream()
        .map(BadRequest.FieldViolation::getDescription)
        .toList();
  }
}
