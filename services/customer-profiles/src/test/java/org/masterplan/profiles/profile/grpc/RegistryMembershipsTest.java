package org.masterplan.profiles.profile.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.profile.app.Memberships.Membership;
import org.masterplan.registry.v1.ListMembershipsRequest;
import org.masterplan.registry.v1.ListMembershipsResponse;
import org.masterplan.registry.v1.Member;
import org.masterplan.registry.v1.MemberServiceGrpc;

class RegistryMembershipsTest {
  /** Who joins after midnight in Viet Nam joins the day before in UTC. */
  @Test
  void days_areThoseOfTheInstallation() {
    try (var grpc = GrpcTest.serving(new Registry())) {
      var memberships =
          new RegistryMemberships(
              grpc.as(Actor.service("customer-profiles")),
              Duration.ofSeconds(10),
              ZoneId.of("Asia/Ho_Chi_Minh"));

      assertThat(memberships.of(List.of("profiles/a")))
          .containsExactly(
              new Membership(
                  "communities/me-bim", "communities/me-bim/members/1", "2026-11-21", ""));
    }
  }

  private static final class Registry extends MemberServiceGrpc.MemberServiceImplBase {
    @Override
    public void listMemberships(
        ListMembershipsRequest request, StreamObserver<ListMembershipsResponse> reply) {
      var joined = Instant.parse("2026-11-20T17:30:00Z");
      reply.onNext(
          ListMembershipsResponse.newBuilder()
              .addMemberships(
                  Member.newBuilder()
                      .setName("communities/me-bim/members/1")
                      .setJoinTime(Timestamps.fromMillis(joined.toEpochMilli())))
              .build());
      reply.onCompleted();
    }
  }
}
