package org.masterplan.profiles.touch.grpc;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.profiles.call.OtherService;
import org.masterplan.profiles.touch.app.Places;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.masterplan.registry.v1.ListMembershipsRequest;
import org.masterplan.registry.v1.Member;
import org.masterplan.registry.v1.MemberServiceGrpc;

/** The registry's communities and seats, asked over gRPC. */
public final class RegistryPlaces implements Places {
  private static final int AT_ONCE = 100;

  private final OtherService registry;

  public RegistryPlaces(Channel channel, Duration deadline) {
    this.registry = OtherService.registry(channel, deadline);
  }

  @Override
  public Map<String, Set<String>> seats(Collection<String> names) {
    var seats = new HashMap<String, Set<String>>();
    var all = List.copyOf(names);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var part = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      for (var member : members(part)) {
        if (member.getState() != Member.State.WAITING) {
          seats.computeIfAbsent(member.getProfile(), _ -> new HashSet<>()).add(community(member));
        }
      }
    }
    return seats;
  }

  private List<Member> members(List<String> names) {
    var request = ListMembershipsRequest.newBuilder().addAllProfiles(names).build();
    return registry
        .ask(MemberServiceGrpc::newBlockingStub, stub -> stub.listMemberships(request))
        .getMembershipsList();
  }

  private static String community(Member member) {
    int at = member.getName().indexOf("/members/");
    return at < 0 ? member.getName() : member.getName().substring(0, at);
  }

  @Override
  public Map<String, String> units(Collection<String> communities) {
    var units = new HashMap<String, String>();
    for (var community : communities) {
      var unit = unit(community);
      if (!unit.isEmpty()) {
        units.put(community, unit);
      }
    }
    return units;
  }

  /** Dealings may name a community that was never on the plan. */
  private String unit(String community) {
    var request = GetCommunityRequest.newBuilder().setName(community).build();
    try {
      return registry
          .ask(CommunityServiceGrpc::newBlockingStub, stub -> stub.getCommunity(request))
          .getBusinessUnit();
    } catch (StatusRuntimeException e) {
      return switch (e.getStatus().getCode()) {
        case NOT_FOUND, INVALID_ARGUMENT -> "";
        default -> throw e;
      };
    }
  }
}
