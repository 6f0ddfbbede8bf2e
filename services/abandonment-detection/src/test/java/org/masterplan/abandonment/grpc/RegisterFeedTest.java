package org.masterplan.abandonment.grpc;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.app.FollowingRegistry;
import org.masterplan.abandonment.app.Harbour;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.abandonment.domain.Registered;
import org.masterplan.abandonment.mongo.MongoRegisteredCommunities;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.FeedGrpcService;
import org.masterplan.platform.feed.Follower;
import org.masterplan.platform.feed.OfferedFeed;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.ListCommunityChangesRequest;
import org.masterplan.registry.v1.ListCommunityChangesResponse;

/** A follower that has missed or garbled something of the register finds and mends it. */
class RegisterFeedTest {
  TestClock clock = TestClock.at(Harbour.NOW);
  MongoDatabase database = MongoTestServer.database("register_feed");
  MongoRegisteredCommunities kept = new MongoRegisteredCommunities(database);
  Harbour harbour = new Harbour();
  Register register = new Register();
  GrpcTest server =
      GrpcTest.serving(
          register,
          new FeedGrpcService(
              List.of(new OfferedFeed("communities", register::digest)), "community-registry"));
  Follower follower =
      new Follower(
          new RegisterFeed(
              new GrpcRegister(server.as(Actor.service("abandonment-detection"))),
              new FollowingRegistry(kept, harbour.judging),
              kept),
          database,
          clock);
  Leasing leasing = new Leasing(new MongoLeases(database, clock), "a", Duration.ofHours(9), clock);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void comparison_mendsWhatWasMissedOutdatedOrGarbled() {
    register.has("me-bim", 3);
    register.has("sua-hat", 1);
    register.has("be-an", 2);
    register.has("fine", 5);
    catchUp();
    var collection = database.getCollection("registered_communities");
    collection.deleteOne(eq("_id", "me-bim"));
    collection.updateOne(eq("_id", "sua-hat"), Updates.set("revision", 0L));
    collection.updateOne(eq("_id", "be-an"), Updates.set("owner", "employees/nobody"));

    clock.advance(Duration.ofMinutes(59));
    catchUp();
    assertThat(kept.find("me-bim")).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    catchUp();

    assertThat(kept.all()).extracting(Registered::community).contains("me-bim").hasSize(4);
    assertThat(kept.all()).extracting(Registered::owner).containsOnly("employees/lan");
    assertThat(follower.differing()).isZero();
    assertThat(register.fullReads).isEqualTo(2);
  }

  @Test
  void comparison_ofWhatIsTheSame_readsNothingAgain() {
    register.has("me-bim", 3);
    catchUp();
    clock.advance(Duration.ofHours(1));
    catchUp();
    clock.advance(Duration.ofHours(1));
    catchUp();

    assertThat(register.fullReads).isEqualTo(1);
  }

  @Test
  void pause_isHeardOf() {
    register.has("me-bim", 1);
    register.communities.compute(
        "communities/me-bim",
        (_, c) ->
            c.toBuilder()
                .setState(Community.State.PAUSED)
                .setPauseTime(Wire.timestamp(Harbour.NOW))
                .build());

    catchUp();

    var paused = kept.find("me-bim").orElseThrow();
    assertThat(paused.life()).isEqualTo(Registered.Life.PAUSED);
    assertThat(paused.pause()).isEqualTo(new Registered.Pause(Harbour.NOW, null));
  }

  @Test
  void healthDigest_countsRegisteredCommunitiesByTheirState() {
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(List.of("unheard-of,2026-11-20T00:00:00Z,anh,POST"));
    var digest = new HealthDigest(harbour.healths, harbour.registered);
    var before = digest.get();
    var expected = new Digest.Buckets();
    expected.add("communities/me-bim", number(Judgement.State.NOT_OBSERVED));

    harbour.follow(Harbour.orphaned("me-bim", Harbour.NOW));

    assertThat(before).isEqualTo(expected.digests());
    assertThat(digest.get()).isNotEqualTo(before);
  }

  private static int number(Judgement.State state) {
    return org.masterplan.abandonment.v1.Health.State.valueOf(state.name()).getNumber();
  }

  private void catchUp() {
    assertThat(leasing.run("feed", follower::catchUp)).isTrue();
  }

  /** A register whose token is the number of items read. */
  static final class Register extends CommunityServiceGrpc.CommunityServiceImplBase {
    final Map<String, Community> communities = new LinkedHashMap<>();
    int fullReads;

    void has(String id, long revision) {
      var community =
          Community.newBuilder()
              .setName("communities/" + id)
              .setTitle(id)
              .setOwner("employees/lan")
              .setBusinessUnit("businessUnits/dairy")
              .setState(Community.State.LIVE)
              .setEtag(Etags.of(revision));
      communities.put("communities/" + id, community.build());
    }

    Map<Integer, Digest> digest() {
      return Digest.of(
          reader ->
              communities.forEach((name, c) -> reader.accept(name, Etags.revision(c.getEtag()))));
    }

    @Override
    public void listCommunityChanges(
        ListCommunityChangesRequest request, StreamObserver<ListCommunityChangesResponse> reply) {
      int from = request.getToken().isEmpty() ? 0 : Integer.parseInt(request.getToken());
      fullReads += from == 0 ? 1 : 0;
      var all = new ArrayList<>(communities.values());
      reply.onNext(
          ListCommunityChangesResponse.newBuilder()
              .addAllCommunities(all.subList(from, all.size()))
              .setNextToken("" + all.size())
              .build());
      reply.onCompleted();
    }
  }
}
