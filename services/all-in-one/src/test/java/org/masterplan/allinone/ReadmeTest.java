package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of the README pastes works: calls are made, other commands are there. */
@ResourceLock(Resources.LOCALE)
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");
  private static final String DEFAULT_ADDRESS = "http://127.0.0.1:8080";
  private static final Pattern FENCED =
      Pattern.compile("(?ms)^```(?:sh|bash|console)?\\n(.*?)^```");
  private static final Pattern INLINE_MAKE = Pattern.compile("`make ([a-z]+)[^`]*`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
  private static final Pattern JAR = Pattern.compile("java .*-jar \\S*masterplan\\.jar (\\S+).*");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.vi.md"})
  void everyCommand_worksOrIsThere(String readme) throws Exception {
    for (var block : blocks(readme)) {
      if (block.contains("curl ")) {
        call(block);
      } else {
        block.lines().map(ReadmeTest::withoutComment).filter(c -> !c.isEmpty()).forEach(this::find);
      }
    }
    INLINE_MAKE.matcher(text(readme)).results().forEach(m -> findTarget(m.group(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.vi.md"})
  void everyLink_leadsToAFile(String readme) throws Exception {
    for (var link : LINK.matcher(text(readme)).results().map(m -> m.group(1)).toList()) {
      assertThat(ROOT.resolve(link)).as(readme).exists();
    }
  }

  /** Runs the block as it stands, but against the demonstration that tests share. */
  private static void call(String block) throws IOException, InterruptedException {
    assertThat(block).contains(DEFAULT_ADDRESS);
    var address = Served.demonstration().address().toString();
    // With -f a refused call ends the script; a reader would see the refusal instead.
    var script =
        "set -euo pipefail\n"
            + block.replace(DEFAULT_ADDRESS, address).replace("curl -s ", "curl -sf ");
    var shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).as(block + said).isZero();
    assertThat(said).as(block).contains("\"asOfTime\"");
  }

  private void find(String command) {
    var words = List.of(command.split("\\s+"));
    var jar = JAR.matcher(command);
    if (words.getFirst().equals("make") && words.size() > 1) {
      words.stream().skip(1).filter(w -> !w.contains("=")).forEach(ReadmeTest::findTarget);
    } else if (jar.matches()) {
      assertThat(Typed.run("help", jar.group(1)).ending()).as(command).isZero();
    } else if (words.getFirst().startsWith("infra/build/")) {
      assertThat(ROOT.resolve(words.getFirst())).as(command).isExecutable();
    } else {
      fail("unaccounted for: " + command + " (expected: make, masterplan.jar, a script, curl)");
    }
  }

  private static void findTarget(String target) {
    try {
      assertThat(Files.readString(ROOT.resolve("Makefile")))
          .containsPattern("(?m)^" + target + ":");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String withoutComment(String line) {
    return line.replaceAll("(^|\\s)#.*", "").strip();
  }

  private static List<String> blocks(String readme) throws IOException {
    var blocks = new ArrayList<String>();
    FENCED.matcher(text(readme)).results().forEach(m -> blocks.add(m.group(1)));
    assertThat(blocks).as(readme).isNotEmpty();
    return blocks;
  }

  private static String text(String readme) throws IOException {
    return Files.readString(ROOT.resolve(readme));
  }
}
