package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.masterplan.allinone.cli.CommandLines;

/**
 * What a command answers when it is typed. The language of commands is the process's: test classes
 * that type some hold JUnit's lock on the locale, because classes run side by side.
 *
 * @param ending the exit code
 * @param text what it printed
 * @param errors what it complained of
 */
record Typed(int ending, String text, String errors) {
  private static final Set<String> LOOKED_AT =
      Set.of("LC_ALL", "LC_MESSAGES", "LANG", "MASTERPLAN_TOKEN", "MASTERPLAN_SERVER");

  static Typed run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var ending = CommandLines.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Typed(ending, out.toString(), err.toString());
  }

  /** In a process of its own, where it reads input, or variables of the environment. */
  static Typed process(String input, Map<String, String> environment, List<String> words)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>(Served.java());
    // What the JVM has to say of its cache would stand among the answers.
    command.addAll(List.of("-Xlog:disable", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-jar", Served.jar()));
    command.addAll(words);
    var errors = Scratch.file("typed-", ".err");
    var builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeAll(LOOKED_AT);
    // Words and answers are UTF-8, whichever language is spoken.
    builder.environment().put("LC_CTYPE", "C.UTF-8");
    builder.environment().putAll(environment);
    var process = builder.start();
    try (var keyboard = process.outputWriter(StandardCharsets.UTF_8)) {
      keyboard.write(input + "\n");
    }
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Typed(process.exitValue(), text, Files.readString(errors));
  }
}
