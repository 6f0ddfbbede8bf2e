package org.masterplan.registry.portfolio.grpc;

import io.grpc.stub.StreamObserver;
import org.masterplan.registry.portfolio.app.Neighbours;
import org.masterplan.registry.portfolio.app.PlanOnAPage;
import org.masterplan.registry.resource.grpc.Replies;
import org.masterplan.registry.v1.GetPortfolioRequest;
import org.masterplan.registry.v1.Portfolio;
import org.masterplan.registry.v1.PortfolioServiceGrpc;

/** Speaks {@code masterplan.registry.v1.PortfolioService}. Translates; decides nothing. */
public final class PortfolioGrpcService extends PortfolioServiceGrpc.PortfolioServiceImplBase {
  private final PlanOnAPage plan;

  public PortfolioGrpcService(PlanOnAPage plan) {
    this.plan = plan;
  }

  @Override
  public void getPortfolio(GetPortfolioRequest request, StreamObserver<Portfolio> reply) {
    Replies.send(reply, write(plan.look()));
  }

  private static Portfolio write(org.masterplan.registry.portfolio.app.Portfolio plan) {
    var wire =
        Portfolio.newBuilder()
            .setAsOfTime(Replies.time(plan.asOf()))
            .setKnown(plan.known())
            .setDeclared(plan.declared())
            .setLiving(plan.living())
            .setWaitingDecisions(plan.waiting())
            .addAllMissing(plan.missing());
    wire.getCommunitiesBuilder()
        .setTotal(plan.communities())
        .putAllByState(plan.byState())
        .putAllByHealth(plan.byHealth());
    plan.segments().forEach(s -> wire.addSegments(write(s)));
    plan.participation().ifPresent(p -> wire.setActive(p.active()).setObserved(p.observed()));
    plan.oldestWaiting().ifPresent(t -> wire.setOldestWaitingTime(Replies.time(t)));
    plan.ghostShips().ifPresent(s -> write(s, wire));
    plan.messages().ifPresent(m -> write(m, wire));
    plan.sources().ifPresent(s -> write(s, wire));
    return wire.build();
  }

  private static Portfolio.SegmentLine write(
      org.masterplan.registry.portfolio.app.Portfolio.SegmentLine line) {
    var wire =
        Portfolio.SegmentLine.newBuilder()
            .setSegment(line.segment())
            .setTitle(line.title())
            .setCommunities(line.communities())
            .setKnown(line.known())
            .setDeclared(line.declared())
            .putAllByHealth(line.byHealth())
            .addAllGaps(line.gaps());
    line.participation().ifPresent(p -> wire.setActive(p.active()).setObserved(p.observed()));
    return wire.build();
  }

  private static void write(Neighbours.GhostShips ships, Portfolio.Builder wire) {
    wire.setGhostShips(ships.ships());
    wire.getCustomersAboardBuilder()
        .setValue(ships.aboard())
        .setLow(ships.low())
        .setHigh(ships.high());
  }

  private static void write(Neighbours.Messages messages, Portfolio.Builder wire) {
    wire.setCollisions(messages.collisions());
    wire.getMessagesBuilder()
        .setAsked(messages.asked())
        .setGranted(messages.granted())
        .setRefused(messages.refused());
  }

  private static void write(Neighbours.Sources sources, Portfolio.Builder wire) {
    var counts =
        wire.getSourcesBuilder()
            .setTotal(sources.total())
            .setRetired(sources.retired())
            .setRecords(sources.records())
            .setProfiles(sources.profiles())
            .setDuplicateInflation(sources.inflation());
    sources.people().ifPresent(people -> write(people, counts));
  }

  private static void write(Neighbours.People people, Portfolio.SourceCounts.Builder wire) {
    wire.getPeopleBuilder().setValue(people.value()).setLow(people.low()).setHigh(people.high());
    wire.setDuplicateInflationLow(people.leastInflation())
        .setDuplicateInflationHigh(people.mostInflation());
  }
}
