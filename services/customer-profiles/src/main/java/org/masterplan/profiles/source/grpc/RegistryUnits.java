package org.masterplan.profiles.source.grpc;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.source.app.Units;
import org.masterplan.registry.v1.BusinessUnit;
import org.masterplan.registry.v1.GetBusinessUnitRequest;
import org.masterplan.registry.v1.OrganisationServiceGrpc;

/** The registry's business units, asked over gRPC. */
public final class RegistryUnits implements Units {
  private final Channel channel;
  private final Duration deadline;

  public RegistryUnits(Channel channel, Duration deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  @Override
  public boolean isAtWork(String name) {
    var request = GetBusinessUnitRequest.newBuilder().setName(name).build();
    try {
      return Caller.callAsService("customer-profiles", () -> ask(request));
    } catch (StatusRuntimeException e) {
      return switch (e.getStatus().getCode()) {
        case NOT_FOUND, INVALID_ARGUMENT -> false;
        default -> throw new Unavailable("SERVICES_AWAY", Map.of("services", "community-registry"));
      };
    }
  }

  private boolean ask(GetBusinessUnitRequest request) {
    var found =
        OrganisationServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
            .getBusinessUnit(request);
    return found.getName().equals(request.getName())
        && found.getState() == BusinessUnit.State.ACTIVE;
  }
}
