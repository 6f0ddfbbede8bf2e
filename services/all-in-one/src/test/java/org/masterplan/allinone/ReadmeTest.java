package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a reader of the README pastes works: calls are made, help is shown. {@code make demo} and
 * {@code make run} are started by {@link Demonstration} and {@link DoorTest}; of the targets that
 * test or build what is tested here, what they would start is there.
 */
@ResourceLock(Resources.LOCALE)
class ReadmeTest {
  private static final String JAR = "java -jar services/all-in-one/target/masterplan.jar ";
  private static final Pattern COMMAND =
      Pattern.compile(
          "(make|java|docker|export|curl|masterplan|mvn|npm|infra/build/\\S+\\.sh)(\\s.*)?");

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void checkOut() {
    checkout = new Checkout(folder, Map.of());
  }

  @AfterEach
  void leave() throws IOException {
    checkout.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.vi.md"})
  void everyCommand_isRun_orIsThere(String name) throws Exception {
    var readme = Readme.of(name);
    for (var block : readme.blocks()) {
      if (block.contains("curl ")) {
        call(block);
      } else {
        block.lines().map(ReadmeTest::withoutComment).filter(c -> !c.isEmpty()).forEach(this::find);
      }
    }
    var typed = readme.inline().filter(code -> COMMAND.matcher(code).matches()).toList();
    assertThat(typed).as(name).contains("make demo", "make run");
    typed.forEach(this::find);
  }

  @Test
  void bothLanguages_haveTheSameCommands() {
    var english = Readme.front();
    var vietnamese = Readme.of("README.vi.md");

    assertThat(vietnamese.calls()).isEqualTo(english.calls());
    assertThat(vietnamese.inline().filter(code -> COMMAND.matcher(code).matches()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            english.inline().filter(code -> COMMAND.matcher(code).matches()).distinct().toList());
  }

  @Test
  void makeHelp_listsEveryTarget() throws Exception {
    var listed = checkout.shell("make -s help");
    var targets =
        Pattern.compile("(?m)^([a-z]+):").matcher(Files.readString(folder.resolve("Makefile")));

    assertThat(targets.results().map(m -> "make " + m.group(1)))
        .contains("make demo", "make run", "make test", "make up", "make down")
        .allSatisfy(target -> assertThat(listed).contains(target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.vi.md"})
  void everyLink_leadsToAFile(String name) {
    assertThat(Readme.of(name).links())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(Checkout.ROOT.resolve(link)).exists());
  }

  /** Runs the block as it stands, but against the demonstration that tests share. */
  private void call(String block) throws IOException, InterruptedException {
    assertThat(block).contains(Readme.DEFAULT_ADDRESS);
    var address = Demonstration.shared().plan().address().toString();
    // With -f a refused call ends the script; a reader would see the refusal instead.
    var said =
        checkout.shell(
            block.replace(Readme.DEFAULT_ADDRESS, address).replace("curl -s ", "curl -sf "));
    assertThat(said).as(block).contains("\"asOfTime\"");
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
      case "export" -> assertThat(command).isEqualTo(Readme.front().inline("export "));
      // Run by make lint.
      case "docker" -> assertThat(command).isEqualTo("docker compose config");
      default -> {
        assertThat(command).as("unaccounted for").startsWith("infra/build/");
        assertThat(Checkout.ROOT.resolve(words.getFirst())).as(command).isExecutable();
      }
    }
  }

  /** What make would start is there. */
  private void wouldRun(String command) {
    try {
      var first = checkout.shell(command.replaceFirst("make", "make -s -n")).strip().split(" ")[0];
      // Help is run by makeHelp_listsEveryTarget.
      assertThat(first.equals("awk") || Files.isExecutable(Checkout.ROOT.resolve(first)))
          .as("%s: %s", command, first)
          .isTrue();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(command, e);
    }
  }

  private static String withoutComment(String line) {
    return line.replaceAll("(^|\\s)#.*", "").strip();
  }
}
