package org.masterplan.profiles.dictionary.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {
  @Test
  void mask_ofNothing_isNothing_whateverTheField() {
    for (var field : Dictionary.FIELDS) {
      assertThat(Masks.mask(field, "")).as(field).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "email, lan@x.vn, l***@x.vn",
    "phone, +84912345678, ***78",
    "birthDate, 1990-02-01, 1990-**-**",
    "fullName, Lê Thị Lan, L. T. L.",
    "province, Huế, Huế",
    "street, 12 Lê Lợi, ***",
  })
  void mask_leavesWhatMayBeSeen(String field, String value, String masked) {
    assertThat(Masks.mask(field, value)).isEqualTo(masked);
  }
}
