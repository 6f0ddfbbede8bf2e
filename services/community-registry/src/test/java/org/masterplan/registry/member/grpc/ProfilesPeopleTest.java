package org.masterplan.registry.member.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.testkit.AwayNeighbour;

/** How profiles are asked: an import may outlive its caller's token. */
class ProfilesPeopleTest {
  private static final Actor LAN = new Actor("lan", Set.of(Role.CMO), Set.of(), "");

  private final AwayNeighbour away = new AwayNeighbour();

  @Test
  void resolve_asksAsTheService_whoeverImports() {
    var people = new ProfilesPeople(away, Duration.ofSeconds(1));
    var lan = new Caller(LAN, Locale.ENGLISH, "a token that ends");

    assertThatThrownBy(() -> lan.context().run(() -> people.resolve(List.of())))
        .isInstanceOf(Unavailable.class);

    assertThat(away.asked())
        .singleElement()
        .satisfies(actor -> assertThat(actor.is(Role.SERVICE)).isTrue());
  }
}
