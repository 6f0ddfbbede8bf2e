package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The script that a reader of the README pastes, run against the loaded demonstration. */
class CallsTest {
  private static final Path SCRIPT = Path.of("../../infra/build/calls.sh");

  @Test
  void everyCallOfTheContract_isAnswered() throws IOException, InterruptedException {
    var plan = Served.demonstration();
    var script =
        new ProcessBuilder("bash", SCRIPT.toString(), plan.address().toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(script.exitValue()).as(said).isZero();
  }

  @Test
  void demonstration_isLoadedWithoutRemarks() {
    assertThat(Served.demonstration().text()).doesNotContain("note:").contains("ghost ships");
  }
}
