package org.masterplan.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.util.Timestamps;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.audit.v1.AuditServiceGrpc;
import org.masterplan.audit.v1.ListAuditEntriesRequest;
import org.masterplan.audit.v1.VerifyAuditRequest;
import org.masterplan.embeddedmongo.EmbeddedMongo;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.ContactServiceGrpc;
import org.masterplan.governance.v1.CreateMessageRequest;
import org.masterplan.governance.v1.DecideContactRequest;
import org.masterplan.governance.v1.GetMessageRequest;
import org.masterplan.governance.v1.ListPoliciesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.governance.v1.PolicyServiceGrpc;
import org.masterplan.governance.v1.SuppressContactRequest;
import org.masterplan.governance.v1.SuppressContactResponse;
import org.masterplan.governance.v1.Suppression;
import org.masterplan.governance.v1.SuppressionServiceGrpc;
import org.masterplan.governance.v1.UpdateMessageRequest;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.call.ServiceIdentity;
import org.masterplan.platform.feed.DistantFeed;
import org.masterplan.platform.testkit.Duties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** The process as it is deployed, with no other service near it. */
class GovernanceApplicationTest {
  @TempDir static Path folder;
  static EmbeddedMongo store;
  static ConfigurableApplicationContext governance;
  static ManagedChannel channel;
  static ClientInterceptor token;

  @BeforeAll
  static void start() {
    store = EmbeddedMongo.inTemporaryFolder();
    var key = folder.resolve("service.key");
    governance =
        new SpringApplicationBuilder(GovernanceApplication.class)
            .run(
                "--spring.config.name=message-governance",
                "--masterplan.mongo.uri=" + store.connectionString(),
                "--masterplan.security.service-key-file=" + key,
                "--masterplan.spool=" + folder.resolve("spool"),
                "--spring.grpc.server.port=0");
    int port = governance.getBean(GrpcServerLifecycle.class).getPort();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    var identity = ServiceIdentity.fromFile("test", key, Clock.systemUTC());
    var headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
        "Bearer " + identity.token());
    token = MetadataUtils.newAttachHeadersInterceptor(headers);
  }

  @AfterAll
  static void stop() throws Exception {
    channel.shutdownNow();
    governance.close();
    store.close();
  }

  @Test
  void messages_writtenOverTheWire_areThereAfterwards() {
    var messages = MessageServiceGrpc.newBlockingStub(channel).withInterceptors(token);
    var created =
        messages.createMessage(
            CreateMessageRequest.newBuilder()
                .setMessageId("lop-hoc")
                .setMessage(
                    Message.newBuilder()
                        .setTitle("Lớp học ăn dặm")
                        .setBusinessUnit("businessUnits/dairy")
                        .setMessageClass(MessageClass.INFO)
                        .setChannel(Channel.EMAIL)
                        .setPlannedTime(Timestamps.fromMillis(soon())))
                .build());

    var read =
        messages.getMessage(GetMessageRequest.newBuilder().setName(created.getName()).build());

    assertThat(created.getState()).isEqualTo(Message.State.DRAFT);
    assertThat(read).isEqualTo(created);
  }

  @Test
  void service_doesItsDuties() {
    var repeatable =
        Set.of(
            "CheckMessage",
            "ConfirmContact",
            "ReleaseContact",
            "SuppressContact",
            "LiftSuppression",
            "LiftDoNotCall");

    assertThat(Duties.undone(governance, repeatable)).isEmpty();
  }

  @Test
  void requestRepeated_isDoneOnce_andAnsweredTheSame() {
    var messages = MessageServiceGrpc.newBlockingStub(channel).withInterceptors(token);
    var created = messages.createMessage(draft("ngay-hoi"));
    var update =
        UpdateMessageRequest.newBuilder()
            .setMessage(created.toBuilder().setTopic("ngày hội"))
            .setRequestId("7c9e6679-7425-40de-944b-e07fc1f90ae7")
            .build();

    var first = messages.updateMessage(update);
    var repeat = messages.updateMessage(update);

    assertThat(repeat).isEqualTo(first);
    assertThat(first.getEtag()).isNotEqualTo(created.getEtag());
  }

  @Test
  void commands_areOnTheTrail_andItVerifies() {
    MessageServiceGrpc.newBlockingStub(channel)
        .withInterceptors(token)
        .createMessage(draft("tren-so"));
    suppress("+84901234568");
    var audit = AuditServiceGrpc.newBlockingStub(channel).withInterceptors(token);
    var parent = "services/message-governance";

    await()
        .untilAsserted(
            () ->
                assertThat(
                        audit
                            .listAuditEntries(
                                ListAuditEntriesRequest.newBuilder().setParent(parent).build())
                            .getAuditEntriesList())
                    .extracting(e -> e.getAct() + " " + e.getResource())
                    .contains(
                        "MESSAGE_CREATED messages/tren-so", "CONTACT_SUPPRESSED suppressions/-"));
    var verdict = audit.verifyAudit(VerifyAuditRequest.newBuilder().setParent(parent).build());
    assertThat(verdict.getBrokenBatch()).isZero();
    assertThat(verdict.getIntactEntries()).isPositive();
  }

  @Test
  void digest_tellsOfEveryMessage() {
    MessageServiceGrpc.newBlockingStub(channel)
        .withInterceptors(token)
        .createMessage(draft("do-dem"));

    var digest =
        DistantFeed.digest(
            ClientInterceptors.intercept(channel, token), "message-governance", "messages");

    assertThat(digest).isNotEmpty();
  }

  private static CreateMessageRequest draft(String id) {
    return CreateMessageRequest.newBuilder()
        .setMessageId(id)
        .setMessage(
            Message.newBuilder()
                .setTitle(id)
                .setBusinessUnit("businessUnits/dairy")
                .setMessageClass(MessageClass.INFO)
                .setChannel(Channel.EMAIL))
        .build();
  }

  private static SuppressContactResponse suppress(String phone) {
    return SuppressionServiceGrpc.newBlockingStub(channel)
        .withInterceptors(token)
        .suppressContact(
            SuppressContactRequest.newBuilder()
                .setPerson(PersonKeys.newBuilder().addPhones(phone))
                .setSuppression(Suppression.newBuilder().setReason("withdrawal"))
                .build());
  }

  @Test
  void decide_withoutTheProfiles_failsClosed() {
    var contacts = ContactServiceGrpc.newBlockingStub(channel).withInterceptors(token);
    var request =
        DecideContactRequest.newBuilder()
            .setPhone("0901234567")
            .setChannel(Channel.SMS)
            .setMessageClass(MessageClass.PROMOTION)
            .setReserve(true)
            .build();

    assertThatThrownBy(() -> contacts.decideContact(request))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE));
  }

  @Test
  void suppress_needsNoOtherService() {
    assertThat(suppress("+84901234567").hasEffectiveTime()).isTrue();
  }

  @Test
  void policies_showTheConfiguredNumbers() {
    var policies =
        PolicyServiceGrpc.newBlockingStub(channel)
            .withInterceptors(token)
            .listPolicies(ListPoliciesRequest.getDefaultInstance())
            .getPoliciesList();

    assertThat(policies)
        .filteredOn(p -> p.getName().equals("policies/attention-budget"))
        .singleElement()
        .satisfies(p -> assertThat(p.getText()).contains("7 contacts").contains("7 days"));
  }

  /** Messages are planned for a time to come, whenever the test runs. */
  private static long soon() {
    return Instant.now().plus(Duration.ofDays(30)).toEpochMilli();
  }
}
