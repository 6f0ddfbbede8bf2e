package org.masterplan.platform.intake;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    assertThat(second.importId()).isEqualTo(first.importId());
    assertThat(first.file()).hasContent("abc");
    assertThat(spool.find(first.copy())).contains(first);
    assertThat(spool.store(body("abd")).importId()).isNotEqualTo(first.importId());
  }

  @Test
  void delete_ofOneOfTwoEqualUploads_leavesTheOtherItsFile() {
    var first = spool.store(body("abc"));
    var second = spool.store(body("abc"));

    spool.delete(first);

    assertThat(second.file()).hasContent("abc");
    assertThat(spool.find(first.copy())).isEmpty();
    assertThat(spool.find(second.copy())).contains(second);
    spool.delete(second);
    assertThat(spool.find(second.copy())).isEmpty();
  }

  @Test
  void begin_deletesWhatNobodyHasReadForAWeek() throws IOException {
    var left = spool.store(body("abc"));
    var draft = Files.writeString(folder.resolve("left.part"), "ab");
    var now = Instant.parse("2026-11-22T00:00:00Z");
    Files.setLastModifiedTime(left.file(), FileTime.from(now.minus(Duration.ofDays(8))));
    Files.setLastModifiedTime(draft, FileTime.from(now.minus(Duration.ofDays(8))));
    var later = new Spool(folder, new Limits(10, 1, 1, 1, 1, 1, 1), Clock.fixed(now, UTC));
    var fresh = spool.store(body("abd"));
    Files.setLastModifiedTime(fresh.file(), FileTime.from(now.minus(Duration.ofDays(6))));

    later.delete(later.store(body("x")));

    assertThat(left.file()).doesNotExist();
    assertThat(draft).doesNotExist();
    assertThat(fresh.file()).exists();
  }

  @Test
  void equalUploads_atTheSameTime_eachReadTheirOwnFile() throws Exception {
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      var read = new ArrayList<Future<String>>();
      for (int i = 0; i < 200; i++) {
        read.add(senders.submit(this::storeReadAndDelete));
      }
      for (var each : read) {
        assertThat(each.get()).isEqualTo("abc");
      }
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private String storeReadAndDelete() throws IOException {
    var stored = spool.store(body("abc"));
    try {
      return Files.readString(stored.file());
    } finally {
      spool.delete(stored);
    }
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
    var stored = spool.store(body("abc"));

    assertThat(spool.find("../../etc/passwd")).isEmpty();
    assertThat(spool.find(stored.importId())).isEmpty();
    assertThat(spool.find(stored.importId() + "-1/../" + stored.copy())).isEmpty();
  }

  private static ByteArrayInputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
