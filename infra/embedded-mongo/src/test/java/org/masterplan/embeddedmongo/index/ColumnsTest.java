package org.masterplan.embeddedmongo.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void stored_isReadAgain() {
    Columns second = Columns.NONE.with(1);

    assertThat(Columns.read(second.stored())).isEqualTo(second);
    assertThat(second.include(Columns.NONE)).isTrue();
    assertThat(second.include(second.with(0))).isFalse();
    assertThat(Columns.NONE.with(0).atMostTheFirst()).isTrue();
    assertThat(second.atMostTheFirst()).isFalse();
  }

  /** As releases before this one wrote it: some column holds arrays, and nobody knows which. */
  @Test
  void aMarkOfBefore_meansAnyColumn() {
    Columns any = Columns.read(new byte[] {1});

    assertThat(any.include(Columns.NONE.with(31))).isTrue();
    assertThat(any.atMostTheFirst()).isFalse();
  }
}
