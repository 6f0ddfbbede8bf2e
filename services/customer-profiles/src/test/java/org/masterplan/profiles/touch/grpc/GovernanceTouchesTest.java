package org.masterplan.profiles.touch.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.ContactServiceGrpc.ContactServiceImplBase;
import org.masterplan.governance.v1.ListTouchesRequest;
import org.masterplan.governance.v1.ListTouchesResponse;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.touch.domain.Touch;

class GovernanceTouchesTest {
  private static final Actor PROFILES = Actor.service("customer-profiles");
  private static final Instant SINCE = Instant.parse("2026-08-23T02:00:00.250Z");
  private static final Instant LAST = Instant.parse("2026-11-20T02:00:00Z");

  private final List<ListTouchesRequest> asked = new ArrayList<>();
  private boolean away;

  @Test
  void since_asksAThousandNamesAtATime_andKeepsWhoseEachTouchIs() {
    try (var governance = GrpcTest.serving(new Ledger())) {
      var touches = new GovernanceTouches(governance.as(PROFILES), Duration.ofSeconds(5));
      var names = IntStream.range(0, 1500).mapToObj(i -> "profiles/p" + i).toList();

      var found = touches.since(SINCE, names);

      assertThat(asked).extracting(ListTouchesRequest::getProfilesCount).containsExactly(1000, 500);
      assertThat(Timestamps.toMillis(asked.getFirst().getSinceTime()))
          .isEqualTo(SINCE.toEpochMilli());
      var contact =
          new Touch.Contact(
              "businessUnits/dairy", "SMS", true, List.of("communities/me-bim"), 2, LAST);
      assertThat(found).containsOnlyKeys("profiles/p0", "profiles/p1000");
      assertThat(found.get("profiles/p0")).containsExactly(contact);
      assertThat(touches.since(SINCE, List.of())).isEmpty();
      assertThat(asked).hasSize(2);
    }
  }

  @Test
  void since_whileGovernanceIsAway_saysSo() {
    away = true;
    try (var governance = GrpcTest.serving(new Ledger())) {
      var touches = new GovernanceTouches(governance.as(PROFILES), Duration.ofSeconds(5));

      assertThatThrownBy(() -> touches.since(SINCE, List.of("profiles/p1")))
          .isInstanceOf(Unavailable.class);
    }
  }

  /** Has reached the first of those it is asked about. */
  private final class Ledger extends ContactServiceImplBase {
    @Override
    public void listTouches(ListTouchesRequest request, StreamObserver<ListTouchesResponse> reply) {
      if (away) {
        reply.onError(Status.UNAVAILABLE.asRuntimeException());
        return;
      }
      asked.add(request);
      var touch =
          ListTouchesResponse.Touch.newBuilder()
              .setProfile(request.getProfiles(0))
              .setBusinessUnit("businessUnits/dairy")
              .setChannel(Channel.SMS)
              .setMessageClass(MessageClass.PROMOTION)
              .addCommunities("communities/me-bim")
              .setContacts(2)
              .setLastTime(Timestamps.fromMillis(LAST.toEpochMilli()));
      reply.onNext(ListTouchesResponse.newBuilder().addTouches(touch).build());
      reply.onCompleted();
    }
  }
}
