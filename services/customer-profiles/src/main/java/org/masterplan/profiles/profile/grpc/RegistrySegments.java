package org.masterplan.profiles.profile.grpc;

import io.grpc.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.query.Filter;
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

  /** Those that can be read, and what the others say of whom they hold, by name. */
  private record Answer(List<Segment> segments, Map<String, String> unreadable, Instant at) {}

  public RegistrySegments(Channel channel, Duration deadline, Clock clock) {
    this.registry = OtherService.registry(channel, deadline);
    this.clock = clock;
  }

  @Override
  public List<Segment> all() {
    return answer().segments();
  }

  @Override
  public Map<String, String> unreadable() {
    return answer().unreadable();
  }

  private Answer answer() {
    var known = last;
    if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
      return known;
    }
    try {
      var asked = ask();
      last = asked;
      return asked;
    } catch (Unavailable e) {
      if (known != null) {
        return known;
      }
      throw e;
    }
  }

  private Answer ask() {
    var segments = new ArrayList<Segment>();
    var unreadable = new TreeMap<String, String>();
    var asked = ListSegmentsRequest.newBuilder().setPageSize(PAGE);
    do {
      var page =
          registry.ask(PlanServiceGrpc::newBlockingStub, stub -> stub.listSegments(asked.build()));
      for (var each : page.getSegmentsList()) {
        read(each.getProfileFilter())
            .ifPresentOrElse(
                filter -> segments.add(new Segment(each.getName(), filter)),
                () -> unreadable.put(each.getName(), each.getProfileFilter()));
      }
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty());
    return new Answer(segments, unreadable, clock.instant());
  }

  /** The registry lets people write nothing, and what it does not understand itself. */
  private static Optional<Filter> read(String filter) {
    if (filter.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(FilterParser.parse(filter, CardFields.DEFINING));
    } catch (InvalidFields _) {
      return Optional.empty();
    }
  }
}
