package org.masterplan.profiles.audience.grpc;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.audience.app.MemberLists;
import org.masterplan.registry.v1.MemberServiceGrpc;
import org.masterplan.registry.v1.StreamMembersRequest;

/** The registry's members, streamed. */
public final class RegistryMemberLists implements MemberLists {
  private final Channel channel;
  private final Duration deadline;

  public RegistryMemberLists(Channel channel, Duration deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  @Override
  public long members(String community, Consumer<String> profile) {
    try {
      return Caller.callAsService("customer-profiles", () -> ask(community, profile));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        throw NotFound.named(community);
      }
      throw new Unavailable("SERVICES_AWAY", Map.of("services", "community-registry"));
    }
  }

  private long ask(String community, Consumer<String> profile) {
    var stub =
        MemberServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
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
