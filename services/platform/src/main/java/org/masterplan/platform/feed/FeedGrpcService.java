package org.masterplan.platform.feed;

import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.masterplan.feed.v1.DigestFeedRequest;
import org.masterplan.feed.v1.DigestFeedResponse;
import org.masterplan.feed.v1.FeedServiceGrpc;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.NotFound;

/** Speaks {@code masterplan.feed.v1} for the feeds that this service offers. */
public final class FeedGrpcService extends FeedServiceGrpc.FeedServiceImplBase {
  private final Map<String, OfferedFeed> feeds;
  private final String service;

  public FeedGrpcService(List<OfferedFeed> feeds, String service) {
    this.feeds = feeds.stream().collect(Collectors.toMap(OfferedFeed::name, each -> each));
    this.service = service;
  }

  @Override
  public void digestFeed(DigestFeedRequest request, StreamObserver<DigestFeedResponse> reply) {
    var parent = ResourceName.parse("parent", "services", request.getParent());
    var feed = feeds.get(request.getFeed());
    if (feed == null || !parent.id().equals(service)) {
      throw NotFound.named(parent + "/" + request.getFeed());
    }
    var answer = DigestFeedResponse.newBuilder();
    feed.digest().get().forEach((bucket, digest) -> answer.addBuckets(bucket(bucket, digest)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  private static DigestFeedResponse.Bucket bucket(int bucket, Digest digest) {
    return DigestFeedResponse.Bucket.newBuilder()
        .setBucket(bucket)
        .setCount(digest.count())
        .setHash(digest.hash())
        .build();
  }
}
