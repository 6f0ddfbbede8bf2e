package org.masterplan.listening.grpc;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractBlockingStub;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.listening.app.Customers;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.GetProfileRelationsRequest;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.ResolveKeysRequest;

/** Customer profiles, asked over gRPC as this service. */
public final class ProfilesCustomers implements Customers {
  private static final String ITSELF = "social-listening";

  private final Channel channel;
  private final Duration deadline;

  /** {@code deadline}: how long one answer may take. */
  public ProfilesCustomers(Channel channel, Duration deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  @Override
  public Map<String, Known> known(Collection<String> handles) {
    var asked = List.copyOf(handles);
    var profiles = resolve(asked);
    var ordered = new HashMap<String, Boolean>();
    var known = new HashMap<String, Known>();
    for (int i = 0; i < asked.size(); i++) {
      var profile = profiles.get(i);
      if (!profile.isEmpty()) {
        boolean bought = ordered.computeIfAbsent(profile, this::hasOrdered);
        known.put(asked.get(i), new Known(profile, bought));
      }
    }
    return known;
  }

  private List<String> resolve(List<String> handles) {
    var request = ResolveKeysRequest.newBuilder();
    handles.forEach(h -> request.addKeys(ResolveKeysRequest.Keys.newBuilder().setHandle(h)));
    return ask(ProfileServiceGrpc::newBlockingStub, stub -> stub.resolveKeys(request.build()))
        .getProfilesList();
  }

  /** Any order makes a customer, also one that the rule of value leaves out. */
  private boolean hasOrdered(String profile) {
    var request = GetProfileRelationsRequest.newBuilder().setName(profile).build();
    var relations =
        ask(DealingServiceGrpc::newBlockingStub, stub -> stub.getProfileRelations(request));
    return relations.getOrders() + relations.getOrdersLeftOut() > 0;
  }

  private <S extends AbstractBlockingStub<S>, T> T ask(
      Function<Channel, S> stub, Function<S, T> question) {
    var within = stub.apply(channel).withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return Caller.callAsService(ITSELF, () -> question.apply(within));
    } catch (StatusRuntimeException e) {
      throw e.getStatus().getCode() == Status.Code.UNAVAILABLE
              || e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
          ? new Unavailable("SERVICE_AWAY", Map.of("service", "customer-profiles"))
          : e;
    }
  }
}
