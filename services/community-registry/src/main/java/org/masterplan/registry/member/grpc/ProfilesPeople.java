package org.masterplan.registry.member.grpc;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.v1.ListProfileChangesRequest;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.ProfileServiceGrpc.ProfileServiceBlockingStub;
import org.masterplan.profiles.v1.ResolveKeysRequest;
import org.masterplan.registry.member.app.People;
import org.masterplan.registry.member.domain.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Customer profiles, asked over gRPC. */
public final class ProfilesPeople implements People {
  private static final Logger log = LoggerFactory.getLogger(ProfilesPeople.class);

  private final ProfileServiceBlockingStub profiles;
  private final Duration deadline;

  public ProfilesPeople(Channel channel, Duration deadline) {
    this.profiles = ProfileServiceGrpc.newBlockingStub(channel);
    this.deadline = deadline;
  }

  @Override
  public List<String> resolve(List<Keys> keys) {
    var request =
        ResolveKeysRequest.newBuilder()
            .addAllKeys(keys.stream().map(ProfilesPeople::wire).toList())
            .build();
    return asked(stub -> List.copyOf(stub.resolveKeys(request).getProfilesList()));
  }

  @Override
  public Step changes(String token, int limit) {
    var request = ListProfileChangesRequest.newBuilder().setToken(token).setPageSize(limit).build();
    var answer = asked(stub -> stub.listProfileChanges(request));
    return new Step(
        answer.getChangesList().stream()
            .map(c -> new Change(c.getName(), c.getMovedTo(), c.getGone(), c.getJournal()))
            .toList(),
        answer.getNextToken(),
        answer.getMore());
  }

  /** As this service: a list of members may take longer than its caller's token is valid. */
  private <T> T asked(Function<ProfileServiceBlockingStub, T> question) {
    try {
      var stub = profiles.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
      return Caller.callAsService("community-registry", () -> question.apply(stub));
    } catch (StatusRuntimeException e) {
      log.info("customer-profiles did not answer: {}", e.getStatus().getCode());
      throw new Unavailable("SERVICE_AWAY", Map.of("service", "customer-profiles"));
    }
  }

  private static ResolveKeysRequest.Keys wire(Keys keys) {
    var wire =
        ResolveKeysRequest.Keys.newBuilder()
            .setEmail(keys.email())
            .setPhone(keys.phone())
            .setRecord(keys.record());
    if (!keys.handle().isEmpty()) {
      var platform = keys.platform().isEmpty() ? "" : keys.platform() + ":";
      wire.setHandle(platform + keys.handle());
    }
    return wire.build();
  }
}
