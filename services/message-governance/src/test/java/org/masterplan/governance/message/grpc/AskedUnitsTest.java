package org.masterplan.governance.message.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.registry.v1.BusinessUnit;
import org.masterplan.registry.v1.GetBusinessUnitRequest;
import org.masterplan.registry.v1.OrganisationServiceGrpc;

class AskedUnitsTest {
  private final GrpcTest registry = GrpcTest.serving(new Registry());
  private final AskedUnits units =
      new AskedUnits(
          OrganisationServiceGrpc.newBlockingStub(
              registry.as(Actor.service("message-governance"))));

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void isAtWork_isWhoIsOnThePlan_andWasNotDissolved() {
    assertThat(units.isAtWork("businessUnits/dairy")).isTrue();
    assertThat(units.isAtWork("businessUnits/gone")).isFalse();
    assertThat(units.isAtWork("businessUnits/dary")).isFalse();
  }

  @Test
  void isAtWork_guessesNothing_whileTheRegistryIsAway() {
    assertThatThrownBy(() -> units.isAtWork("businessUnits/away"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("UNITS_AWAY");
  }

  private static final class Registry extends OrganisationServiceGrpc.OrganisationServiceImplBase {
    @Override
    public void getBusinessUnit(
        GetBusinessUnitRequest request, StreamObserver<BusinessUnit> reply) {
      switch (request.getName()) {
        case "businessUnits/dairy" -> answer(reply, BusinessUnit.State.ACTIVE);
        case "businessUnits/gone" -> answer(reply, BusinessUnit.State.DISSOLVED);
        case "businessUnits/away" -> reply.onError(Status.UNAVAILABLE.asRuntimeException());
        default -> reply.onError(Status.NOT_FOUND.asRuntimeException());
      }
    }

    private static void answer(StreamObserver<BusinessUnit> reply, BusinessUnit.State state) {
      reply.onNext(BusinessUnit.newBuilder().setState(state).build());
      reply.onCompleted();
    }
  }
}
