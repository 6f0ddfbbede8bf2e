package org.masterplan.profiles.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.profile.domain.Comparison.Likeness;

class ComparisonTest {
  @Test
  void of_readsFieldByField_andLeavesOutWhatNobodySays() {
    var all =
        Comparison.of(
            Map.of("phone", "+84912345678", "fullName", "Nguyễn Thị Lan", "number:visits", "3"),
            Map.of("fullName", "NGUYEN THI LAN", "email", "lan@x.vn"));

    assertThat(all)
        .extracting(Comparison::field)
        .containsExactly("fullName", "phone", "email", "number:visits");
    assertThat(all)
        .extracting(Comparison::likeness)
        .containsExactly(
            Likeness.EQUAL, Likeness.LEFT_ONLY, Likeness.RIGHT_ONLY, Likeness.LEFT_ONLY);
  }

  @Test
  void likeness_ofNames_seesInitialsAndSlips() {
    assertThat(new Comparison("fullName", "Nguyễn T. Lan", "Nguyễn Thị Lan").likeness())
        .isEqualTo(Likeness.NEAR);
    assertThat(new Comparison("fullName", "Nguyễn Thị Lan", "Trần Văn Bình").likeness())
        .isEqualTo(Likeness.OTHER);
  }

  @Test
  void contradicts_onlyInWhatLasts() {
    assertThat(new Comparison("birthDate", "1989-04-12", "1991-01-01").contradicts()).isTrue();
    assertThat(new Comparison("gender", "FEMALE", "MALE").contradicts()).isTrue();
    assertThat(new Comparison("phone", "+84912345678", "+84987654321").contradicts()).isFalse();
    assertThat(new Comparison("birthDate", "1989-04-12", "").contradicts()).isFalse();
    assertThat(new Comparison("fullName", "Nguyễn T. Lan", "Nguyễn Thị Lan").contradicts())
        .isFalse();
  }
}
