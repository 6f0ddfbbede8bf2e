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
  void isAtWork_tellsWhatIsThereFromWhatIsNot_andFromARegisterThatIsAway() {
    try (var registry = GrpcTest.serving(new Register())) {
      var units = new RegistryUnits(registry.as(DATA), Duration.ofSeconds(5));

      assertThat(units.isAtWork("businessUnits/sua")).isTrue();
      assertThat(units.isAtWork("businessUnits/gone")).isFalse();
      assertThat(units.isAtWork("businessUnits/nowhere")).isFalse();
      assertThatThrownBy(() -> units.isAtWork("businessUnits/broken"))
          .isInstanceOf(Unavailable.class);
    }
  }

  private static final class Register extends OrganisationServiceImplBase {
    @Override
    public void getBusinessUnit(
        GetBusinessUnitRequest request, StreamObserver<BusinessUnit> reply) {
      switch (request.getName()) {
        case "businessUnits/sua" -> answer(request, BusinessUnit.State.ACTIVE, reply);
        case "businessUnits/gone" -> answer(request, BusinessUnit.State.DISSOLVED, reply);
        case "businessUnits/broken" -> reply.onError(Status.UNAVAILABLE.asRuntimeException());
        default -> throw NotFound.named(request.getName());
      }
    }

    private static void answer(
        GetBusinessUnitRequest request,
        BusinessUnit.State state,
        StreamObserver<BusinessUnit> reply) {
      reply.onNext(BusinessUnit.newBuilder().setName(request.getName()).setState(state).build());
      reply.onCompleted();
    }
  }
}
