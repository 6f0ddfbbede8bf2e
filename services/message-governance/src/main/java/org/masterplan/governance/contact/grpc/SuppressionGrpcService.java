package org.masterplan.governance.contact.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.masterplan.governance.contact.app.Suppressing;
import org.masterplan.governance.contact.app.Trail;
import org.masterplan.governance.contact.domain.Suppression;
import org.masterplan.governance.v1.GetSuppressionsRequest;
import org.masterplan.governance.v1.GetSuppressionsResponse;
import org.masterplan.governance.v1.LiftDoNotCallRequest;
import org.masterplan.governance.v1.LiftDoNotCallResponse;
import org.masterplan.governance.v1.LiftSuppressionRequest;
import org.masterplan.governance.v1.LiftSuppressionResponse;
import org.masterplan.governance.v1.SuppressContactRequest;
import org.masterplan.governance.v1.SuppressContactResponse;
import org.masterplan.governance.v1.SuppressionServiceGrpc.SuppressionServiceImplBase;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.call.Caller;

/** Speaks for suppression. Translates; decides nothing. */
public final class SuppressionGrpcService extends SuppressionServiceImplBase {
  /** What a suppression of somebody without a profile is filed under. */
  private static final String SUPPRESSIONS = "suppressions/-";

  private final Suppressing suppressing;
  private final Trail trail;
  private final Clock clock;

  public SuppressionGrpcService(Suppressing suppressing, Trail trail, Clock clock) {
    this.suppressing = suppressing;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void suppressContact(
      SuppressContactRequest request, StreamObserver<SuppressContactResponse> reply) {
    var no = suppression(request.getSuppression(), clock.instant());
    var keys = keys(request.getPerson());
    var done = suppressing.suppress(keys, no);
    trail.didTo(keys, SUPPRESSIONS, act("CONTACT_SUPPRESSED", no.reason()));
    reply.onNext(
        SuppressContactResponse.newBuilder()
            .setGivenBack(done.givenBack())
            .setEffectiveTime(ContactProtos.timestamp(done.effective()))
            .build());
    reply.onCompleted();
  }

  @Override
  public void liftSuppression(
      LiftSuppressionRequest request, StreamObserver<LiftSuppressionResponse> reply) {
    var channel = ContactProtos.channel(request.getChannel()).orElse(null);
    var messageClass = ContactProtos.messageClass(request.getMessageClass()).orElse(null);
    var keys = keys(request.getPerson());
    int lifted = suppressing.lift(keys, s -> s.liftedBy(channel, messageClass));
    trail.didTo(keys, SUPPRESSIONS, act("SUPPRESSION_LIFTED", ""));
    reply.onNext(LiftSuppressionResponse.newBuilder().setLifted(lifted).build());
    reply.onCompleted();
  }

  @Override
  public void liftDoNotCall(
      LiftDoNotCallRequest request, StreamObserver<LiftDoNotCallResponse> reply) {
    var keys = keys(request.getPerson());
    int lifted = suppressing.lift(keys, Suppression::isOfTheRegister);
    trail.didTo(keys, SUPPRESSIONS, act("DO_NOT_CALL_LIFTED", ""));
    reply.onNext(LiftDoNotCallResponse.newBuilder().setLifted(lifted).build());
    reply.onCompleted();
  }

  @Override
  public void getSuppressions(
      GetSuppressionsRequest request, StreamObserver<GetSuppressionsResponse> reply) {
    var found = suppressing.find(keys(request.getPerson()));
    reply.onNext(
        GetSuppressionsResponse.newBuilder()
            .addAllSuppressions(found.stream().map(SuppressionGrpcService::shown).toList())
            .build());
    reply.onCompleted();
  }

  private static Trail.Act act(String name, String reason) {
    return new Trail.Act(Caller.current(), name, reason);
  }

  private static List<String> keys(PersonKeys person) {
    var keys = PersonKeyring.of(person).all();
    if (keys.isEmpty()) {
      throw InvalidFields.of("person", "REQUIRED", Map.of("field", "person"));
    }
    return keys;
  }

  private static Suppression suppression(
      org.masterplan.governance.v1.Suppression stated, Instant now) {
    return new Suppression(
        ContactProtos.channel(stated.getChannel()).orElse(null),
        ContactProtos.messageClass(stated.getMessageClass()).orElse(null),
        stated.getReason(),
        now);
  }

  private static org.masterplan.governance.v1.Suppression shown(Suppression no) {
    var shown =
        org.masterplan.governance.v1.Suppression.newBuilder()
            .setReason(no.reason())
            .setCreateTime(ContactProtos.timestamp(no.since()));
    if (no.channel() != null) {
      shown.setChannel(ContactProtos.channel(no.channel()));
    }
    if (no.messageClass() != null) {
      shown.setMessageClass(ContactProtos.messageClass(no.messageClass()));
    }
    return shown.build();
  }
}
