package org.masterplan.matching.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.matching.command.PeakMemory.Counted;

class PeakMemoryTest {
  @TempDir private Path folder;

  @Test
  void by_whereTheSystemTells_isTheMostThatWasResident() throws IOException {
    var status = "Name:\tjava\nVmPeak:\t  9000000 kB\nVmHWM:\t  307200 kB\nVmRSS:\t  1024 kB\n";

    assertThat(PeakMemory.by(Files.writeString(folder.resolve("status"), status)))
        .isEqualTo(new PeakMemory(300, Counted.RESIDENT));
  }

  @Test
  void by_whereItDoesNotTell_isTheMostOfTheHeap() throws IOException {
    for (var status :
        new Path[] {
          folder.resolve("absent"), Files.writeString(folder.resolve("status"), "Name:\tjava\n")
        }) {
      var told = PeakMemory.by(status);

      assertThat(told.counted()).isEqualTo(Counted.HEAP);
      assertThat(told.mebibytes()).isBetween(1L, Runtime.getRuntime().maxMemory() >> 20);
    }
  }
}
