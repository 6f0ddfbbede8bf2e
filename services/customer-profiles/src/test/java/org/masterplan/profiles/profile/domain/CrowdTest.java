package org.masterplan.profiles.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CrowdTest {
  @Test
  void told_whereNoneIsOfAFew_isAll() {
    assertThat(told(30, 0, 900, 31)).containsExactly("30", "0", "900", "31");
    assertThat(told(0, 0)).containsExactly("0", "0");
  }

  /** Whoever knows that they are 945 in all would take 900 from it. */
  @Test
  void told_ofAFew_holdsBackTheNextOne_soThatItFollowsFromNoSum() {
    assertThat(told(5, 0, 900, 40)).containsExactly("-", "0", "900", "-");
    assertThat(told(29, 0, 46, 1)).containsExactly("-", "0", "46", "-");
  }

  /** The sum of two few counts is one of a few itself. */
  @Test
  void told_ofAFewTogether_holdsBackAThird() {
    assertThat(told(5, 7, 900, 40)).containsExactly("-", "-", "900", "-");
    assertThat(told(5, 7, 0, 0)).containsExactly("-", "-", "0", "0");
    assertThat(told(29, 29, 29)).containsExactly("-", "-", "-");
  }

  private static List<String> told(long... counts) {
    return Crowd.told(Arrays.stream(counts).boxed().toList()).stream()
        .map((OptionalLong count) -> count.isPresent() ? "" + count.getAsLong() : "-")
        .toList();
  }
}
