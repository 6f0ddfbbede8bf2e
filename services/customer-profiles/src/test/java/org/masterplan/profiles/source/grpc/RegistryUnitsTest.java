package org.masterplan.profiles.source.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.registry.v1.BusinessUnit;
import org.masterplan.registry.v1.GetBusinessUnitRequest;
import org.masterplan.registry.v1.OrganisationServiceGrpc.OrganisationServiceImplBase;

class RegistryUnitsTest {
  private static final Actor DATA = new Actor("lan", Set.of(Role.DATA_TEAM), Set.of(), "");

  @Test
  void has_tellsWhatIsThereFromWhatIsNot_andFromARegisterThatIsAway() {
    try (var registry = GrpcTest.serving(new Register())) {
      var units = new RegistryUnits(registry.as(DATA), Duration.ofSeconds(5));

      assertThat(units.has("businessUnits/sua")).isTrue();
      assertThat(units.has("businessUnits/nowhere")).isFalse();
      assertThatThrownBy(() -> units.has("businessUnits/broken")).isInstanceOf(Unavailable.class);
    }
  }

  private static final class Register extends OrganisationServiceImplBase {
    @Override
    public void getBusinessUnit(
        GetBusinessUnitRequest request, StreamObserver<BusinessUnit> reply) {
      switch (request.getName()) {
        case "businessUnits/sua" -> {
          reply.onNext(BusinessUnit.newBuilder().setName(request.getName()).build());
          reply.onCompleted();
        }
        case "businessUnits/broken" -> reply.onError(Status.UNAVAILABLE.asRuntimeException());
        default -> throw NotFound.named(request.getName());
      }
    }
  }
}
