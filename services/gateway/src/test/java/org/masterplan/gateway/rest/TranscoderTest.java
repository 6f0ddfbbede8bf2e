package org.masterplan.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.status.Statuses;

class TranscoderTest {
  private static final Duration WAITED = Duration.ofSeconds(30);

  @Test
  void told_aDeadlineThatPassedHere_namesTheServiceAndTheWait() {
    var passed = Status.DEADLINE_EXCEEDED.withDescription("[remote_addr=x]").asRuntimeException();

    var told = Transcoder.told(passed, "customer-profiles", WAITED);

    assertThat(told).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable) told).about())
        .isEqualTo(Map.of("service", "customer-profiles", "seconds", "30"));
  }

  @Test
  void told_whatAServiceSays_staysWhatItIs() {
    var refused = Statuses.of(NotFound.named("communities/x"), Locale.ENGLISH);
    StatusRuntimeException said = refused.getStatus().asRuntimeException(refused.getTrailers());

    assertThat(Transcoder.told(said, "community-registry", WAITED)).isSameAs(said);
  }
}
