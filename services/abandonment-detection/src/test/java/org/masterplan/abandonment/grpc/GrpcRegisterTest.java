package org.masterplan.abandonment.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.testkit.AwayNeighbour;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.registry.v1.CountMembersRequest;
import org.masterplan.registry.v1.CountMembersResponse;
import org.masterplan.registry.v1.MemberServiceGrpc;

/** How the register is asked: an import may outlive its caller's token. */
class GrpcRegisterTest {
  private static final Actor LAN = new Actor("lan", Set.of(Role.CMO), Set.of(), "");

  private final AwayNeighbour away = new AwayNeighbour();

  @Test
  void known_asksAsTheService_whoeverImports() {
    var register = new GrpcRegister(away);
    var lan = new Caller(LAN, Locale.ENGLISH, "a token that ends");

    lan.context().run(() -> assertThat(register.known("me-bim")).isEmpty());

    assertThat(away.asked())
        .singleElement()
        .satisfies(actor -> assertThat(actor.is(Role.SERVICE)).isTrue());
  }

  @Test
  void having_isRefusedWhileTheRegisterIsAway_ratherThanCallingEverythingUnknown() {
    var register = new GrpcRegister(away);

    assertThatThrownBy(() -> register.having(List.of("me-bim")))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.reason()).isEqualTo("REGISTER_AWAY"));
  }

  @Test
  void having_isWhatTheRegisterAnswersFor() {
    try (var server = GrpcTest.serving(new Register())) {
      var register = new GrpcRegister(server.as(LAN));

      assertThat(register.having(List.of("me-bim", "nobodys"))).containsExactly("me-bim");
    }
  }

  /** A register that has one community, and answers for no other. */
  static final class Register extends MemberServiceGrpc.MemberServiceImplBase {
    @Override
    public void countMembers(
        CountMembersRequest request, StreamObserver<CountMembersResponse> reply) {
      var answer = CountMembersResponse.newBuilder();
      request.getCommunitiesList().stream()
          .filter("communities/me-bim"::equals)
          .forEach(name -> answer.addCountsBuilder().setCommunity(name));
      reply.onNext(answer.build());
      reply.onCompleted();
    }
  }
}
