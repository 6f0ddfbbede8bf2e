package org.masterplan.registry.community.jobs;

import org.masterplan.platform.feed.Feed;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.TellingDecisions;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.resource.app.Versioned;

/**
 * Follows the register's own communities, so that a verdict is told even if its call broke off; but
 * not one that the next verdict has outdone by then: a change tells how the community stands, not
 * how it got there.
 */
public record DecisionFeed(Communities communities, TellingDecisions telling)
    implements Feed<Versioned<Community>> {
  @Override
  public String name() {
    return "own-decisions";
  }

  @Override
  public Step<Versioned<Community>> changes(String token, int limit) {
    var found = communities.changes(token, limit);
    return new Step<>(found.items(), found.token(), found.more());
  }

  @Override
  public void apply(Versioned<Community> community) {
    telling.tell(community.value());
  }
}
