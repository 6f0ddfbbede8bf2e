package org.masterplan.profiles.effect.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.v1.ContactServiceGrpc.ContactServiceImplBase;
import org.masterplan.governance.v1.ListDrawnRequest;
import org.masterplan.governance.v1.ListDrawnResponse;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.ListMessagesResponse;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageServiceGrpc.MessageServiceImplBase;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.effect.app.Trials.Trial;

class GovernanceTrialsTest {
  private static final Actor PROFILES = Actor.service("customer-profiles");
  private static final Instant SINCE = Instant.parse("2026-08-23T02:00:00Z");
  private static final Instant RELEASED = Instant.parse("2026-11-01T02:00:00Z");

  private static final Set<String> AMONG = Set.of("profiles/a", "profiles/b", "profiles/c");

  private final List<String> asked = new ArrayList<>();
  private int others;
  private boolean away;

  @Test
  void of_readsThePromotionsWithAHoldOut_andWhoWasDrawnOfThoseAskedFor() {
    try (var governance = GrpcTest.serving(new Messages(), new Ledger())) {
      var trials = new GovernanceTrials(governance.as(PROFILES), Duration.ofSeconds(5));

      var found = trials.of("communities/me-bim", SINCE, AMONG, Optional.empty());

      assertThat(asked)
          .containsExactly(
              "state = RELEASED AND message_class = PROMOTION"
                  + " AND communities = \"communities/me-bim\""
                  + " AND planned_time >= \"2026-08-23T02:00:00Z\"",
              "messages/tet ",
              "messages/tet more");
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().message()).isEqualTo("messages/tet");
      assertThat(found.getFirst().released()).isEqualTo(RELEASED);
      assertThat(found.getFirst().reached()).containsExactlyInAnyOrder("profiles/a", "profiles/b");
      assertThat(found.getFirst().heldOut()).containsExactly("profiles/c");
    }
  }

  /** The newest are beer's: they take no place of the dairy's. */
  @Test
  void of_aUnit_readsTheNewestOfItsOwn_andAsksNothingOfOthers() {
    others = 30;
    try (var governance = GrpcTest.serving(new Messages(), new Ledger())) {
      var trials = new GovernanceTrials(governance.as(PROFILES), Duration.ofSeconds(5));
      var dairy = Optional.of(Set.of("businessUnits/dairy"));

      var found = trials.of("communities/me-bim", SINCE, AMONG, dairy);

      assertThat(found).extracting(Trial::message).containsExactly("messages/tet");
      assertThat(asked).noneMatch(question -> question.startsWith("messages/bia"));
      assertThat(trials.of("communities/me-bim", SINCE, AMONG, Optional.empty())).hasSize(20);
    }
  }

  @Test
  void of_whileGovernanceIsAway_saysSo() {
    away = true;
    try (var governance = GrpcTest.serving(new Messages(), new Ledger())) {
      var trials = new GovernanceTrials(governance.as(PROFILES), Duration.ofSeconds(5));

      assertThatThrownBy(() -> trials.of("communities/me-bim", SINCE, AMONG, Optional.empty()))
          .isInstanceOf(Unavailable.class);
    }
  }

  private final class Messages extends MessageServiceImplBase {
    @Override
    public void listMessages(
        ListMessagesRequest request, StreamObserver<ListMessagesResponse> reply) {
      if (away) {
        reply.onError(Status.UNAVAILABLE.asRuntimeException());
        return;
      }
      asked.add(request.getFilter());
      var page = ListMessagesResponse.newBuilder();
      for (int i = 0; i < others; i++) {
        page.addMessages(message("messages/bia-" + i, 20).setBusinessUnit("businessUnits/beer"));
      }
      reply.onNext(
          page.addMessages(message("messages/to-all", 0))
              .addMessages(message("messages/tet", 20))
              .build());
      reply.onCompleted();
    }

    private static Message.Builder message(String name, int holdOut) {
      var released = Timestamps.fromMillis(RELEASED.toEpochMilli());
      return Message.newBuilder()
          .setName(name)
          .setBusinessUnit("businessUnits/dairy")
          .setAudience(Message.Audience.newBuilder().setHoldOutPercent(holdOut))
          .setContacts(Message.Contacts.newBuilder().setAsOfTime(released));
    }
  }

  private final class Ledger extends ContactServiceImplBase {
    @Override
    public void listDrawn(ListDrawnRequest request, StreamObserver<ListDrawnResponse> reply) {
      asked.add(request.getMessage() + " " + request.getPageToken());
      var first = request.getPageToken().isEmpty();
      reply.onNext(
          first
              ? ListDrawnResponse.newBuilder()
                  .addReached("profiles/a")
                  .addReached("profiles/elsewhere")
                  .addHeldOut("profiles/c")
                  .addHeldOut("profiles/elsewhere")
                  .setNextPageToken("more")
                  .build()
              : ListDrawnResponse.newBuilder().addReached("profiles/b").build());
      reply.onCompleted();
    }
  }
}
