package org.masterplan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.text.Texts;

class TextsTest {
  @Test
  void fold_readsBothCrossedLettersAsD() {
    assertThat(Texts.fold("Đặng ÐỨC đẹp")).isEqualTo("dang duc dep");
  }

  @Test
  void fold_ofDecomposedText_equalsFoldOfComposed() {
    assertThat(Texts.fold("Bi\u0309m Su\u031b\u0303a")).isEqualTo(Texts.fold("Bỉm Sữa"));
  }

  @Test
  void fold_ofMarksBetweenOrBesideSpaces_leavesSingleOnes() {
    assertThat(Texts.fold("Lan\t\u0301 Anh")).isEqualTo("lan anh");
    assertThat(Texts.fold("\u0301 Lan \u0301\t\u0301")).isEqualTo("lan");
  }

  @Test
  void length_countsLettersNotCodeUnits() {
    assertThat(Texts.length("o\u0323\u0302".repeat(120))).isEqualTo(120);
  }

  @Property
  void fold_isIdempotent(@ForAll String text) {
    assertThat(Texts.fold(Texts.fold(text))).isEqualTo(Texts.fold(text));
  }
}
