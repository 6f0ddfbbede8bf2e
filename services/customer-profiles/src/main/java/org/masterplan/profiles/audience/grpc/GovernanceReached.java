package org.masterplan.profiles.audience.grpc;

import io.grpc.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.profiles.audience.app.ReachedPeople;
import org.masterplan.profiles.call.OtherService;

/** What became of messages, as governance counts it. */
public final class GovernanceReached implements ReachedPeople {
  private static final int PAGE = 200;

  private final OtherService governance;

  public GovernanceReached(Channel channel, Duration deadline) {
    this.governance = OtherService.governance(channel, deadline);
  }

  @Override
  public OptionalLong since(String community, Instant since, Optional<Set<String>> units) {
    var asked = ListMessagesRequest.newBuilder().setPageSize(PAGE);
    asked.setFilter(
        "state = RELEASED AND communities = \"%s\" AND planned_time >= \"%s\""
            .formatted(community, since));
    var widest = OptionalLong.empty();
    do {
      var page =
          governance.ask(
              MessageServiceGrpc::newBlockingStub, stub -> stub.listMessages(asked.build()));
      for (var message : page.getMessagesList()) {
        boolean counts = units.map(u -> u.contains(message.getBusinessUnit())).orElse(true);
        if (counts && isAlone(message.getAudience(), community)) {
          long confirmed = message.getContacts().getConfirmed();
          widest = OptionalLong.of(Math.max(confirmed, widest.orElse(0)));
        }
      }
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty());
    return widest;
  }

  /** Who else a message was for might be whom it reached. */
  private static boolean isAlone(Message.Audience audience, String community) {
    return audience.getCommunitiesList().equals(List.of(community))
        && audience.getSegmentsCount() == 0
        && audience.getProfilesCount() == 0
        && audience.getProfileFilter().isEmpty();
  }
}
