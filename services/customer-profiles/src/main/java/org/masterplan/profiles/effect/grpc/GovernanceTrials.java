package org.masterplan.profiles.effect.grpc;

import io.grpc.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.masterplan.governance.v1.ContactServiceGrpc;
import org.masterplan.governance.v1.ListDrawnRequest;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.profiles.call.OtherService;
import org.masterplan.profiles.effect.app.Trials;

/** Governance's promotions with a hold-out, asked over gRPC. */
public final class GovernanceTrials implements Trials {
  private static final int MOST = 20;
  private static final int PAGE = 200;

  private final OtherService governance;

  public GovernanceTrials(Channel channel, Duration deadline) {
    this.governance = OtherService.governance(channel, deadline);
  }

  @Override
  public List<Trial> of(
      String community, Instant since, Set<String> among, Optional<Set<String>> units) {
    var asked = ListMessagesRequest.newBuilder().setPageSize(PAGE).setOrderBy("planned_time desc");
    asked.setFilter(
        "state = RELEASED AND message_class = PROMOTION AND communities = \"%s\""
                .formatted(community)
            + " AND planned_time >= \"%s\"".formatted(since));
    var trials = new ArrayList<Trial>();
    do {
      var page =
          governance.ask(
              MessageServiceGrpc::newBlockingStub, stub -> stub.listMessages(asked.build()));
      page.getMessagesList().stream()
          .filter(message -> message.getAudience().getHoldOutPercent() > 0)
          .filter(message -> units.map(u -> u.contains(message.getBusinessUnit())).orElse(true))
          .limit(MOST - trials.size())
          .map(message -> trial(message, among))
          .forEach(trials::add);
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty() && trials.size() < MOST);
    return trials;
  }

  private Trial trial(Message message, Set<String> among) {
    var released = message.getContacts().getAsOfTime();
    var trial =
        new Trial(
            message.getName(),
            message.getBusinessUnit(),
            Instant.ofEpochSecond(released.getSeconds(), released.getNanos()),
            new HashSet<>(),
            new HashSet<>());
    var asked = ListDrawnRequest.newBuilder().setMessage(message.getName());
    do {
      var page =
          governance.ask(
              ContactServiceGrpc::newBlockingStub, stub -> stub.listDrawn(asked.build()));
      page.getReachedList().stream().filter(among::contains).forEach(trial.reached()::add);
      page.getHeldOutList().stream().filter(among::contains).forEach(trial.heldOut()::add);
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty());
    return trial;
  }
}
