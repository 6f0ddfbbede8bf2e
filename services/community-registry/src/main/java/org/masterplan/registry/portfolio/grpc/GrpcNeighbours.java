package org.masterplan.registry.portfolio.grpc;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.masterplan.abandonment.v1.GhostShip;
import org.masterplan.abandonment.v1.HealthServiceGrpc;
import org.masterplan.abandonment.v1.ListGhostShipsRequest;
import org.masterplan.abandonment.v1.SummarizeActivityRequest;
import org.masterplan.abandonment.v1.SummarizeActivityResponse;
import org.masterplan.governance.v1.GetMessagePlanSummaryRequest;
import org.masterplan.governance.v1.MessagePlanSummary;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.profiles.v1.GetProfilesSummaryRequest;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.ProfilesSummary;
import org.masterplan.registry.portfolio.app.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The other services, asked over gRPC without waiting; the caller's token goes along. */
public final class GrpcNeighbours implements Neighbours {
  private static final Logger log = LoggerFactory.getLogger(GrpcNeighbours.class);

  /**
   * A cold service's first answer alone took over a second, and governance's first summary reads
   * each audience that meets another once; later ones ask three questions of its store.
   */
  private static final long SECONDS = 5;

  private static final int COMMUNITIES = 1000;
  private static final int SHIPS = 200;

  private final Channel profiles;
  private final Channel governance;
  private final Channel abandonment;

  public GrpcNeighbours(Channel profiles, Channel governance, Channel abandonment) {
    this.profiles = profiles;
    this.governance = governance;
    this.abandonment = abandonment;
  }

  @Override
  public CompletableFuture<Sources> sources() {
    var stub = ProfileServiceGrpc.newFutureStub(profiles).withDeadline(deadline());
    return answer(stub.getProfilesSummary(GetProfilesSummaryRequest.getDefaultInstance()))
        .thenApply(GrpcNeighbours::sources);
  }

  private static Sources sources(ProfilesSummary summary) {
    return new Sources(
        summary.getSourcesTotal(),
        summary.getSourcesRetired(),
        summary.getRecords(),
        summary.getProfiles(),
        summary.getDuplicateInflation(),
        people(summary));
  }

  private static Optional<People> people(ProfilesSummary summary) {
    var people = summary.getPeople();
    return people.hasPeople() && summary.hasDuplicateInflationLow()
        ? Optional.of(
            new People(
                people.getPeople(),
                people.getLow(),
                people.getHigh(),
                summary.getDuplicateInflationLow(),
                summary.getDuplicateInflationHigh()))
        : Optional.empty();
  }

  @Override
  public CompletableFuture<Messages> messages() {
    var stub = MessageServiceGrpc.newFutureStub(governance).withDeadline(deadline());
    return answer(stub.getMessagePlanSummary(GetMessagePlanSummaryRequest.getDefaultInstance()))
        .thenApply(GrpcNeighbours::messages);
  }

  private static Messages messages(MessagePlanSummary summary) {
    return new Messages(
        summary.getAsked(),
        summary.getGranted(),
        summary.getRefused(),
        summary.getCollisions(),
        summary.getWaitingDecisions());
  }

  @Override
  public CompletableFuture<Map<String, Long>> active(List<String> communities) {
    var stub = HealthServiceGrpc.newFutureStub(abandonment).withDeadline(deadline());
    var all = CompletableFuture.<Map<String, Long>>completedFuture(new HashMap<>());
    for (int i = 0; i < communities.size(); i += COMMUNITIES) {
      var some = communities.subList(i, Math.min(communities.size(), i + COMMUNITIES));
      var request = SummarizeActivityRequest.newBuilder().addAllCommunities(some).build();
      all = all.thenCombine(answer(stub.summarizeActivity(request)), GrpcNeighbours::and);
    }
    return all;
  }

  private static Map<String, Long> and(
      Map<String, Long> found, SummarizeActivityResponse response) {
    var both = new HashMap<>(found);
    response.getSummariesList().stream()
        .filter(s -> s.getObserved())
        .forEach(s -> both.put(s.getCommunity(), s.getActive30().getValue()));
    return both;
  }

  @Override
  public CompletableFuture<GhostShips> ghostShips() {
    return ghostShips("", List.of(), deadline(), Context.current()).thenApply(GrpcNeighbours::sum);
  }

  /** A page and all after it. The context is the call's, whichever thread goes on. */
  private CompletableFuture<List<GhostShip>> ghostShips(
      String token, List<GhostShip> before, Deadline deadline, Context context) {
    var stub = HealthServiceGrpc.newFutureStub(abandonment).withDeadline(deadline);
    var request = ListGhostShipsRequest.newBuilder().setPageSize(SHIPS).setPageToken(token).build();
    var calling =
        new ArrayList<ListenableFuture<org.masterplan.abandonment.v1.ListGhostShipsResponse>>(1);
    context.run(() -> calling.add(stub.listGhostShips(request)));
    return answer(calling.getFirst())
        .thenCompose(
            page -> {
              var all = new ArrayList<>(before);
              all.addAll(page.getGhostShipsList());
              return page.getNextPageToken().isEmpty()
                  ? CompletableFuture.completedFuture(all)
                  : ghostShips(page.getNextPageToken(), all, deadline, context);
            });
  }

  /**
   * Aboard are known members, and whoever was seen, known or not. One person may be aboard two
   * ships: at least as many as on the fullest ship, at most all together.
   */
  private static GhostShips sum(List<GhostShip> ships) {
    long value = 0;
    long low = 0;
    long high = 0;
    for (var ship : ships) {
      var aboard = ship.getAboard();
      value += Math.max(aboard.getKnown(), aboard.getActive().getValue());
      low = Math.max(low, Math.max(aboard.getKnown(), aboard.getActive().getLow()));
      high += Math.max(aboard.getKnown(), aboard.getActive().getHigh());
    }
    return new GhostShips(ships.size(), value, low, high);
  }

  private static Deadline deadline() {
    return Deadline.after(SECONDS, TimeUnit.SECONDS);
  }

  private static <T> CompletableFuture<T> answer(ListenableFuture<T> asked) {
    var answer = new CompletableFuture<T>();
    Futures.addCallback(
        asked,
        new FutureCallback<T>() {
          @Override
          public void onSuccess(T found) {
            answer.complete(found);
          }

          @Override
          public void onFailure(Throwable failure) {
            log.info("the portfolio goes without an answer: {}", failure.getMessage());
            answer.completeExceptionally(failure);
          }
        },
        MoreExecutors.directExecutor());
    return answer;
  }
}
