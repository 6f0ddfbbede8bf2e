package org.masterplan.abandonment.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.testkit.AwayNeighbour;

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
}
