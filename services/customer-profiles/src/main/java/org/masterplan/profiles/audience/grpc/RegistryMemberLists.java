package org.masterplan.profiles.audience.grpc;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.function.Consumer;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.audience.app.MemberLists;
import org.masterplan.profiles.call.OtherService;
import org.masterplan.registry.v1.MemberServiceGrpc;
import org.masterplan.registry.v1.StreamMembersRequest;

/** The registry's members, streamed. */
public final class RegistryMemberLists implements MemberLists {
  private final OtherService registry;

  public RegistryMemberLists(Channel channel, Duration deadline) {
    this.registry = OtherService.registry(channel, deadline);
  }

  @Override
  public long members(String community, Consumer<String> profile) {
    try {
      return registry.ask(
          MemberServiceGrpc::newBlockingStub, stub -> count(stub, community, profile));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        throw NotFound.named(community);
      }
      throw e;
    }
  }

  private static long count(
      MemberServiceGrpc.MemberServiceBlockingStub stub,
      String community,
      Consumer<String> profile) {
    var parts = stub.streamMembers(StreamMembersRequest.newBuilder().setParent(community).build());
    long listed = 0;
    while (parts.hasNext()) {
      var part = parts.next();
      part.getProfilesList().forEach(profile);
      listed += part.getProfilesCount() + part.getUnknown();
    }
    return listed;
  }
}
