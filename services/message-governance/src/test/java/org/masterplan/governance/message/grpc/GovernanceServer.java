package org.masterplan.governance.message.grpc;

import static org.masterplan.governance.message.app.MessageFixture.MORNING;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.masterplan.governance.contact.app.Contacts;
import org.masterplan.governance.contact.app.Trail;
import org.masterplan.governance.contact.domain.ContactLimits;
import org.masterplan.governance.contact.domain.ContactRules;
import org.masterplan.governance.contact.domain.KeyedDraw;
import org.masterplan.governance.contact.grpc.ContactGrpcService;
import org.masterplan.governance.contact.grpc.LedgerPersonData;
import org.masterplan.governance.contact.grpc.SuppressionGrpcService;
import org.masterplan.governance.message.app.InMemoryPlan;
import org.masterplan.governance.message.app.MessageOrigins;
import org.masterplan.governance.policy.grpc.PolicyGrpcService;
import org.masterplan.governance.v1.ApproveMessageRequest;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.ContactServiceGrpc;
import org.masterplan.governance.v1.ContactServiceGrpc.ContactServiceBlockingStub;
import org.masterplan.governance.v1.CreateMessageRequest;
import org.masterplan.governance.v1.DecideContactRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.governance.v1.MessageServiceGrpc.MessageServiceBlockingStub;
import org.masterplan.governance.v1.SubmitMessageRequest;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.platform.testkit.GrpcTest;

/** The service with everything in memory, and the words of its tests. */
abstract class GovernanceServer {
  static final Actor UNIT = new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");
  static final Actor PRIVACY = new Actor("privacy", Set.of(Role.PRIVACY_OFFICER), Set.of(), "");

  InMemoryPlan plan = new InMemoryPlan();
  List<String> trail = new ArrayList<>();
  GrpcTest server = serve();

  private GrpcTest serve() {
    var cases =
        new MessageGrpcService.UseCases(
            plan.planning, plan.checking, plan.colliding, plan.summarising);
    var origins = new MessageOrigins(plan.plan.messages(), plan.world.purposes());
    var contacts = new Contacts(plan.ledger.ledger, plan.consents, origins);
    var noted =
        new Trail((where, e) -> trail.add(e.actor() + " " + e.act() + " " + where), plan.clock);
    return GrpcTest.serving(
        new MessageGrpcService(cases, plan.plan, plan.snapshots),
        new ContactGrpcService(
            new ContactGrpcService.UseCases(contacts, plan.ledger.ledger, plan.touching),
            noted,
            () -> UUID.randomUUID().toString()),
        new SuppressionGrpcService(plan.suppressing, noted, plan.clock),
        new PolicyGrpcService(
            new ContactRules(ContactLimits.DEFAULTS, new KeyedDraw(new byte[] {7})).policies()),
        new LedgerPersonData(
            plan.personalData,
            new LedgerPersonData.Audiences(plan.snapshots::move, plan.snapshots::remove),
            noted));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  Message submitted(Message message, String id) {
    var created =
        messages(UNIT)
            .createMessage(
                CreateMessageRequest.newBuilder().setMessageId(id).setMessage(message).build());
    return messages(UNIT)
        .submitMessage(
            SubmitMessageRequest.newBuilder()
                .setName(created.getName())
                .setEtag(created.getEtag())
                .build());
  }

  static ApproveMessageRequest approve(Message message) {
    return ApproveMessageRequest.newBuilder()
        .setName(message.getName())
        .setEtag(message.getEtag())
        .build();
  }

  static Message message(String title, List<String> people, Duration later) {
    var planned = MORNING.plus(later);
    return Message.newBuilder()
        .setTitle(title)
        .setBusinessUnit("businessUnits/dairy")
        .setMessageClass(MessageClass.INFO)
        .setChannel(Channel.EMAIL)
        .setText("Mời mẹ đến.")
        .setPlannedTime(Timestamps.fromMillis(planned.toEpochMilli()))
        .setAudience(Message.Audience.newBuilder().addAllProfiles(people))
        .build();
  }

  static DecideContactRequest forMessage(String message, String person) {
    return DecideContactRequest.newBuilder()
        .setProfile("profiles/" + person)
        .setMessage(message)
        .setChannel(Channel.EMAIL)
        .setMessageClass(MessageClass.PROMOTION)
        .setReserve(true)
        .build();
  }

  static DecideContactRequest sms(String phone) {
    return DecideContactRequest.newBuilder()
        .setPhone(phone)
        .setChannel(Channel.SMS)
        .setMessageClass(MessageClass.PROMOTION)
        .setReserve(true)
        .build();
  }

  ContactServiceBlockingStub contacts(Actor actor) {
    return ContactServiceGrpc.newBlockingStub(server.as(actor));
  }

  MessageServiceBlockingStub messages(Actor actor) {
    return MessageServiceGrpc.newBlockingStub(server.as(actor));
  }

  static Code code(Throwable thrown) {
    return ((StatusRuntimeException) thrown).getStatus().getCode();
  }
}
