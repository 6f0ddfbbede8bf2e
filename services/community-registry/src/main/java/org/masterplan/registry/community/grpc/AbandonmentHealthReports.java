package org.masterplan.registry.community.grpc;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.masterplan.abandonment.v1.HealthServiceGrpc;
import org.masterplan.abandonment.v1.HealthServiceGrpc.HealthServiceBlockingStub;
import org.masterplan.abandonment.v1.ListHealthChangesRequest;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.registry.community.app.HealthReports;
import org.masterplan.registry.community.domain.Health;
import org.masterplan.registry.community.domain.Wellbeing;
import org.masterplan.registry.resource.grpc.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Abandonment detection, asked over gRPC. */
public final class AbandonmentHealthReports implements HealthReports {
  private static final Logger log = LoggerFactory.getLogger(AbandonmentHealthReports.class);

  private final HealthServiceBlockingStub health;
  private final Duration deadline;

  public AbandonmentHealthReports(Channel channel, Duration deadline) {
    this.health = HealthServiceGrpc.newBlockingStub(channel);
    this.deadline = deadline;
  }

  @Override
  public Step after(String token, int limit) {
    var request = ListHealthChangesRequest.newBuilder().setToken(token).setPageSize(limit).build();
    try {
      var answer =
          health
              .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
              .listHealthChanges(request);
      var reports =
          answer.getHealthsList().stream()
              .filter(h -> h.getState().getNumber() > 0)
              .map(AbandonmentHealthReports::report)
              .toList();
      return new Step(reports, answer.getNextToken(), answer.getMore());
    } catch (StatusRuntimeException e) {
      log.debug("abandonment-detection did not answer: {}", e.getStatus().getCode());
      throw new Unavailable("SERVICE_AWAY", Map.of("service", "abandonment-detection"));
    }
  }

  private static Report report(org.masterplan.abandonment.v1.Health health) {
    var seen = Health.valueOf(health.getState().name());
    return new Report(
        health.getCommunity(), new Wellbeing(seen, Replies.instant(health.getEvaluateTime())));
  }
}
