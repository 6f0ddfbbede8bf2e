package org.masterplan.registry.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.community.CommunityFixture.ENTRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import com.mongodb.client.MongoDatabase;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.v1.Health;
import org.masterplan.abandonment.v1.HealthServiceGrpc;
import org.masterplan.abandonment.v1.ListHealthChangesRequest;
import org.masterplan.abandonment.v1.ListHealthChangesResponse;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.FeedGrpcService;
import org.masterplan.platform.feed.Follower;
import org.masterplan.platform.feed.OfferedFeed;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.registry.community.app.HealthWatch;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Wellbeing;
import org.masterplan.registry.community.grpc.AbandonmentHealthReports;
import org.masterplan.registry.community.grpc.HealthDigest;
import org.masterplan.registry.community.jobs.HealthFeed;
import org.masterplan.registry.resource.grpc.Replies;

/** The register finds and mends what it has missed or garbled of communities' health. */
class HealthFeedTest {
  TestClock clock = TestClock.at(NOW);
  InMemoryCommunities communities = new InMemoryCommunities();
  Lookout lookout = new Lookout();
  GrpcTest server =
      GrpcTest.serving(
          lookout,
          new FeedGrpcService(
              List.of(new OfferedFeed("health", lookout::digest)), "abandonment-detection"));
  MongoDatabase database = MongoTestServer.database("health_feed");
  Leasing leasing = new Leasing(new MongoLeases(database, clock), "a", Duration.ofHours(9), clock);
  Follower follower = new Follower(feed(), database, clock);

  private HealthFeed feed() {
    var channel = server.as(Actor.service("community-registry"));
    return new HealthFeed(
        new AbandonmentHealthReports(channel, Duration.ofSeconds(5)),
        new HealthWatch(communities, clock),
        new HealthFeed.Comparison(
            () -> HealthDigest.there(channel), () -> HealthDigest.here(communities)));
  }

  @BeforeEach
  void communities() {
    for (var id : List.of("me-bim", "be-an", "sua-hat")) {
      var name = CommunityFixture.name(id);
      communities.add(
          name.toString(), Community.register(name, CommunityFixture.draft(), NOW), ENTRY);
      lookout.judged(id, Health.State.ALIVE);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void comparison_mendsWhatWasMissedOrGarbled() {
    catchUp();
    assertThat(follower.differing()).isZero();
    var garbled = org.masterplan.registry.community.domain.Health.ORPHANED;
    var stored = communities.find("communities/be-an").orElseThrow();
    var wrong = stored.value().seen(new Wellbeing(garbled, NOW));
    communities.replace("communities/be-an", stored.revision(), wrong, ENTRY);
    // Judged anew, but the feed never told.
    lookout.states.put("communities/me-bim", Health.State.FADING);

    clock.advance(Duration.ofHours(1));
    catchUp();

    assertThat(health("be-an")).isEqualTo("ALIVE");
    assertThat(health("me-bim")).isEqualTo("FADING");
    assertThat(follower.differing()).isZero();
  }

  private String health(String id) {
    var found = communities.find("communities/" + id).orElseThrow().value();
    return found.wellbeing().orElseThrow().health().name();
  }

  private void catchUp() {
    assertThat(leasing.run("feed", follower::catchUp)).isTrue();
  }

  /** Abandonment detection, which judged everything now; its token is the number of items read. */
  static final class Lookout extends HealthServiceGrpc.HealthServiceImplBase {
    final Map<String, Health.State> states = new LinkedHashMap<>();

    void judged(String id, Health.State state) {
      states.put("communities/" + id, state);
    }

    Map<Integer, Digest> digest() {
      return Digest.of(
          reader -> states.forEach((name, state) -> reader.accept(name, state.getNumber())));
    }

    @Override
    public void listHealthChanges(
        ListHealthChangesRequest request, StreamObserver<ListHealthChangesResponse> reply) {
      var answer = ListHealthChangesResponse.newBuilder().setNextToken("all");
      if (request.getToken().isEmpty()) {
        states.forEach((name, state) -> answer.addHealths(health(name, state)));
      }
      reply.onNext(answer.build());
      reply.onCompleted();
    }

    private static Health health(String name, Health.State state) {
      return Health.newBuilder()
          .setCommunity(name)
          .setState(state)
          .setEvaluateTime(Replies.time(NOW))
          .build();
    }
  }
}
