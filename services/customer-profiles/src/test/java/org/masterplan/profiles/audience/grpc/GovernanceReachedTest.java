package org.masterplan.profiles.audience.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.ListMessagesResponse;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageServiceGrpc.MessageServiceImplBase;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.testkit.GrpcTest;

class GovernanceReachedTest {
  private static final Actor DATA = new Actor("lan", Set.of(Role.DATA_TEAM), Set.of(), "");
  private static final Instant SINCE = Instant.parse("2026-08-23T02:00:00Z");

  private final List<String> asked = new ArrayList<>();
  private Status broken = Status.OK;

  @Test
  void since_asksForTheCommunitysMessagesOfThatTime_andCountsThoseForNobodyElse() {
    try (var governance = GrpcTest.serving(new Messages())) {
      var reached = new GovernanceReached(governance.as(DATA), Duration.ofSeconds(5));

      assertThat(reached.since("communities/me-bim", SINCE, Optional.empty())).hasValue(8);
      assertThat(asked)
          .containsExactly(
              "state = RELEASED AND communities = \"communities/me-bim\""
                  + " AND planned_time >= \"2026-08-23T02:00:00Z\"");
    }
  }

  @Test
  void since_ofUnits_countsTheirOwnMessages() {
    try (var governance = GrpcTest.serving(new Messages())) {
      var reached = new GovernanceReached(governance.as(DATA), Duration.ofSeconds(5));
      var community = "communities/me-bim";

      assertThat(reached.since(community, SINCE, Optional.of(Set.of("businessUnits/dairy"))))
          .hasValue(3);
      assertThat(reached.since(community, SINCE, Optional.of(Set.of("businessUnits/water"))))
          .isEmpty();
    }
  }

  @Test
  void since_callsOnlyGovernanceThatIsAwayAway() {
    try (var governance = GrpcTest.serving(new Messages())) {
      var reached = new GovernanceReached(governance.as(DATA), Duration.ofSeconds(5));

      broken = Status.UNAVAILABLE;
      assertThatThrownBy(() -> reached.since("communities/me-bim", SINCE, Optional.empty()))
          .isInstanceOf(Unavailable.class);
      broken = Status.INVALID_ARGUMENT;
      assertThatThrownBy(() -> reached.since("communities/me-bim", SINCE, Optional.empty()))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining("INVALID_ARGUMENT");
    }
  }

  private final class Messages extends MessageServiceImplBase {
    @Override
    public void listMessages(
        ListMessagesRequest request, StreamObserver<ListMessagesResponse> reply) {
      if (!broken.isOk()) {
        reply.onError(broken.asRuntimeException());
        return;
      }
      asked.add(request.getFilter());
      reply.onNext(
          ListMessagesResponse.newBuilder()
              .addMessages(message(8, "communities/me-bim"))
              .addMessages(
                  message(3, "communities/me-bim").toBuilder()
                      .setBusinessUnit("businessUnits/dairy"))
              .addMessages(message(90, "communities/me-bim", "communities/bia"))
              .build());
      reply.onCompleted();
    }

    private static Message message(int confirmed, String... communities) {
      return Message.newBuilder()
          .setAudience(Message.Audience.newBuilder().addAllCommunities(List.of(communities)))
          .setContacts(Message.Contacts.newBuilder().setConfirmed(confirmed))
          .build();
    }
  }
}
