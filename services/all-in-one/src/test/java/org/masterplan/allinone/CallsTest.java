package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.testkit.Figures;

/** The script that a reader of the README pastes, run against the loaded demonstration. */
class CallsTest {
  private static final Pattern CLOSING = Pattern.compile("(\\d+) calls, (\\d+) not answered");

  /** What a shell says of a command that a signal 2 ended. */
  private static final int CTRL_C = 130;

  private static final Path SCRIPT = Path.of("../../infra/build/calls.sh");

  @Test
  void everyCallOfTheContract_isAnswered() throws IOException, InterruptedException {
    var plan = Demonstration.shared().plan();
    var script =
        new ProcessBuilder("bash", SCRIPT.toString(), plan.address().toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(script.exitValue()).as(said).isZero();
    var closing = CLOSING.matcher(said);
    assertThat(closing.find()).as(said).isTrue();
    var asked = Integer.parseInt(closing.group(1));
    var answered = asked - Integer.parseInt(closing.group(2));
    Figures.print("calls.answered", answered, "of " + asked, "all");
  }

  @Test
  void demonstration_isLoadedWithoutRemarks_andSaysWhereAndWho_andFiveFigures() {
    var demo = Demonstration.shared().plan();

    assertThat(demo.text())
        .doesNotContain("note:", "[warning]")
        .contains("address: " + demo.address())
        .contains("demonstration users: cmo, cmo-2, unit, unit-b, data, privacy, auditor, admin")
        .containsPattern("communities on the plan: [1-9]")
        .containsPattern("ghost ships: [1-9]")
        .containsPattern("customers aboard them: at least [0-9]+, at most [1-9]")
        .containsPattern("records: [1-9][0-9]*, profiles: [1-9]")
        .containsPattern("messages that collide: [1-9]");
  }

  @Test
  void whileItIsLoaded_thePageAnswers_andShowsHowFarTheLoadIs() {
    assertThat(Demonstration.shared().brokenOff().page())
        .contains("<progress")
        .contains("Loading:");
  }

  /** The run after it is the one that every other test here asks. */
  @Test
  void ctrlC_inTheMiddleOfTheLoad_stopsCleanly() {
    var stopped = Demonstration.shared().brokenOff();

    assertThat(stopped.ending()).isEqualTo(CTRL_C);
    assertThat(stopped.answers()).isFalse();
    assertThat(stopped.text()).doesNotContain("error:", "note:", "Exception");
    assertThat(stopped.log()).doesNotContain("ERROR", "Exception");
  }
}
