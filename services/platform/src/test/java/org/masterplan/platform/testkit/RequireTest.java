package org.masterplan.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class RequireTest {
  @TempDir Path folder;

  @Test
  void find_takesTheNamedProgramBeforeThePath() throws Exception {
    var named = program("elsewhere");
    program("consul");

    var require =
        new Require(Map.of("MASTERPLAN_CONSUL", named.toString(), "PATH", folder.toString()));

    assertThat(require.find("consul")).isEqualTo(named);
  }

  @Test
  void find_looksAtThePath() throws Exception {
    var consul = program("consul");

    assertThat(new Require(Map.of("PATH", folder.toString())).find("consul")).isEqualTo(consul);
  }

  @Test
  void find_skipsWithTheReason_whenTheProgramIsMissing() {
    assertThatThrownBy(() -> new Require(Map.of()).find("consul"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("consul is not on this machine");
  }

  @Test
  void find_fails_whenTheMissingProgramIsRequired() {
    var require = new Require(Map.of("MASTERPLAN_REQUIRE", "chromium,consul"));

    assertThatThrownBy(() -> require.find("consul"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("MASTERPLAN_REQUIRE names consul");
  }

  @Test
  void line_isWhatTheClosingSummaryCollects() {
    assertThat(Figures.line("identity.recall", 0.69521, "", "under .70"))
        .isEqualTo("FIGURE identity.recall 0.6952 (under .70)");
    assertThat(Figures.line("start.cpu", 12, "s", "at most 40"))
        .isEqualTo("FIGURE start.cpu 12 s (at most 40)");
  }

  private Path program(String name) throws Exception {
    var path = Files.createFile(folder.resolve(name));
    assertThat(path.toFile().setExecutable(true)).isTrue();
    return path;
  }
}
