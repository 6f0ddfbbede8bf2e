package org.masterplan.profiles.identity.exact;

import org.masterplan.profiles.identity.app.Matching;
import org.masterplan.profiles.identity.app.MatchingContract;
import org.masterplan.profiles.identity.app.People;

class ExactMatchingTest extends MatchingContract {
  @Override
  protected Matching matching(People people) {
    return new ExactMatching();
  }
}
