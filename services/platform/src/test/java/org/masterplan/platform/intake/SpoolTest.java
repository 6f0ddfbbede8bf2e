package org.masterplan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.refusal.InvalidFields;

class SpoolTest {
  @TempDir Path folder;
  Spool spool;

  @BeforeEach
  void open() {
    spool = new Spool(folder, new Limits(10, 1, 1, 1, 1, 1, 1));
  }

  @Test
  void store_ofTheSameBytesTwice_isOneImport() {
    var first = spool.store(body("abc"));
    var second = spool.store(body("abc"));

    assertThat(second).isEqualTo(first);
    assertThat(first.file()).hasContent("abc");
    assertThat(spool.find(first.importId())).contains(first);
    assertThat(spool.store(body("abd")).importId()).isNotEqualTo(first.importId());
  }

  @Test
  void store_beyondTheLimit_isRefusedAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> spool.store(body("more than ten bytes")))
        .isInstanceOf(InvalidFields.class);
    assertThatThrownBy(() -> spool.store(body(""))).isInstanceOf(InvalidFields.class);

    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void find_ofAnIdThatLeavesTheFolder_isNothing() {
    assertThat(spool.find("../../etc/passwd")).isEmpty();
  }

  private static ByteArrayInputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
