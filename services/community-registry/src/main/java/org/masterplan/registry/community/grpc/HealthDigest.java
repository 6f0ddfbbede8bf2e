package org.masterplan.registry.community.grpc;

import io.grpc.Channel;
import java.util.Map;
import org.masterplan.abandonment.v1.Health;
import org.masterplan.kernel.query.Filter;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.DistantFeed;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.resource.app.Lists;

/** The digest of communities' health, there and here: its version is the number of the state. */
public final class HealthDigest {
  private HealthDigest() {}

  /** As abandonment detection has told it. */
  public static Map<Integer, Digest> there(Channel abandonment) {
    return DistantFeed.digest(abandonment, "abandonment-detection", "health");
  }

  /** As the register has it. */
  public static Map<Integer, Digest> here(Communities communities) {
    var buckets = new Digest.Buckets();
    Lists.each(
        communities, new Filter.All(), CommunityFields.NEWEST_FIRST, c -> add(c.value(), buckets));
    return buckets.digests();
  }

  private static void add(Community community, Digest.Buckets buckets) {
    community
        .wellbeing()
        .map(w -> Health.State.valueOf(w.health().name()).getNumber())
        .ifPresent(version -> buckets.add(community.name().toString(), version));
  }
}
