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
  private static final Path SCRIPT = Path.of("../../infra/build/calls.sh");

  @Test
  void everyCallOfTheContract_isAnswered() throws IOException, InterruptedException {
    var plan = Served.demonstration();
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
  void demonstration_isLoadedWithoutRemarks_andSaysWhereAndWho() {
    var demo = Served.demonstration();

    assertThat(demo.text())
        .doesNotContain("note:")
        .contains("address: " + demo.address())
        .contains("demonstration users: cmo, cmo-2, unit, unit-b, data, privacy, auditor, admin")
        .contains("ghost ships");
  }

  @Test
  void whileItIsLoaded_thePageAnswers_andShowsHowFarTheLoadIs() {
    assertThat(Served.demonstration().pageDuringTheLoad())
        .contains("<progress")
        .contains("Loading:");
  }
}
