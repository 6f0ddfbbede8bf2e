package org.masterplan.platform.feed;

import io.grpc.Channel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.masterplan.feed.v1.DigestFeedRequest;
import org.masterplan.feed.v1.DigestFeedResponse;
import org.masterplan.feed.v1.FeedServiceGrpc;

/** The digest of another service's feed. */
public final class DistantFeed {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** What a service of an earlier release answers. */
  private static final Set<Code> CANNOT_TELL = EnumSet.of(Code.UNIMPLEMENTED, Code.NOT_FOUND);

  private DistantFeed() {}

  /**
   * Count and hash by bucket; empty if that service cannot tell. Throws if it does not answer: the
   * comparison is made at the next round.
   */
  public static Map<Integer, Digest> digest(Channel channel, String service, String feed) {
    var request =
        DigestFeedRequest.newBuilder().setParent("services/" + service).setFeed(feed).build();
    try {
      var answer =
          FeedServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
              .digestFeed(request);
      return answer.getBucketsList().stream()
          .collect(
              Collectors.toMap(
                  DigestFeedResponse.Bucket::getBucket,
                  b -> new Digest(b.getCount(), b.getHash())));
    } catch (StatusRuntimeException e) {
      if (CANNOT_TELL.contains(e.getStatus().getCode())) {
        return Map.of();
      }
      throw e;
    }
  }
}
