package org.masterplan.registry.member;

import org.masterplan.registry.member.app.Erased;

class InMemoryErasedTest extends ErasedContract {
  @Override
  Erased erased() {
    return new InMemoryErased();
  }
}
