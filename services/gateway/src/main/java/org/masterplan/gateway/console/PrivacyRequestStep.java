package org.masterplan.gateway.console;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.masterplan.profiles.v1.AcknowledgePrivacyRequestRequest;
import org.masterplan.profiles.v1.AnswerPrivacyRequestRequest;
import org.masterplan.profiles.v1.ExtendPrivacyRequestRequest;
import org.masterplan.profiles.v1.FulfilPrivacyRequestRequest;
import org.masterplan.profiles.v1.PrivacyRequest;
import org.masterplan.profiles.v1.PrivacyRequestServiceGrpc.PrivacyRequestServiceBlockingStub;
import org.masterplan.profiles.v1.RefusePrivacyRequestRequest;
import org.masterplan.profiles.v1.VerifyPrivacyRequestRequest;

/** What may be done about a person's request. */
enum PrivacyRequestStep {
  ACKNOWLEDGE,
  VERIFY,
  FULFIL,
  ANSWER,
  EXTEND,
  REFUSE;

  /**
   * A step that is taken.
   *
   * @param reason what is said with it
   * @param method how it was made sure who asks
   */
  record Taken(String name, String etag, String reason, String method) {}

  static Optional<PrivacyRequestStep> of(String word) {
    return Arrays.stream(values()).filter(s -> s.name().equalsIgnoreCase(word)).findFirst();
  }

  /** What may be done now; the service decides in the end. */
  static List<PrivacyRequestStep> of(PrivacyRequest request) {
    var steps = new ArrayList<PrivacyRequestStep>();
    boolean ofNobody = request.getProfile().isEmpty();
    switch (request.getState()) {
      case RECEIVED -> steps.addAll(List.of(VERIFY, EXTEND, REFUSE));
      case VERIFIED -> steps.addAll(List.of(ofNobody ? ANSWER : FULFIL, EXTEND, REFUSE));
      // By whoever comes after an instance that died.
      case CARRYING_OUT -> {
        return List.of(FULFIL);
      }
      case FULFILLED -> steps.addAll(List.of(ANSWER, EXTEND));
      case ANSWERED, REFUSED, STATE_UNSPECIFIED, UNRECOGNIZED -> {
        return List.of();
      }
    }
    if (!request.getExtensionReason().isEmpty()) {
      steps.remove(EXTEND);
    }
    if (!request.getAcknowledgement().hasStopTime()) {
      steps.addFirst(ACKNOWLEDGE);
    }
    return steps;
  }

  PrivacyRequest take(Taken t, PrivacyRequestServiceBlockingStub requests) {
    return switch (this) {
      case ACKNOWLEDGE ->
          requests.acknowledgePrivacyRequest(
              fill(AcknowledgePrivacyRequestRequest.newBuilder(), t).build());
      case VERIFY -> {
        var verify = VerifyPrivacyRequestRequest.newBuilder().setMethod(method(t.method()));
        yield requests.verifyPrivacyRequest(fill(verify, t).build());
      }
      case FULFIL ->
          requests.fulfilPrivacyRequest(fill(FulfilPrivacyRequestRequest.newBuilder(), t).build());
      case ANSWER -> {
        var answer = AnswerPrivacyRequestRequest.newBuilder().setReply(t.reason());
        yield requests.answerPrivacyRequest(fill(answer, t).build());
      }
      case EXTEND -> {
        var extend = ExtendPrivacyRequestRequest.newBuilder().setReason(t.reason());
        yield requests.extendPrivacyRequest(fill(extend, t).build());
      }
      case REFUSE -> {
        var refuse = RefusePrivacyRequestRequest.newBuilder().setReason(t.reason());
        yield requests.refusePrivacyRequest(fill(refuse, t).build());
      }
    };
  }

  /** All these messages say which request is meant, and as it was seen. */
  private static <B extends Message.Builder> B fill(B builder, Taken taken) {
    var type = builder.getDescriptorForType();
    builder.setField(type.findFieldByName("name"), taken.name());
    builder.setField(type.findFieldByName("etag"), taken.etag());
    return builder;
  }

  /** Whether something is to be said with it. */
  public boolean isSaid() {
    return this == ANSWER || this == EXTEND || this == REFUSE;
  }

  private static PrivacyRequest.Method method(String word) {
    return Arrays.stream(PrivacyRequest.Method.values())
        .filter(m -> m.name().equals(word))
        .findFirst()
        .orElse(PrivacyRequest.Method.METHOD_UNSPECIFIED);
  }
}
