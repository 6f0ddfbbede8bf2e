package org.masterplan.profiles.call;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractBlockingStub;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;

/**
 * Another service of the plan, asked in this one's own name.
 *
 * @param name what people know it by when it is away
 */
public record OtherService(String name, Channel channel, Duration deadline) {
  private static final String ITSELF = "customer-profiles";

  /** The registry of communities, their members, segments and units. */
  public static OtherService registry(Channel channel, Duration deadline) {
    return new OtherService("community-registry", channel, deadline);
  }

  /** The governance of messages. */
  public static OtherService governance(Channel channel, Duration deadline) {
    return new OtherService("message-governance", channel, deadline);
  }

  /**
   * What it answers. Throws {@code Unavailable} if it is away or does not answer in time; what else
   * it says is thrown as it came, because asking later would not help.
   */
  public <S extends AbstractBlockingStub<S>, T> T ask(
      Function<Channel, S> stub, Function<S, T> call) {
    var within = stub.apply(channel).withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return Caller.callAsService(ITSELF, () -> call.apply(within));
    } catch (StatusRuntimeException e) {
      throw switch (e.getStatus().getCode()) {
        case UNAVAILABLE, DEADLINE_EXCEEDED ->
            new Unavailable("SERVICES_AWAY", Map.of("services", name));
        default -> e;
      };
    }
  }
}
