package org.masterplan.governance.message.grpc;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.masterplan.governance.contact.grpc.Others;
import org.masterplan.governance.message.app.Purposes;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc.CommunityServiceBlockingStub;
import org.masterplan.registry.v1.GetCommunityRequest;

/** Asks the registry what communities are for. An unstated purpose is not commerce. */
public final class AskedPurposes implements Purposes {
  private static final long SECONDS = 10;

  private final CommunityServiceBlockingStub communities;

  public AskedPurposes(CommunityServiceBlockingStub communities) {
    this.communities = communities;
  }

  @Override
  public Set<String> closedToPromotion(List<String> names) {
    return names.stream()
        .filter(n -> purpose(n) != Community.Purpose.COMMERCE)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Community.Purpose purpose(String name) {
    var request = GetCommunityRequest.newBuilder().setName(name).build();
    return Others.ask(
            "REGISTRY_AWAY",
            "message.audience.communities",
            () -> communities.withDeadlineAfter(SECONDS, TimeUnit.SECONDS).getCommunity(request))
        .getPurpose();
  }
}
