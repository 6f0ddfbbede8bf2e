package org.masterplan.registry.community;

import org.masterplan.registry.community.app.Communities;

class InMemoryCommunitiesTest extends CommunitiesContract {
  @Override
  protected Communities communities() {
    return new InMemoryCommunities();
  }
}
