package org.masterplan.profiles.touch.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc.CommunityServiceImplBase;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.masterplan.registry.v1.ListMembershipsRequest;
import org.masterplan.registry.v1.ListMembershipsResponse;
import org.masterplan.registry.v1.Member;
import org.masterplan.registry.v1.MemberServiceGrpc.MemberServiceImplBase;

class RegistryPlacesTest {
  private static final Actor CMO = new Actor("lan", Set.of(Role.CMO), Set.of(), "");

  private final List<Integer> asked = new ArrayList<>();
  private Status broken = Status.OK;

  @Test
  void seats_areThoseTaken_nowOrOnce_aHundredNamesAtATime() {
    try (var registry = GrpcTest.serving(new Members())) {
      var places = new RegistryPlaces(registry.as(CMO), Duration.ofSeconds(5));
      var names = IntStream.range(0, 150).mapToObj(i -> "profiles/p" + i).toList();

      var seats = places.seats(names);

      assertThat(asked).containsExactly(100, 50);
      assertThat(seats).containsOnlyKeys("profiles/p0", "profiles/p100");
      assertThat(seats.get("profiles/p0"))
          .containsExactlyInAnyOrder("communities/me-bim", "communities/an-dam");
      assertThat(places.seats(List.of())).isEmpty();
    }
  }

  @Test
  void units_leaveOutWhatIsNotOnThePlan() {
    try (var registry = GrpcTest.serving(new Communities())) {
      var places = new RegistryPlaces(registry.as(CMO), Duration.ofSeconds(5));

      assertThat(places.units(List.of("communities/me-bim", "communities/nowhere")))
          .isEqualTo(Map.of("communities/me-bim", "businessUnits/dairy"));
      broken = Status.UNAVAILABLE;
      assertThatThrownBy(() -> places.units(List.of("communities/me-bim")))
          .isInstanceOf(Unavailable.class);
    }
  }

  /** The first who is asked about takes part, took part and waits. */
  private final class Members extends MemberServiceImplBase {
    @Override
    public void listMemberships(
        ListMembershipsRequest request, StreamObserver<ListMembershipsResponse> reply) {
      asked.add(request.getProfilesCount());
      var of = request.getProfiles(0);
      reply.onNext(
          ListMembershipsResponse.newBuilder()
              .addMemberships(member("me-bim", of, Member.State.JOINED))
              .addMemberships(member("an-dam", of, Member.State.LEFT))
              .addMemberships(member("bia-hoi", of, Member.State.WAITING))
              .build());
      reply.onCompleted();
    }

    private static Member member(String community, String profile, Member.State state) {
      return Member.newBuilder()
          .setName("communities/" + community + "/members/m-1")
          .setProfile(profile)
          .setState(state)
          .build();
    }
  }

  private final class Communities extends CommunityServiceImplBase {
    @Override
    public void getCommunity(GetCommunityRequest request, StreamObserver<Community> reply) {
      if (!broken.isOk()) {
        reply.onError(broken.asRuntimeException());
      } else if (request.getName().equals("communities/me-bim")) {
        reply.onNext(Community.newBuilder().setBusinessUnit("businessUnits/dairy").build());
        reply.onCompleted();
      } else {
        reply.onError(Status.NOT_FOUND.asRuntimeException());
      }
    }
  }
}
