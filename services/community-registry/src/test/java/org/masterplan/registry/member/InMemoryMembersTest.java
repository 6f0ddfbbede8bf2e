package org.masterplan.registry.member;

import org.masterplan.registry.member.app.Members;

class InMemoryMembersTest extends MembersContract {
  @Override
  protected Members members() {
    return new InMemoryMembers();
  }
}
