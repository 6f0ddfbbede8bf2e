package org.masterplan.governance.message.jobs;

import org.masterplan.governance.message.app.Messages;
import org.masterplan.governance.message.app.TellingDecisions;
import org.masterplan.governance.message.app.Versioned;
import org.masterplan.platform.feed.Feed;

/**
 * Follows this service's own messages, so that a decision is told even if its call broke off; but
 * not one that the next step has outdone by then: a change tells how the message stands, not how it
 * got there.
 */
public record DecisionFeed(Messages messages, TellingDecisions telling) implements Feed<Versioned> {
  @Override
  public String name() {
    return "own-decisions";
  }

  @Override
  public Step<Versioned> changes(String token, int limit) {
    var found = messages.changes(token, limit);
    return new Step<>(found.items(), found.token(), found.more());
  }

  @Override
  public void apply(Versioned message) {
    telling.tell(message.message());
  }
}
