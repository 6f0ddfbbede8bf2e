package org.masterplan.abandonment.grpc;

import java.util.Map;
import org.masterplan.abandonment.app.FollowingRegistry;
import org.masterplan.abandonment.app.RegisteredCommunities;
import org.masterplan.abandonment.app.RegisteredCommunities.Seen;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.Feed;

/** The register's changes: a departure orphans as soon as it is read. */
public final class RegisterFeed implements Feed<Seen> {
  private final GrpcRegister register;
  private final FollowingRegistry following;
  private final RegisteredCommunities kept;

  public RegisterFeed(
      GrpcRegister register, FollowingRegistry following, RegisteredCommunities kept) {
    this.register = register;
    this.following = following;
    this.kept = kept;
  }

  @Override
  public String name() {
    return "registry-communities";
  }

  @Override
  public Step<Seen> changes(String token, int limit) {
    return register.changes(token, limit);
  }

  @Override
  public void apply(Seen community) {
    following.apply(community);
  }

  @Override
  public Map<Integer, Digest> there() {
    return register.digest();
  }

  @Override
  public Map<Integer, Digest> here() {
    return Digest.of(
        reader ->
            kept.eachRevision((id, revision) -> reader.accept("communities/" + id, revision)));
  }
}
