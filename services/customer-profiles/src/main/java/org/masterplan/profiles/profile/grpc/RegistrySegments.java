package org.masterplan.profiles.profile.grpc;

import io.grpc.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.query.FilterParser;
import org.masterplan.profiles.call.OtherService;
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

  private final OtherService registry;
  private final Clock clock;
  private volatile @Nullable Answer last;

  private record Answer(List<Segment> segments, Instant at) {}

  public RegistrySegments(Channel channel, Duration deadline, Clock clock) {
    this.registry = OtherService.registry(channel, deadline);
    this.clock = clock;
  }

  @Override
  public List<Segment> all() {
    var known = last;
    if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
      return known.segments();
    }
    try {
      var asked = ask();
      last = new Answer(asked, clock.instant());
      return asked;
    } catch (Unavailable e) {
      if (known != null) {
        return known.segments();
      }
      throw e;
    }
  }

  private List<Segment> ask() {
    var segments = new ArrayList<Segment>();
    var asked = ListSegmentsRequest.newBuilder().setPageSize(PAGE);
    do {
      var page =
          registry.ask(PlanServiceGrpc::newBlockingStub, stub -> stub.listSegments(asked.build()));
      page.getSegmentsList().forEach(s -> add(s.getName(), s.getProfileFilter(), segments));
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty());
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
