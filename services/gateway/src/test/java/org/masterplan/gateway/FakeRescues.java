package org.masterplan.gateway;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.UnaryOperator;
import org.masterplan.abandonment.v1.Aboard;
import org.masterplan.abandonment.v1.CloseRescueCaseRequest;
import org.masterplan.abandonment.v1.Estimate;
import org.masterplan.abandonment.v1.GetRescueCaseRequest;
import org.masterplan.abandonment.v1.GhostShip;
import org.masterplan.abandonment.v1.Health;
import org.masterplan.abandonment.v1.ListRescueCasesRequest;
import org.masterplan.abandonment.v1.ListRescueCasesResponse;
import org.masterplan.abandonment.v1.NoteRescueCaseRequest;
import org.masterplan.abandonment.v1.PeopleCount;
import org.masterplan.abandonment.v1.Reason;
import org.masterplan.abandonment.v1.RescueCase;
import org.masterplan.abandonment.v1.RescueCaseServiceGrpc;
import org.masterplan.abandonment.v1.StartRescueCaseRequest;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Violation;

/** One ghost ship and what is done about it. */
final class FakeRescues extends RescueCaseServiceGrpc.RescueCaseServiceImplBase {
  private static final Aboard ABOARD =
      Aboard.newBuilder()
          .setDeclared(87_300)
          .setKnown(61_204)
          .setActive(PeopleCount.newBuilder().setValue(1_120).setLow(1_120).setHigh(1_120))
          .addSegments(Aboard.Segment.newBuilder().setSegment("segments/gioi-tre").setKnown(61_204))
          .setAsOfTime(FakePlan.NOW)
          .build();
  private static final List<Reason> REASONS =
      List.of(
          Reason.newBuilder().setCode("OWNER_DEPARTED").setText("Nobody since 2025-03-01.").build(),
          Reason.newBuilder()
              .setCode("SILENT_BEYOND_OWN_RHYTHM")
              .setText("Silent for 412 days; usually at most 9.")
              .build());

  RescueCase stored = RescueCase.getDefaultInstance();

  FakeRescues() {
    reset();
  }

  void reset() {
    stored =
        RescueCase.newBuilder()
            .setName("rescueCases/r-1")
            .setCommunity(FakePlan.IDLE.getName())
            .setState(RescueCase.State.OPEN)
            .setAboard(ABOARD)
            .addAllReasons(REASONS)
            .setDueDate("2026-12-01")
            .setBusinessUnit("businessUnits/do-uong")
            .setLastOwner("employees/e-003")
            .setCreateTime(Timestamps.parseUnchecked("2026-11-01T02:00:00Z"))
            .setEtag("1")
            .build();
  }

  static GhostShip ship() {
    return GhostShip.newBuilder()
        .setCommunity(FakePlan.IDLE.getName())
        .setTitle(FakePlan.IDLE.getTitle())
        .setState(Health.State.GHOST_SHIP)
        .setStateTime(Timestamps.parseUnchecked("2025-10-01T02:00:00Z"))
        .addAllReasons(REASONS)
        .setAboard(ABOARD)
        .setLastOwner("employees/e-003")
        .setBusinessUnit("businessUnits/do-uong")
        .setRescueCase("rescueCases/r-1")
        .setAbandoned365(Estimate.newBuilder().setP(0.93).setLow(0.84).setHigh(0.98))
        .build();
  }

  @Override
  public void getRescueCase(GetRescueCaseRequest request, StreamObserver<RescueCase> reply) {
    FakeCommunities.answer(reply, () -> find(request.getName()));
  }

  @Override
  public void listRescueCases(
      ListRescueCasesRequest request, StreamObserver<ListRescueCasesResponse> reply) {
    FakeCommunities.answer(
        reply, () -> ListRescueCasesResponse.newBuilder().addRescueCases(stored).build());
  }

  @Override
  public void startRescueCase(StartRescueCaseRequest request, StreamObserver<RescueCase> reply) {
    change(
        reply,
        request.getEtag(),
        c -> c.setState(RescueCase.State.IN_PROGRESS).setAssignee(request.getAssignee()));
  }

  @Override
  public void noteRescueCase(NoteRescueCaseRequest request, StreamObserver<RescueCase> reply) {
    change(
        reply,
        request.getEtag(),
        c -> c.addNotes(RescueCase.Note.newBuilder().setAuthor("cmo").setText(request.getText())));
  }

  @Override
  public void closeRescueCase(CloseRescueCaseRequest request, StreamObserver<RescueCase> reply) {
    change(
        reply,
        request.getEtag(),
        c -> {
          if (request.getReason().isEmpty()) {
            throw new InvalidFields(List.of(Violation.required("reason")));
          }
          return c.setState(RescueCase.State.CLOSED)
              .setOutcome(request.getOutcome())
              .setDone(request.getReason());
        });
  }

  private void change(
      StreamObserver<RescueCase> reply, String etag, UnaryOperator<RescueCase.Builder> step) {
    FakeCommunities.answer(
        reply,
        () -> {
          if (!stored.getEtag().equals(etag)) {
            throw Stale.named(stored.getName());
          }
          var next = Integer.toString(Integer.parseInt(etag) + 1);
          stored = step.apply(stored.toBuilder()).setEtag(next).build();
          return stored;
        });
  }

  private RescueCase find(String name) {
    if (!stored.getName().equals(name)) {
      throw NotFound.named(name);
    }
    return stored;
  }
}
