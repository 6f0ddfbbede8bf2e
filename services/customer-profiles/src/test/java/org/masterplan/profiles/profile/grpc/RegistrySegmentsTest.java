package org.masterplan.profiles.profile.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.profile.app.Segments;
import org.masterplan.registry.v1.ListSegmentsRequest;
import org.masterplan.registry.v1.ListSegmentsResponse;
import org.masterplan.registry.v1.PlanServiceGrpc.PlanServiceImplBase;
import org.masterplan.registry.v1.Segment;

class RegistrySegmentsTest {
  private static final Actor CMO = new Actor("lan", Set.of(Role.CMO), Set.of(), "");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);

  /** A page of two, and one of three. */
  private static final class Plan extends PlanServiceImplBase {
    @Override
    public void listSegments(
        ListSegmentsRequest request, StreamObserver<ListSegmentsResponse> reply) {
      var page = ListSegmentsResponse.newBuilder();
      if (request.getPageToken().isEmpty()) {
        page.addSegments(segment("young", "birth_year >= 1990"))
            .addSegments(segment("odd", "shoe_size > 40"))
            .setNextPageToken("more");
      } else {
        page.addSegments(segment("empty", " "))
            .addSegments(segment("of-another", "segment = \"segments/young\""))
            .addSegments(segment("worth", "value > 0"));
      }
      reply.onNext(page.build());
      reply.onCompleted();
    }

    private static Segment segment(String id, String filter) {
      return Segment.newBuilder().setName("segments/" + id).setProfileFilter(filter).build();
    }
  }

  @Test
  void all_areThoseThatSayWhomTheyHold_andTheOthersAreTold() {
    try (var registry = GrpcTest.serving(new Plan())) {
      var segments = new RegistrySegments(registry.as(CMO), Duration.ofSeconds(5), CLOCK);

      assertThat(segments.all())
          .extracting(Segments.Segment::name)
          .containsExactly("segments/young");
      assertThat(segments.unreadable())
          .isEqualTo(
              Map.of(
                  "segments/odd", "shoe_size > 40",
                  "segments/empty", " ",
                  "segments/of-another", "segment = \"segments/young\"",
                  "segments/worth", "value > 0"));
    }
  }
}
