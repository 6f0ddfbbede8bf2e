package org.masterplan.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.masterplan.feed.v1.DigestFeedRequest;
import org.masterplan.feed.v1.FeedServiceGrpc;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;

class FeedGrpcServiceTest {
  static final AuditEntry ENTRY = new AuditEntry(Instant.EPOCH, "cmo", "ADDED", List.of(), "");
  static final Actor OTHER = Actor.service("other");

  VersionedDocuments documents =
      new VersionedDocuments(MongoTestServer.database("digest"), "communities");
  GrpcTest server =
      GrpcTest.serving(
          new FeedGrpcService(
              List.of(
                  new OfferedFeed("communities", () -> Digest.of(documents::eachRevision)),
                  new OfferedFeed("nothing", Map::of)),
              "registry"));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void digest_overTheWire_isTheDigestOfWhatIsStored() {
    add("communities/a");
    add("communities/b");
    documents.replace("communities/b", 1, content(), ENTRY);
    var expected = new Digest.Buckets();
    expected.add("communities/a", 1);
    expected.add("communities/b", 2);

    var told = DistantFeed.digest(server.as(OTHER), "registry", "communities");

    assertThat(told).isEqualTo(expected.digests());
  }

  @Test
  void digest_changesWithEveryWrite() {
    add("communities/a");
    var before = DistantFeed.digest(server.as(OTHER), "registry", "communities");
    documents.replace("communities/a", 1, content(), ENTRY);

    assertThat(DistantFeed.digest(server.as(OTHER), "registry", "communities"))
        .isNotEqualTo(before);
  }

  @Test
  void digest_ofAnUnknownFeed_isNotFound_andMeansThatItCannotBeTold() {
    var stub = FeedServiceGrpc.newBlockingStub(server.as(OTHER));
    var unknown =
        DigestFeedRequest.newBuilder().setParent("services/registry").setFeed("ships").build();

    assertThatThrownBy(() -> stub.digestFeed(unknown))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.NOT_FOUND));
    assertThat(DistantFeed.digest(server.as(OTHER), "registry", "ships")).isEmpty();
    assertThat(DistantFeed.digest(server.as(OTHER), "elsewhere", "communities")).isEmpty();
  }

  @Test
  void digest_isForServicesOnly() {
    var cmo = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");

    assertThatThrownBy(() -> DistantFeed.digest(server.as(cmo), "registry", "communities"))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED));
  }

  private void add(String name) {
    documents.add(name, content(), ENTRY);
  }

  private static VersionedDocuments.Content content() {
    return new VersionedDocuments.Content(new Document(), new Document());
  }
}
