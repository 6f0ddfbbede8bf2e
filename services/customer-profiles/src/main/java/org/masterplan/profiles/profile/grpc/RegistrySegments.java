package org.masterplan.profiles.profile.grpc;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.query.FilterParser;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Segments;
import org.masterplan.registry.v1.ListSegmentsRequest;
import org.masterplan.registry.v1.PlanServiceGrpc;

/**
 * The registry's segments, asked again when older than {@link #FRESH}. While the registry is away
 * the last answer counts.
 */
public final class RegistrySegments implements Segments {
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final int PAGE = 200;

  private final Channel channel;
  private final Duration deadline;
  private final Clock clock;
  private volatile @Nullable Answer last;

  private record Answer(List<Segment> segments, Instant at) {}

  public RegistrySegments(Channel channel, Duration deadline, Clock clock) {
    this.channel = channel;
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public List<Segment> all() {
    var known = last;
    if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
      return known.segments();
    }
    try {
      var asked = Caller.callAsService("customer-profiles", this::ask);
      last = new Answer(asked, clock.instant());
      return asked;
    } catch (StatusRuntimeException e) {
      if (known != null) {
        return known.segments();
      }
      throw new Unavailable("SERVICES_AWAY", Map.of("services", "community-registry"));
    }
  }

  private List<Segment> ask() {
    var stub =
        PlanServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    var segments = new ArrayList<Segment>();
    var token = "";
    do {
      var page =
          stub.listSegments(
              ListSegmentsRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build());
      page.getSegmentsList().forEach(s -> add(s.getName(), s.getProfileFilter(), segments));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return segments;
  }

  /** A segment without a filter, or with one that cannot be read, has nobody in it. */
  private static void add(String name, String filter, List<Segment> segments) {
    if (filter.isBlank()) {
      return;
    }
    try {
      segments.add(new Segment(name, FilterParser.parse(filter, CardFields.ALL)));
    } catch (InvalidFields _) {
      // The registry lets people write what it does not understand itself.
    }
  }
}
