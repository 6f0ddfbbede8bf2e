package org.masterplan.governance.contact.grpc;

import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.function.Supplier;
import org.masterplan.governance.contact.app.Contacts;
import org.masterplan.governance.contact.app.Contacts.Who;
import org.masterplan.governance.contact.app.Contacts.Wish;
import org.masterplan.governance.contact.app.Decision;
import org.masterplan.governance.contact.app.Ledger;
import org.masterplan.governance.contact.app.Touching;
import org.masterplan.governance.contact.app.Trail;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.governance.policy.grpc.Policies;
import org.masterplan.governance.v1.ConfirmContactRequest;
import org.masterplan.governance.v1.ConfirmContactResponse;
import org.masterplan.governance.v1.ContactServiceGrpc.ContactServiceImplBase;
import org.masterplan.governance.v1.DecideContactRequest;
import org.masterplan.governance.v1.DecideContactResponse;
import org.masterplan.governance.v1.ListDrawnRequest;
import org.masterplan.governance.v1.ListDrawnResponse;
import org.masterplan.governance.v1.ListTouchesRequest;
import org.masterplan.governance.v1.ListTouchesResponse;
import org.masterplan.governance.v1.ReleaseContactRequest;
import org.masterplan.governance.v1.ReleaseContactResponse;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;

/** Speaks for the contact ledger. Translates; decides nothing. */
public final class ContactGrpcService extends ContactServiceImplBase {
  private final Contacts contacts;
  private final Ledger ledger;
  private final Touching touching;
  private final Trail trail;
  private final Supplier<String> ids;

  /** What it speaks for. */
  public record UseCases(Contacts contacts, Ledger ledger, Touching touching) {}

  /** {@code ids}: names a wish that came without a request id. */
  public ContactGrpcService(UseCases cases, Trail trail, Supplier<String> ids) {
    this.contacts = cases.contacts();
    this.ledger = cases.ledger();
    this.touching = cases.touching();
    this.trail = trail;
    this.ids = ids;
  }

  @Override
  public void decideContact(
      DecideContactRequest request, StreamObserver<DecideContactResponse> reply) {
    var wish = wish(request);
    var decision = contacts.decide(wish, request.getReserve());
    if (request.getReserve()) {
      noted(wish.id(), decision.granted() ? "CONTACT_RESERVED" : "CONTACT_REFUSED");
    }
    reply.onNext(answer(decision));
    reply.onCompleted();
  }

  private void noted(String id, String act) {
    trail.did(Caller.current(), act, "reservations/" + id, "");
  }

  private Wish wish(DecideContactRequest request) {
    return new Wish(
        request.getRequestId().isEmpty() ? ids.get() : request.getRequestId(),
        who(request),
        request.getMessage(),
        request.getBusinessUnit(),
        messageClass(request),
        ContactProtos.required("channel", ContactProtos.channel(request.getChannel())),
        request.hasTime() ? ContactProtos.instant(request.getTime()) : null);
  }

  private static org.masterplan.governance.contact.domain.MessageClass messageClass(
      DecideContactRequest request) {
    var stated = ContactProtos.messageClass(request.getMessageClass());
    // The message's own class wins, so none need be stated where a message is named.
    var unless =
        request.getMessage().isEmpty()
            ? Optional.<org.masterplan.governance.contact.domain.MessageClass>empty()
            : Optional.of(org.masterplan.governance.contact.domain.MessageClass.PROMOTION);
    return ContactProtos.required("message_class", stated.or(() -> unless));
  }

  private static Who who(DecideContactRequest request) {
    return switch (request.getPersonCase()) {
      case PROFILE ->
          new Who.Profile(
              ResourceName.parse("profile", "profiles", request.getProfile()).toString());
      case PHONE -> new Who.Point(ContactPoint.phone("phone", request.getPhone()));
      case EMAIL -> new Who.Point(ContactPoint.mailbox("email", request.getEmail()));
      case PERSON_NOT_SET -> ContactProtos.required("profile", Optional.empty());
    };
  }

  private static DecideContactResponse answer(Decision decision) {
    var answer = DecideContactResponse.newBuilder().setGranted(decision.granted());
    if (!decision.reservation().isEmpty()) {
      answer.setReservation("reservations/" + decision.reservation());
    }
    decision.refusals().forEach(p -> answer.addRefusals(Policies.objection(p)));
    if (decision.next() != null) {
      answer.setNextAllowedTime(ContactProtos.timestamp(decision.next()));
    }
    if (decision.expires() != null) {
      answer.setExpireTime(ContactProtos.timestamp(decision.expires()));
    }
    return answer.build();
  }

  @Override
  public void confirmContact(
      ConfirmContactRequest request, StreamObserver<ConfirmContactResponse> reply) {
    var id = id(request.getReservation());
    var counted = contacts.confirm(id);
    noted(id, "CONTACT_CONFIRMED");
    reply.onNext(
        ConfirmContactResponse.newBuilder().setTime(ContactProtos.timestamp(counted)).build());
    reply.onCompleted();
  }

  @Override
  public void releaseContact(
      ReleaseContactRequest request, StreamObserver<ReleaseContactResponse> reply) {
    var id = id(request.getReservation());
    if (ledger.release(id)) {
      noted(id, "CONTACT_RELEASED");
    }
    reply.onNext(ReleaseContactResponse.getDefaultInstance());
    reply.onCompleted();
  }

  @Override
  public void listTouches(ListTouchesRequest request, StreamObserver<ListTouchesResponse> reply) {
    var since = ContactProtos.instant(request.getSinceTime());
    var answer = ListTouchesResponse.newBuilder();
    touching
        .of(request.getProfilesList(), since)
        .forEach(touch -> answer.addTouches(ContactProtos.touch(touch)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  @Override
  public void listDrawn(ListDrawnRequest request, StreamObserver<ListDrawnResponse> reply) {
    var message = ResourceName.parse("message", "messages", request.getMessage()).toString();
    contacts.mustKnow(message);
    var drawn = touching.drawn(message, request.getPageToken());
    reply.onNext(
        ListDrawnResponse.newBuilder()
            .addAllReached(drawn.reached())
            .addAllHeldOut(drawn.heldOut())
            .setNextPageToken(drawn.next())
            .build());
    reply.onCompleted();
  }

  private static String id(String reservation) {
    return ResourceName.parse("reservation", "reservations", reservation).id();
  }
}
