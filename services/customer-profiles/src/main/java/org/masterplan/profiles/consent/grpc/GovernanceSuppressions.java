package org.masterplan.profiles.consent.grpc;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.masterplan.governance.v1.GetSuppressionsRequest;
import org.masterplan.governance.v1.LiftDoNotCallRequest;
import org.masterplan.governance.v1.LiftSuppressionRequest;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.governance.v1.SuppressContactRequest;
import org.masterplan.governance.v1.Suppression;
import org.masterplan.governance.v1.SuppressionServiceGrpc;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.consent.app.Bars;
import org.masterplan.profiles.consent.app.Suppressions;
import org.masterplan.profiles.consent.domain.Consent;

/** Message governance's ledger, asked over gRPC in the service's own name. */
public final class GovernanceSuppressions implements Suppressions, Bars {
  /** What a purpose is called among message classes; a purpose that is not here covers all. */
  private static final Map<String, List<MessageClass>> CLASSES =
      Map.of(
          "MARKETING", List.of(MessageClass.PROMOTION),
          "SURVEY", List.of(MessageClass.ASK),
          "SERVICE", List.of(MessageClass.INFO, MessageClass.CARE));

  /** The law's register is about advertising by these. */
  private static final List<org.masterplan.governance.v1.Channel> BARRED =
      List.of(org.masterplan.governance.v1.Channel.SMS, org.masterplan.governance.v1.Channel.CALL);

  private static final String REGISTER = "do-not-call-register";

  private final Channel channel;
  private final Duration deadline;

  public GovernanceSuppressions(Channel channel, Duration deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  @Override
  public void tell(Person person, Consent consent) {
    var ways = ways(consent.channel());
    // A channel that governance does not know reaches nobody through it.
    if (ways.isEmpty()) {
      return;
    }
    try {
      Caller.runAsService("customer-profiles", () -> ways.forEach(w -> tell(person, consent, w)));
    } catch (StatusRuntimeException e) {
      throw new Unavailable("GOVERNANCE_AWAY", Map.of("status", e.getStatus().getCode().name()));
    }
  }

  @Override
  public void bar(Person person) {
    ask(
        () -> {
          for (var way : BARRED) {
            var no = suppress(keys(person), way, MessageClass.PROMOTION, REGISTER);
            stub().suppressContact(no);
          }
          return true;
        });
  }

  @Override
  public void unbar(Person person) {
    var request = LiftDoNotCallRequest.newBuilder().setPerson(keys(person)).build();
    ask(() -> stub().liftDoNotCall(request));
  }

  @Override
  public boolean isBarred(List<String> phones) {
    var keys = PersonKeys.newBuilder().addAllPhones(phones);
    var request = GetSuppressionsRequest.newBuilder().setPerson(keys).build();
    return ask(() -> stub().getSuppressions(request)).getSuppressionsList().stream()
        .anyMatch(no -> no.getReason().equals(REGISTER));
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return Caller.callAsService("customer-profiles", question);
    } catch (StatusRuntimeException e) {
      throw new Unavailable("GOVERNANCE_AWAY", Map.of("status", e.getStatus().getCode().name()));
    }
  }

  private static PersonKeys keys(Person person) {
    return PersonKeys.newBuilder()
        .addAllProfiles(person.profiles())
        .addAllPhones(person.phones())
        .addAllEmails(person.emails())
        .build();
  }

  private void tell(Person person, Consent consent, org.masterplan.governance.v1.Channel way) {
    var keys = keys(person);
    for (var messageClass : classes(consent.purpose())) {
      switch (consent.state()) {
        case WITHDRAWN -> stub().suppressContact(suppress(keys, way, messageClass, "withdrawal"));
        case GRANTED -> stub().liftSuppression(lift(keys, way, messageClass));
      }
    }
  }

  private static SuppressContactRequest suppress(
      PersonKeys keys,
      org.masterplan.governance.v1.Channel way,
      MessageClass messageClass,
      String reason) {
    return SuppressContactRequest.newBuilder()
        .setPerson(keys)
        .setSuppression(
            Suppression.newBuilder()
                .setChannel(way)
                .setMessageClass(messageClass)
                .setReason(reason))
        .build();
  }

  private static LiftSuppressionRequest lift(
      PersonKeys keys, org.masterplan.governance.v1.Channel way, MessageClass messageClass) {
    return LiftSuppressionRequest.newBuilder()
        .setPerson(keys)
        .setChannel(way)
        .setMessageClass(messageClass)
        .build();
  }

  private static List<MessageClass> classes(String purpose) {
    return CLASSES.getOrDefault(purpose, List.of(MessageClass.MESSAGE_CLASS_UNSPECIFIED));
  }

  private static List<org.masterplan.governance.v1.Channel> ways(String channel) {
    if (channel.equals(Consent.ALL)) {
      return List.of(org.masterplan.governance.v1.Channel.CHANNEL_UNSPECIFIED);
    }
    for (var way : org.masterplan.governance.v1.Channel.values()) {
      if (way.name().equals(channel)) {
        return List.of(way);
      }
    }
    return List.of();
  }

  private SuppressionServiceGrpc.SuppressionServiceBlockingStub stub() {
    return SuppressionServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }
}
