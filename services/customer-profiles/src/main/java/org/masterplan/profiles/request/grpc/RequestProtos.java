package org.masterplan.profiles.request.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.request.domain.Deadline;
import org.masterplan.profiles.request.domain.PrivacyRequest;
import org.masterplan.profiles.v1.PrivacyRequest.Clock;

/** Requests of persons as messages. */
final class RequestProtos {
  private static final int REFERENCE = 100;
  private static final String WORD = "([A-Z][A-Z_]{1,39})?";

  private RequestProtos() {}

  /** What a message wishes; {@code now} if it does not say when it came. */
  static PrivacyRequest.Wish wish(org.masterplan.profiles.v1.PrivacyRequest message, Instant now) {
    var reference = Texts.canonical(message.getReference());
    if (reference.isEmpty()) {
      throw new InvalidFields(List.of(Violation.required("privacy_request.reference")));
    }
    if (Texts.length(reference) > REFERENCE) {
      var about = Map.of("field", "reference", "max", Integer.toString(REFERENCE));
      throw InvalidFields.of("privacy_request.reference", "REQUEST_REFERENCE_LENGTH", about);
    }
    return new PrivacyRequest.Wish(
        kind(message.getKind()),
        message.getProfile(),
        reference,
        message.hasReceiveTime() ? instant(message.getReceiveTime()) : now,
        word("purpose", message.getPurpose()),
        word("channel", message.getChannel()));
  }

  private static String word(String field, String text) {
    if (!text.matches(WORD)) {
      throw InvalidFields.of(
          "privacy_request." + field, "CONSENT_WORD", Map.of("field", field, "value", text));
    }
    return text;
  }

  private static PrivacyRequest.Kind kind(org.masterplan.profiles.v1.PrivacyRequest.Kind kind) {
    return switch (kind) {
      case ACCESS -> PrivacyRequest.Kind.ACCESS;
      case CORRECTION -> PrivacyRequest.Kind.CORRECTION;
      case WITHDRAWAL -> PrivacyRequest.Kind.WITHDRAWAL;
      case OBJECTION -> PrivacyRequest.Kind.OBJECTION;
      case ERASURE -> PrivacyRequest.Kind.ERASURE;
      case KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new InvalidFields(List.of(Violation.required("privacy_request.kind")));
    };
  }

  static PrivacyRequest.Method method(org.masterplan.profiles.v1.PrivacyRequest.Method method) {
    return switch (method) {
      case DOCUMENT -> PrivacyRequest.Method.DOCUMENT;
      case CALL_BACK -> PrivacyRequest.Method.CALL_BACK;
      case LINK -> PrivacyRequest.Method.LINK;
      case ACCOUNT -> PrivacyRequest.Method.ACCOUNT;
      case IN_PERSON -> PrivacyRequest.Method.IN_PERSON;
      case ATTORNEY -> PrivacyRequest.Method.ATTORNEY;
      case METHOD_UNSPECIFIED, UNRECOGNIZED ->
          throw new InvalidFields(List.of(Violation.required("method")));
    };
  }

  static org.masterplan.profiles.v1.PrivacyRequest message(PrivacyRequest request, Instant now) {
    var wish = request.wish();
    var progress = request.progress();
    var message =
        org.masterplan.profiles.v1.PrivacyRequest.newBuilder()
            .setName(request.name().toString())
            .setKind(org.masterplan.profiles.v1.PrivacyRequest.Kind.valueOf(wish.kind().name()))
            .setProfile(wish.profile())
            .setReference(wish.reference())
            .setReceiveTime(timestamp(wish.receivedAt()))
            .setPurpose(wish.purpose())
            .setChannel(wish.channel())
            .setState(
                org.masterplan.profiles.v1.PrivacyRequest.State.valueOf(request.state().name()))
            .setAcknowledgement(clock(request.acknowledgement(), now))
            .setAnswer(clock(request.answer(), now))
            .setExtensionReason(progress.extension())
            .setOperation(progress.operation())
            .setReply(progress.reply())
            .setCreator(request.created().by())
            .setCreateTime(timestamp(request.created().at()))
            .setUpdateTime(timestamp(request.updatedAt()))
            .setEtag(Etags.of(request.revision()));
    progress
        .verified()
        .ifPresent(
            v ->
                message
                    .setMethod(
                        org.masterplan.profiles.v1.PrivacyRequest.Method.valueOf(v.method().name()))
                    .setVerifier(v.by())
                    .setVerifyTime(timestamp(v.at())));
    // A claim that was given back is nobody's any more.
    progress
        .claim()
        .filter(_ -> request.state() == PrivacyRequest.State.CARRYING_OUT)
        .ifPresent(c -> message.setCarrier(c.by()).setCarryTime(timestamp(c.at())));
    return message.build();
  }

  private static Clock clock(Deadline deadline, Instant now) {
    var clock =
        Clock.newBuilder()
            .setRule(deadline.rule())
            .setArticle(deadline.article())
            .setDueTime(timestamp(deadline.due()))
            .setDaysLeft(deadline.daysLeft(now))
            .setOverdue(deadline.overdue(now));
    deadline.stopped().ifPresent(t -> clock.setStopTime(timestamp(t)));
    return clock.build();
  }

  private static Timestamp timestamp(Instant time) {
    return Timestamps.fromMillis(time.toEpochMilli());
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochMilli(Timestamps.toMillis(time));
  }
}
