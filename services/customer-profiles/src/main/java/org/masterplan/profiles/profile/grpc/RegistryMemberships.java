package org.masterplan.profiles.profile.grpc;

import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.masterplan.profiles.call.OtherService;
import org.masterplan.profiles.profile.app.Memberships;
import org.masterplan.registry.v1.ListMembershipsRequest;
import org.masterplan.registry.v1.Member;
import org.masterplan.registry.v1.MemberServiceGrpc;

/** The registry's members, asked over gRPC. */
public final class RegistryMemberships implements Memberships {
  private static final int NAMES = 100;

  private final OtherService registry;
  private final ZoneId zone;

  /**
   * Nothing is asked yet.
   *
   * @param zone in which days begin and end
   */
  public RegistryMemberships(Channel channel, Duration deadline, ZoneId zone) {
    this.registry = OtherService.registry(channel, deadline);
    this.zone = zone;
  }

  @Override
  public List<Membership> of(List<String> profiles) {
    var names = profiles.subList(0, Math.min(NAMES, profiles.size()));
    var request = ListMembershipsRequest.newBuilder().addAllProfiles(names).build();
    return registry
        .ask(MemberServiceGrpc::newBlockingStub, stub -> stub.listMemberships(request))
        .getMembershipsList()
        .stream()
        .map(this::membership)
        .toList();
  }

  private Membership membership(Member member) {
    var name = member.getName();
    int at = name.indexOf("/members/");
    return new Membership(
        at < 0 ? name : name.substring(0, at),
        name,
        member.hasJoinTime() ? day(member.getJoinTime()) : "",
        member.hasLeaveTime() ? day(member.getLeaveTime()) : "");
  }

  private String day(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds()).atZone(zone).toLocalDate().toString();
  }
}
