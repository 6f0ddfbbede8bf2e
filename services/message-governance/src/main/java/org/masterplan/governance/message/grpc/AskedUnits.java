package org.masterplan.governance.message.grpc;

import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.masterplan.governance.message.app.Units;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.registry.v1.BusinessUnit;
import org.masterplan.registry.v1.GetBusinessUnitRequest;
import org.masterplan.registry.v1.OrganisationServiceGrpc.OrganisationServiceBlockingStub;

/** Asks the registry for business units. */
public final class AskedUnits implements Units {
  private static final long SECONDS = 10;

  private final OrganisationServiceBlockingStub organisation;

  public AskedUnits(OrganisationServiceBlockingStub organisation) {
    this.organisation = organisation;
  }

  @Override
  public boolean isAtWork(String name) {
    var request = GetBusinessUnitRequest.newBuilder().setName(name).build();
    try {
      return Caller.callAsService("message-governance", () -> ask(request));
    } catch (StatusRuntimeException e) {
      return switch (e.getStatus().getCode()) {
        case NOT_FOUND, INVALID_ARGUMENT -> false;
        default -> throw new Unavailable("UNITS_AWAY", Map.of());
      };
    }
  }

  private boolean ask(GetBusinessUnitRequest request) {
    var found = organisation.withDeadlineAfter(SECONDS, TimeUnit.SECONDS).getBusinessUnit(request);
    return found.getState() == BusinessUnit.State.ACTIVE;
  }
}
