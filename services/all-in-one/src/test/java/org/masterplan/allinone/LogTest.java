package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.kernel.text.Texts;

/** What the services write down of the demonstration's load names nobody who is in it. */
class LogTest {
  @Test
  void log_ofTheWholeLoad_hasNobodysEmailOrPhone() throws IOException {
    var demonstration = Demonstration.shared();
    var folder = new DataFolder(demonstration.plan().data());
    var points = PlantedPeople.in(folder.generated()).contactPoints();
    assertThat(points).hasSizeGreaterThan(1000);
    var needles = new Needles(points);

    assertThat(needles.in(Texts.fold(written(folder.log().getParent())))).isEmpty();
    assertThat(needles.in(Texts.fold(demonstration.plan().text()))).isEmpty();
    assertThat(needles.in(Texts.fold(demonstration.brokenOff().text()))).isEmpty();
  }

  private static String written(Path logs) throws IOException {
    var all = new StringBuilder();
    try (var files = Files.list(logs)) {
      for (var file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(all).contains("INFO");
    return all.toString();
  }
}
