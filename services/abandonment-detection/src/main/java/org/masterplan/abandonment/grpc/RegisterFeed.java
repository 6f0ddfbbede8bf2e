package org.masterplan.abandonment.grpc;

import org.masterplan.abandonment.app.FollowingRegistry;
import org.masterplan.abandonment.domain.Registered;
import org.masterplan.platform.feed.Feed;

/** The register's changes: a departure orphans as soon as it is read. */
public final class RegisterFeed implements Feed<Registered> {
  private final GrpcRegister register;
  private final FollowingRegistry following;

  public RegisterFeed(GrpcRegister register, FollowingRegistry following) {
    this.register = register;
    this.following = following;
  }

  @Override
  public String name() {
    return "registry-communities";
  }

  @Override
  public Step<Registered> changes(String token, int limit) {
    return register.changes(token, limit);
  }

  @Override
  public void apply(Registered community) {
    following.apply(community);
  }
}
