package org.masterplan.profiles.profile.grpc;

import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.profile.app.Memberships;
import org.masterplan.registry.v1.ListMembershipsRequest;
import org.masterplan.registry.v1.Member;
import org.masterplan.registry.v1.MemberServiceGrpc;

/** The registry's members, asked over gRPC. */
public final class RegistryMemberships implements Memberships {
  private static final int NAMES = 100;

  private final Channel channel;
  private final Duration deadline;

  public RegistryMemberships(Channel channel, Duration deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  @Override
  public List<Membership> of(List<String> profiles) {
    var names = profiles.subList(0, Math.min(NAMES, profiles.size()));
    var request = ListMembershipsRequest.newBuilder().addAllProfiles(names).build();
    try {
      return Caller.callAsService("customer-profiles", () -> ask(request));
    } catch (StatusRuntimeException e) {
      throw new Unavailable("SERVICES_AWAY", Map.of("services", "community-registry"));
    }
  }

  private List<Membership> ask(ListMembershipsRequest request) {
    return MemberServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .listMemberships(request)
        .getMembershipsList()
        .stream()
        .map(RegistryMemberships::membership)
        .toList();
  }

  private static Membership membership(Member member) {
    var name = member.getName();
    int at = name.indexOf("/members/");
    return new Membership(
        at < 0 ? name : name.substring(0, at),
        name,
        member.hasJoinTime() ? day(member.getJoinTime()) : "",
        member.hasLeaveTime() ? day(member.getLeaveTime()) : "");
  }

  private static String day(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds()).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
