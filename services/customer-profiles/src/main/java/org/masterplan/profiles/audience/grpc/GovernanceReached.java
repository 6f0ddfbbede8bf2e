package org.masterplan.profiles.audience.grpc;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.audience.app.ReachedPeople;

/** What became of messages, as governance counts it. */
public final class GovernanceReached implements ReachedPeople {
  private static final int PAGE = 200;

  private final Channel channel;
  private final Duration deadline;

  public GovernanceReached(Channel channel, Duration deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  @Override
  public OptionalLong since(String community, Instant since) {
    try {
      return Caller.callAsService("customer-profiles", () -> ask(community, since));
    } catch (StatusRuntimeException e) {
      throw new Unavailable("SERVICES_AWAY", Map.of("services", "message-governance"));
    }
  }

  private OptionalLong ask(String community, Instant since) {
    var asked = ListMessagesRequest.newBuilder().setPageSize(PAGE).setFilter("state = RELEASED");
    var widest = OptionalLong.empty();
    do {
      var page =
          MessageServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
              .listMessages(asked.build());
      for (var message : page.getMessagesList()) {
        if (isFor(message, community, since)) {
          long confirmed = message.getContacts().getConfirmed();
          widest = OptionalLong.of(Math.max(confirmed, widest.orElse(0)));
        }
      }
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty());
    return widest;
  }

  /** To nobody else: who else a message was for might be whom it reached. */
  private static boolean isFor(Message message, String community, Instant since) {
    var audience = message.getAudience();
    boolean alone =
        audience.getCommunitiesList().equals(List.of(community))
            && audience.getSegmentsCount() == 0
            && audience.getProfilesCount() == 0
            && audience.getProfileFilter().isEmpty();
    return alone && message.getPlannedTime().getSeconds() >= since.getEpochSecond();
  }
}
