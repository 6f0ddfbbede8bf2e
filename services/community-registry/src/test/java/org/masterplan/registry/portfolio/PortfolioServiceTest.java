package org.masterplan.registry.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.community.CommunityFixture.CMO;
import static org.masterplan.registry.community.CommunityFixture.ENTRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import com.google.protobuf.util.JsonFormat;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.v1.Aboard;
import org.masterplan.abandonment.v1.ActivitySummary;
import org.masterplan.abandonment.v1.GhostShip;
import org.masterplan.abandonment.v1.HealthServiceGrpc;
import org.masterplan.abandonment.v1.ListGhostShipsRequest;
import org.masterplan.abandonment.v1.ListGhostShipsResponse;
import org.masterplan.abandonment.v1.PeopleCount;
import org.masterplan.abandonment.v1.SummarizeActivityRequest;
import org.masterplan.abandonment.v1.SummarizeActivityResponse;
import org.masterplan.governance.v1.GetMessagePlanSummaryRequest;
import org.masterplan.governance.v1.MessagePlanSummary;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.v1.GetProfilesSummaryRequest;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.ProfilesSummary;
import org.masterplan.registry.community.CommunityFixture;
import org.masterplan.registry.community.InMemoryCommunities;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.member.InMemoryMembers;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.portfolio.app.PlanOnAPage;
import org.masterplan.registry.portfolio.grpc.GrpcNeighbours;
import org.masterplan.registry.portfolio.grpc.PortfolioGrpcService;
import org.masterplan.registry.resource.InMemoryResources;
import org.masterplan.registry.v1.GetPortfolioRequest;
import org.masterplan.registry.v1.Portfolio;
import org.masterplan.registry.v1.PortfolioServiceGrpc;

/** The portfolio over gRPC, its neighbours too. */
class PortfolioServiceTest {
  GrpcTest others = GrpcTest.serving(new Profiles(), new Governance(), new Abandonment());
  GrpcTest server;

  @AfterEach
  void stop() {
    server.close();
    others.close();
  }

  @Test
  void get_answersWithTheBodyOfTheContract() throws Exception {
    var there = others.as(CMO);
    var portfolio = get(there, there, there);

    assertThat(portfolio.getMissingList()).isEmpty();
    assertThat(portfolio.getGhostShips()).isEqualTo(201);
    assertThat(portfolio.getCustomersAboard().getValue()).isEqualTo(201 * 9);
    assertThat(portfolio.getCustomersAboard().getLow()).isEqualTo(8);
    assertThat(portfolio.getActive()).isEqualTo(42);
    assertThat(portfolio.getObserved()).isEqualTo(1);
    assertThat(portfolio.getWaitingDecisions()).isEqualTo(3);
    var json = JsonFormat.printer().alwaysPrintFieldsWithNoPresence().print(portfolio);
    assertThat(json)
        .contains(
            "\"asOfTime\"",
            "\"byState\"",
            "\"byHealth\"",
            "\"segments\"",
            "\"ghostShips\"",
            "\"customersAboard\"",
            "\"collisions\"",
            "\"waitingDecisions\"",
            "\"duplicateInflation\"",
            "\"total\"",
            "\"retired\"",
            "\"records\"",
            "\"profiles\"");
  }

  @Test
  void get_withoutAService_namesIt_andLeavesItsFiguresOut() throws Exception {
    var there = others.as(CMO);
    var portfolio = get(there, others.anonymous(), there);

    assertThat(portfolio.getMissingList()).containsExactly("message-governance");
    assertThat(portfolio.hasCollisions()).isFalse();
    assertThat(portfolio.hasMessages()).isFalse();
    assertThat(portfolio.hasSources()).isTrue();
    assertThat(portfolio.hasGhostShips()).isTrue();
    var json = JsonFormat.printer().alwaysPrintFieldsWithNoPresence().print(portfolio);
    assertThat(json).doesNotContain("\"collisions\"");
  }

  @Test
  void get_withoutAToken_isUnauthenticated() {
    serve(others.anonymous(), others.anonymous(), others.anonymous());

    var thrown =
        Assertions.catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                PortfolioServiceGrpc.newBlockingStub(server.anonymous())
                    .getPortfolio(GetPortfolioRequest.getDefaultInstance()));
    assertThat(thrown.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  private Portfolio get(Channel profiles, Channel governance, Channel abandonment) {
    serve(profiles, governance, abandonment);
    return PortfolioServiceGrpc.newBlockingStub(server.as(CMO))
        .getPortfolio(GetPortfolioRequest.getDefaultInstance());
  }

  private void serve(Channel profiles, Channel governance, Channel abandonment) {
    var communities = new InMemoryCommunities();
    var due = LocalDate.parse("2027-02-19");
    communities.add(
        "communities/a",
        Community.adopt(CommunityFixture.name("a"), CommunityFixture.draft(), due, NOW),
        ENTRY);
    var segments =
        new InMemoryResources<PlanPart>(
            new Queryable<>(s -> s.value().name().toString(), (s, f) -> List.of(), s -> List.of()));
    server =
        GrpcTest.serving(
            new PortfolioGrpcService(
                new PlanOnAPage(
                    communities,
                    segments,
                    new InMemoryMembers(),
                    new GrpcNeighbours(profiles, governance, abandonment),
                    Clock.fixed(NOW, ZoneOffset.UTC))));
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }

  private static final class Profiles extends ProfileServiceGrpc.ProfileServiceImplBase {
    @Override
    public void getProfilesSummary(
        GetProfilesSummaryRequest request, StreamObserver<ProfilesSummary> reply) {
      send(
          reply,
          ProfilesSummary.newBuilder()
              .setSourcesTotal(76)
              .setRecords(40_000)
              .setProfiles(12_000)
              .setDuplicateInflation(3.3)
              .build());
    }
  }

  private static final class Governance extends MessageServiceGrpc.MessageServiceImplBase {
    @Override
    public void getMessagePlanSummary(
        GetMessagePlanSummaryRequest request, StreamObserver<MessagePlanSummary> reply) {
      send(
          reply,
          MessagePlanSummary.newBuilder()
              .setAsked(10)
              .setGranted(8)
              .setRefused(2)
              .setCollisions(1)
              .setWaitingDecisions(3)
              .build());
    }
  }

  private static final class Abandonment extends HealthServiceGrpc.HealthServiceImplBase {
    @Override
    public void summarizeActivity(
        SummarizeActivityRequest request, StreamObserver<SummarizeActivityResponse> reply) {
      var answer = SummarizeActivityResponse.newBuilder();
      for (var community : request.getCommunitiesList()) {
        answer.addSummaries(
            ActivitySummary.newBuilder()
                .setCommunity(community)
                .setObserved(true)
                .setActive30(PeopleCount.newBuilder().setValue(42)));
      }
      send(reply, answer.build());
    }

    /** Two pages: 200 ships, then one. */
    @Override
    public void listGhostShips(
        ListGhostShipsRequest request, StreamObserver<ListGhostShipsResponse> reply) {
      boolean first = request.getPageToken().isEmpty();
      var seen = PeopleCount.newBuilder().setValue(9).setLow(8).setHigh(12);
      var ship = GhostShip.newBuilder().setAboard(Aboard.newBuilder().setKnown(5).setActive(seen));
      var page = ListGhostShipsResponse.newBuilder().setNextPageToken(first ? "2" : "");
      for (int i = 0; i < (first ? 200 : 1); i++) {
        page.addGhostShips(ship);
      }
      send(reply, page.build());
    }
  }
}
