package org.masterplan.profiles.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.registry.v1.BusinessUnit;
import org.masterplan.registry.v1.GetBusinessUnitRequest;
import org.masterplan.registry.v1.OrganisationServiceGrpc;
import org.masterplan.registry.v1.OrganisationServiceGrpc.OrganisationServiceImplBase;

class OtherServiceTest {
  private static final Actor DATA = new Actor("lan", Set.of(Role.DATA_TEAM), Set.of(), "");

  private final GrpcTest grpc = GrpcTest.serving(new Register());
  private Status answer = Status.OK;

  @AfterEach
  void close() {
    grpc.close();
  }

  private String ask(Duration deadline) {
    return OtherService.registry(grpc.as(DATA), deadline)
        .ask(
            OrganisationServiceGrpc::newBlockingStub,
            stub -> stub.getBusinessUnit(GetBusinessUnitRequest.getDefaultInstance()))
        .getName();
  }

  @Test
  void ask_answersWhatTheOtherSays() {
    assertThat(ask(Duration.ofSeconds(5))).isEqualTo("businessUnits/sua");
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"UNAVAILABLE", "DEADLINE_EXCEEDED"})
  void ask_whoIsAway_isRefusedAsThat(Status.Code code) {
    answer = code.toStatus();

    assertThatThrownBy(() -> ask(Duration.ofSeconds(5)))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("SERVICES_AWAY");
  }

  /** Asking later would not help. */
  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"INVALID_ARGUMENT", "NOT_FOUND", "PERMISSION_DENIED", "INTERNAL"})
  void ask_whoRefuses_isNotAway(Status.Code code) {
    answer = code.toStatus();

    assertThatThrownBy(() -> ask(Duration.ofSeconds(5)))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining(code.name());
  }

  private final class Register extends OrganisationServiceImplBase {
    @Override
    public void getBusinessUnit(
        GetBusinessUnitRequest request, StreamObserver<BusinessUnit> reply) {
      if (!answer.isOk()) {
        reply.onError(answer.asRuntimeException());
        return;
      }
      reply.onNext(BusinessUnit.newBuilder().setName("businessUnits/sua").build());
      reply.onCompleted();
    }
  }
}
