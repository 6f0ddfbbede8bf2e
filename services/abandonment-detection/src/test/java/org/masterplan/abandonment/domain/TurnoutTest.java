package org.masterplan.abandonment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnoutTest {
  @Test
  void together_countsAPersonOfTwoCommunitiesOnce() {
    var one = new Turnout(Set.of("lan", "anh"), 3, 5);
    var other = new Turnout(Set.of("lan", "mai"), 2, 4);

    var both = Turnout.together(List.of(one, other));

    assertThat(both).isEqualTo(new Turnout(Set.of("lan", "anh", "mai"), 5, 9));
    assertThat(both.count()).isEqualTo(new PeopleCount(5, 5, 12));
    assertThat(Turnout.together(List.of())).isEqualTo(Turnout.NOBODY);
  }
}
