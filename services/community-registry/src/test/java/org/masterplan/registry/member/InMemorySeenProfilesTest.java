package org.masterplan.registry.member;

import org.masterplan.registry.member.app.SeenProfiles;

class InMemorySeenProfilesTest extends SeenProfilesContract {
  @Override
  SeenProfiles seen() {
    return new InMemorySeenProfiles();
  }
}
