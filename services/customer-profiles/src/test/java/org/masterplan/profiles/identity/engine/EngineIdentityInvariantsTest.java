package org.masterplan.profiles.identity.engine;

import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.identity.app.IdentityInvariantsTest;
import org.masterplan.profiles.identity.app.InMemoryModels;

/** The same with the engine, which learns in the midst of it. */
class EngineIdentityInvariantsTest extends IdentityInvariantsTest {
  @Override
  protected IdentityFixture fixture() {
    var models = new InMemoryModels();
    return new IdentityFixture(
        people ->
            new EngineMatching(models, people, new Learning(6, 2, 1000), IdentityFixture.CLOCK));
  }
}
