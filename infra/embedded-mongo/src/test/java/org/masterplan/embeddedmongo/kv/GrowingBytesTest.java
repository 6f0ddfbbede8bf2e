package org.masterplan.embeddedmongo.kv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowingBytesTest {
  @Test
  void write_beyondItsFirstRoom_keepsAll() {
    GrowingBytes out = new GrowingBytes(2);
    out.write(1);
    out.write(2);
    out.write(3);
    out.write(new byte[] {4, 5, 6, 7});
    out.write(8);

    assertThat(out.toByteArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void backTo_forgetsWhatCameAfter() {
    GrowingBytes out = new GrowingBytes(1);
    out.write(new byte[] {1, 2, 3});
    out.backTo(1);
    out.write(9);

    assertThat(out.toByteArray()).containsExactly(1, 9);
  }
}
