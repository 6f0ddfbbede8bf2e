package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a reader of the README pastes works: calls are made, help is shown; of other targets of make
 * what they would start is there.
 */
@ResourceLock(Resources.LOCALE)
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");
  private static final String DEFAULT_ADDRESS = "http://127.0.0.1:8080";
  private static final String JAR = "java -jar services/all-in-one/target/masterplan.jar ";
  private static final Pattern FENCED =
      Pattern.compile("(?ms)^```(?:sh|bash|console)?\\n(.*?)^```");
  private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(make|java|docker|export|curl|masterplan|mvn|npm|infra/build/\\S+\\.sh)\\b.*");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.vi.md"})
  void everyCommand_isRun_orIsThere(String readme) throws Exception {
    for (var block : blocks(readme)) {
      if (block.contains("curl ")) {
        call(block);
      } else {
        block.lines().map(ReadmeTest::withoutComment).filter(c -> !c.isEmpty()).forEach(this::find);
      }
    }
    assertThat(inline(readme)).as(readme).isNotEmpty();
    inline(readme).forEach(this::find);
  }

  @Test
  void makeHelp_listsEveryTarget() throws Exception {
    var listed = shell("make -s help", Map.of());
    var targets =
        Pattern.compile("(?m)^([a-z]+):").matcher(Files.readString(ROOT.resolve("Makefile")));

    assertThat(targets.results().map(m -> "make " + m.group(1)))
        .contains("make demo", "make run", "make test", "make up", "make down")
        .allSatisfy(target -> assertThat(listed).contains(target));
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
    var said =
        shell(block.replace(DEFAULT_ADDRESS, address).replace("curl -s ", "curl -sf "), Map.of());
    assertThat(said).as(block).contains("\"asOfTime\"");
  }

  /** What the shell says, in the folder of the README, with the JVM that runs the tests. */
  private static String shell(String script, Map<String, String> more)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin");
    var builder = new ProcessBuilder("bash", "-c", "set -euo pipefail\n" + script);
    builder
        .environment()
        .keySet()
        .removeAll(Set.of("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MASTERPLAN_TOKEN"));
    builder.environment().merge("PATH", java + ":", (path, first) -> first + path);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(more);
    var shell = builder.directory(ROOT.toFile()).redirectErrorStream(true).start();
    var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).as(script + "\n" + said).isZero();
    return said;
  }

  private void find(String command) {
    var words = List.of(command.split("\\s+"));
    switch (words.getFirst()) {
      case "make" -> wouldRun(command);
      case "java" -> {
        assertThat(command).startsWith(JAR);
        assertThat(Typed.run("help", command.substring(JAR.length()).split(" ")[0]).ending())
            .isZero();
      }
      // DoorTest takes a token so.
      case "export" -> assertThat(command).contains("$(" + JAR + "token anna)");
      // Run by make lint.
      case "docker" -> assertThat(command).isEqualTo("docker compose config");
      default -> {
        assertThat(command).as("unaccounted for").startsWith("infra/build/");
        assertThat(ROOT.resolve(words.getFirst())).as(command).isExecutable();
      }
    }
  }

  /** What make would start is there. */
  private static void wouldRun(String command) {
    try {
      var first = shell(command.replaceFirst("make", "make -s -n"), Map.of()).strip().split(" ")[0];
      // Help is run by makeHelp_listsEveryTarget.
      assertThat(first.equals("awk") || Files.isExecutable(ROOT.resolve(first)))
          .as("%s: %s", command, first)
          .isTrue();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(command, e);
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

  /** Whatever in a sentence is written as code and looks like a command. */
  private static Stream<String> inline(String readme) throws IOException {
    var sentences = FENCED.matcher(text(readme)).replaceAll("");
    return INLINE
        .matcher(sentences)
        .results()
        .map(m -> m.group(1))
        .filter(code -> COMMAND.matcher(code).matches());
  }

  private static String text(String readme) throws IOException {
    return Files.readString(ROOT.resolve(readme));
  }
}
