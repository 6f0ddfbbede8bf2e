package org.masterplan.abandonment.grpc;

import io.grpc.stub.StreamObserver;
import java.util.List;
import org.masterplan.abandonment.app.HealthFields;
import org.masterplan.abandonment.app.JudgingHealth;
import org.masterplan.abandonment.app.Lookout;
import org.masterplan.abandonment.v1.BatchGetHealthRequest;
import org.masterplan.abandonment.v1.BatchGetHealthResponse;
import org.masterplan.abandonment.v1.EvaluateHealthRequest;
import org.masterplan.abandonment.v1.EvaluateHealthResponse;
import org.masterplan.abandonment.v1.GetHealthRequest;
import org.masterplan.abandonment.v1.Health;
import org.masterplan.abandonment.v1.HealthServiceGrpc;
import org.masterplan.abandonment.v1.ListGhostShipsRequest;
import org.masterplan.abandonment.v1.ListGhostShipsResponse;
import org.masterplan.abandonment.v1.ListHealthChangesRequest;
import org.masterplan.abandonment.v1.ListHealthChangesResponse;
import org.masterplan.abandonment.v1.SummarizeActivityRequest;
import org.masterplan.abandonment.v1.SummarizeActivityResponse;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks {@code masterplan.abandonment.v1.HealthService}. Translates; decides nothing. */
public final class HealthGrpcService extends HealthServiceGrpc.HealthServiceImplBase {
  private static final Listing GHOST_SHIPS =
      Listing.of(
              "ListGhostShips",
              HealthFields.FILTERABLE,
              HealthFields.SORTABLE,
              HealthFields.OLDEST_FIRST)
          .of(org.masterplan.abandonment.v1.GhostShip.getDescriptor());
  private static final int FEED_DEFAULT = 500;
  private static final int FEED_MAX = 1000;

  private final Lookout lookout;
  private final JudgingHealth judging;

  public HealthGrpcService(Lookout lookout, JudgingHealth judging) {
    this.lookout = lookout;
    this.judging = judging;
  }

  @Override
  public void getHealth(GetHealthRequest request, StreamObserver<Health> reply) {
    var community = ResourceName.ofPart("name", "communities", "health", request.getName());
    Wire.send(reply, HealthProtos.health(lookout.get(community.id()), Caller.language()));
  }

  @Override
  public void batchGetHealth(
      BatchGetHealthRequest request, StreamObserver<BatchGetHealthResponse> reply) {
    var response = BatchGetHealthResponse.newBuilder();
    lookout
        .get(ids(request.getCommunitiesList()))
        .forEach(h -> response.addHealths(HealthProtos.health(h, Caller.language())));
    Wire.send(reply, response.build());
  }

  @Override
  public void summarizeActivity(
      SummarizeActivityRequest request, StreamObserver<SummarizeActivityResponse> reply) {
    var total = lookout.summarize(ids(request.getCommunitiesList()));
    Wire.send(
        reply,
        SummarizeActivityResponse.newBuilder()
            .setTotal(PeopleProtos.total(total))
            .addAllSummaries(total.summaries().stream().map(PeopleProtos::summary).toList())
            .setAsked(total.summaries().size())
            .setObserved((int) total.observed())
            .build());
  }

  @Override
  public void listGhostShips(
      ListGhostShipsRequest request, StreamObserver<ListGhostShipsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = lookout.ghostShips(Paging.query(asked, GHOST_SHIPS));
    var locale = Caller.language();
    Wire.send(
        reply,
        ListGhostShipsResponse.newBuilder()
            .addAllGhostShips(slice.map(h -> HealthProtos.ghostShip(h, locale)).items())
            .setNextPageToken(Paging.token(asked, GHOST_SHIPS, slice))
            .build());
  }

  @Override
  public void evaluateHealth(
      EvaluateHealthRequest request, StreamObserver<EvaluateHealthResponse> reply) {
    var asked = ids(request.getCommunitiesList());
    var communities = asked.isEmpty() ? judging.communities() : asked;
    var known = communities.stream().filter(judging::isKnown).toList();
    long changed = known.stream().filter(judging::judge).count();
    Wire.send(
        reply,
        EvaluateHealthResponse.newBuilder()
            .setEvaluated(known.size())
            .setChanged((int) changed)
            .build());
  }

  @Override
  public void listHealthChanges(
      ListHealthChangesRequest request, StreamObserver<ListHealthChangesResponse> reply) {
    int size = request.getPageSize() <= 0 ? FEED_DEFAULT : request.getPageSize();
    var changes = lookout.changes(request.getToken(), Math.min(size, FEED_MAX));
    var locale = Caller.language();
    Wire.send(
        reply,
        ListHealthChangesResponse.newBuilder()
            .addAllHealths(
                changes.healths().stream().map(h -> HealthProtos.health(h, locale)).toList())
            .setNextToken(changes.token())
            .setMore(changes.more())
            .build());
  }

  private static List<String> ids(List<String> communities) {
    return communities.stream().map(c -> id("communities", c)).toList();
  }

  private static String id(String field, String community) {
    return ResourceName.parse(field, "communities", community).id();
  }
}
