package org.masterplan.profiles.source.grpc;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import org.masterplan.profiles.call.OtherService;
import org.masterplan.profiles.source.app.Units;
import org.masterplan.registry.v1.BusinessUnit;
import org.masterplan.registry.v1.GetBusinessUnitRequest;
import org.masterplan.registry.v1.OrganisationServiceGrpc;

/** The registry's business units, asked over gRPC. */
public final class RegistryUnits implements Units {
  private final OtherService registry;

  public RegistryUnits(Channel channel, Duration deadline) {
    this.registry = OtherService.registry(channel, deadline);
  }

  @Override
  public boolean isAtWork(String name) {
    var request = GetBusinessUnitRequest.newBuilder().setName(name).build();
    try {
      var found =
          registry.ask(
              OrganisationServiceGrpc::newBlockingStub, stub -> stub.getBusinessUnit(request));
      return found.getName().equals(name) && found.getState() == BusinessUnit.State.ACTIVE;
    } catch (StatusRuntimeException e) {
      return switch (e.getStatus().getCode()) {
        case NOT_FOUND, INVALID_ARGUMENT -> false;
        default -> throw e;
      };
    }
  }
}
