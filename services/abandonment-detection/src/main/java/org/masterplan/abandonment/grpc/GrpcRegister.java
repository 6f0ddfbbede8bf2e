package org.masterplan.abandonment.grpc;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.masterplan.abandonment.app.MemberCounts;
import org.masterplan.abandonment.app.RegisteredCommunities.Seen;
import org.masterplan.abandonment.app.Roll;
import org.masterplan.abandonment.domain.Registered;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.DistantFeed;
import org.masterplan.platform.feed.Feed;
import org.masterplan.platform.page.Etags;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.CountMembersRequest;
import org.masterplan.registry.v1.CountMembersResponse;
import org.masterplan.registry.v1.ListCommunityChangesRequest;
import org.masterplan.registry.v1.MemberServiceGrpc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the community registry. */
public final class GrpcRegister implements MemberCounts, Roll.Plan {
  private static final Logger log = LoggerFactory.getLogger(GrpcRegister.class);
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final String PREFIX = "communities/";

  private final Channel channel;

  public GrpcRegister(Channel channel) {
    this.channel = channel;
  }

  @Override
  public OptionalLong known(String community) {
    var name = PREFIX + community;
    try {
      // As this service: an import may outlive its caller's token.
      return Caller.callAsService("abandonment-detection", () -> counted(name));
    } catch (StatusRuntimeException away) {
      // A judgement does not wait for the register: it says that the figure is not known.
      log.info("members of {} are not counted: {}", name, away.getStatus().getCode());
      return OptionalLong.empty();
    }
  }

  @Override
  public Set<String> having(Collection<String> communities) {
    var names = communities.stream().map(PREFIX::concat).toList();
    try {
      return Caller.callAsService("abandonment-detection", () -> counts(names))
          .map(count -> count.getCommunity().substring(PREFIX.length()))
          .collect(Collectors.toSet());
    } catch (StatusRuntimeException away) {
      log.info("it cannot be asked what the plan has: {}", away.getStatus().getCode());
      throw new Unavailable("REGISTER_AWAY", Map.of());
    }
  }

  private OptionalLong counted(String name) {
    return counts(List.of(name))
        .filter(c -> c.getCommunity().equals(name))
        .mapToLong(CountMembersResponse.Count::getKnown)
        .findFirst();
  }

  /** The register answers for those alone that it has. */
  private Stream<CountMembersResponse.Count> counts(List<String> names) {
    return MemberServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .countMembers(CountMembersRequest.newBuilder().addAllCommunities(names).build())
        .getCountsList()
        .stream();
  }

  /** One step of the register's changes. */
  Feed.Step<Seen> changes(String token, int limit) {
    var answer =
        CommunityServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
            .listCommunityChanges(
                ListCommunityChangesRequest.newBuilder()
                    .setToken(token)
                    .setPageSize(limit)
                    .build());
    var communities =
        answer.getCommunitiesList().stream()
            .map(c -> new Seen(registered(c), Etags.revision(c.getEtag())))
            .toList();
    return new Feed.Step<>(communities, answer.getNextToken(), answer.getMore());
  }

  /** Count and hash of every community that the register has, by bucket. */
  Map<Integer, Digest> digest() {
    return DistantFeed.digest(channel, "community-registry", "communities");
  }

  static Registered registered(Community c) {
    return new Registered(
        c.getName().substring(PREFIX.length()),
        c.getTitle(),
        c.getOwner(),
        c.getBusinessUnit(),
        c.getPlatform(),
        List.copyOf(c.getSegmentsList()),
        c.getDeclaredMembers(),
        life(c.getState()),
        c.getMode() == Community.Mode.JOINED,
        c.hasOrphanTime() ? Wire.instant(c.getOrphanTime()) : null,
        c.hasPauseTime() ? pause(c) : null);
  }

  private static Registered.Pause pause(Community c) {
    var until = c.hasResumeTime() ? Wire.instant(c.getResumeTime()) : null;
    return new Registered.Pause(Wire.instant(c.getPauseTime()), until);
  }

  private static Registered.Life life(Community.State state) {
    return switch (state) {
      case DRAFT, PROPOSED, APPROVED -> Registered.Life.AHEAD;
      case RETIRING, ARCHIVED -> Registered.Life.ENDED;
      case PAUSED -> Registered.Life.PAUSED;
      case LIVE, STATE_UNSPECIFIED, UNRECOGNIZED -> Registered.Life.AFLOAT;
    };
  }
}
