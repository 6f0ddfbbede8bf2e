package org.masterplan.registry.member.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;

/** How profiles are asked: an import may outlive its caller's token. */
class ProfilesPeopleTest {
  private static final Actor LAN = new Actor("lan", Set.of(Role.CMO), Set.of(), "");

  final List<Actor> asked = new ArrayList<>();

  /** A neighbour that is away, and remembers who would have asked it. */
  final Channel away =
      new Channel() {
        @Override
        public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
          asked.add(Caller.current());
          throw Status.UNAVAILABLE.asRuntimeException();
        }

        @Override
        public String authority() {
          return "away";
        }
      };

  @Test
  void resolve_asksAsTheService_whoeverImports() {
    var people = new ProfilesPeople(away, Duration.ofSeconds(1));
    var lan = new Caller(LAN, Locale.ENGLISH, "a token that ends");

    assertThatThrownBy(() -> lan.context().run(() -> people.resolve(List.of())))
        .isInstanceOf(Unavailable.class);

    assertThat(asked)
        .singleElement()
        .satisfies(actor -> assertThat(actor.is(Role.SERVICE)).isTrue());
  }
}
