package org.masterplan.profiles.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeysTest {
  @TempDir Path folder;

  private void key(String name, int bytes) throws IOException {
    Files.write(folder.resolve(name), new byte[bytes]);
  }

  @Test
  void read_withoutAFolder_leavesEverythingAsItIs() {
    assertThat(SealingKeys.read(" ").isOpen()).isTrue();
  }

  @Test
  void read_sealsByTheHighestNumber() throws IOException {
    key("2", 32);
    key("10", 32);
    key("notes.txt", 3);

    assertThat(SealingKeys.read(folder.toString()).newestKey()).isEqualTo(10);
  }

  @Test
  void read_ofNoKey_orAShortOne_isRefused() throws IOException {
    assertThatThrownBy(() -> SealingKeys.read(folder.toString()))
        .hasMessageContaining("expected: at least 1");
    key("1", 8);
    assertThatThrownBy(() -> SealingKeys.read(folder.toString()))
        .hasMessageContaining("8 bytes (expected: at least 32)");
  }
}
