package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Commands of the contract as they are typed, where all is well. */
@ResourceLock(Resources.LOCALE)
class CommandsTest {
  @TempDir private Path folder;

  @Test
  void demoGenerate_writesTheFiles() {
    var out = folder.resolve("demo").toString();

    var done = Typed.run("demo", "generate", "--people", "1000", "--seed", "7", "--out", out);

    assertThat(done.ending()).as(done.errors()).isZero();
    assertThat(Path.of(out, "manifest.json")).exists();
    assertThat(Path.of(out, "truth", "people.csv")).exists();
  }
}
