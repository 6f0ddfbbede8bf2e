package org.masterplan.governance.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void register_isLiftedByNoConsent_whateverWasSaidBeforeIt() {
    var account =
        Account.empty("+84901234567")
            .suppress(no("withdrawal"))
            .suppress(no("do-not-call-register"))
            .suppress(no("do-not-call-register"));
    assertThat(account.suppressions()).hasSize(2);

    var lifted = account.lift(s -> s.liftedBy(Channel.SMS, MessageClass.PROMOTION));

    assertThat(lifted.suppressions())
        .extracting(Suppression::reason)
        .containsExactly("do-not-call-register");
    assertThat(lifted.suppresses(Channel.SMS, MessageClass.PROMOTION)).isTrue();
    assertThat(lifted.suppresses(Channel.EMAIL, MessageClass.PROMOTION)).isFalse();
    assertThat(lifted.lift(s -> s.liftedBy(null, null)).suppressions()).hasSize(1);
  }

  private static Suppression no(String reason) {
    return new Suppression(Channel.SMS, MessageClass.PROMOTION, reason, NOW);
  }
}
