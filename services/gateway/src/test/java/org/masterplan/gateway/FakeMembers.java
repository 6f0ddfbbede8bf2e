package org.masterplan.gateway;

import io.grpc.stub.StreamObserver;
import org.masterplan.registry.v1.CountMembersRequest;
import org.masterplan.registry.v1.CountMembersResponse;
import org.masterplan.registry.v1.MemberServiceGrpc;

/** How many members communities have. */
final class FakeMembers extends MemberServiceGrpc.MemberServiceImplBase {
  @Override
  public void countMembers(
      CountMembersRequest request, StreamObserver<CountMembersResponse> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            CountMembersResponse.newBuilder()
                .addAllCounts(
                    request.getCommunitiesList().stream()
                        .map(
                            name ->
                                CountMembersResponse.Count.newBuilder()
                                    .setCommunity(name)
                                    .setListed(4_000)
                                    .setKnown(name.equals(FakePlan.IDLE.getName()) ? 61_204 : 3_120)
                                    .build())
                        .toList())
                .build());
  }
}
