package org.masterplan.abandonment.grpc;

import java.util.HashSet;
import java.util.Map;
import java.util.function.Supplier;
import org.masterplan.abandonment.app.Healths;
import org.masterplan.abandonment.app.RegisteredCommunities;
import org.masterplan.abandonment.domain.Registered;
import org.masterplan.abandonment.v1.Health;
import org.masterplan.platform.feed.Digest;

/**
 * The digest of the feed of health. An item's version is the number of its state, because that is
 * what followers keep; communities that only an import has named are nobody's to keep.
 */
public final class HealthDigest implements Supplier<Map<Integer, Digest>> {
  private final Healths healths;
  private final RegisteredCommunities registered;

  public HealthDigest(Healths healths, RegisteredCommunities registered) {
    this.healths = healths;
    this.registered = registered;
  }

  @Override
  public Map<Integer, Digest> get() {
    var known = new HashSet<String>();
    registered.all().stream()
        .filter(Registered::isRegistered)
        .forEach(each -> known.add(each.community()));
    var buckets = new Digest.Buckets();
    healths.eachState(
        (community, state) -> {
          if (known.contains(community)) {
            int version = Health.State.valueOf(state.name()).getNumber();
            buckets.add("communities/" + community, version);
          }
        });
    return buckets.digests();
  }
}
