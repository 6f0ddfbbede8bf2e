package org.masterplan.allinone.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.masterplan.allinone.phrases.Phrases;

/**
 * A password: typed at a terminal without being shown, or read as one line of input. The JDK's
 * console is none where output goes elsewhere, as in {@code $(masterplan token anna)}: there it
 * would show what is typed.
 */
final class Password {
  private Password() {}

  static String ask() throws IOException, Trouble {
    var settings = stty("-g");
    return settings.isEmpty() ? line() : unseen(settings.getFirst());
  }

  private static String unseen(String settings) throws IOException, Trouble {
    // Also when Ctrl-C ends the process: a terminal that shows nothing is of no use.
    var restore = new Thread(() -> restore(settings), "terminal");
    Runtime.getRuntime().addShutdownHook(restore);
    try {
      stty("-echo");
      System.err.print(Phrases.say("user.password"));
      System.err.flush();
      return line();
    } finally {
      System.err.println();
      restore(settings);
      Runtime.getRuntime().removeShutdownHook(restore);
    }
  }

  private static String line() throws IOException, Trouble {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var line = input.readLine();
    if (line == null) {
      throw Trouble.usage(Phrases.say("user.noPassword"));
    }
    return line;
  }

  private static void restore(String settings) {
    stty(settings);
  }

  /** What stty says of standard input; nothing where that is no terminal, or there is no stty. */
  private static List<String> stty(String... words) {
    var command = Stream.concat(Stream.of("stty"), Stream.of(words)).toList();
    try {
      var stty =
          new ProcessBuilder(command)
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.DISCARD)
              .start();
      var said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return stty.waitFor() == 0 ? said.lines().toList() : List.of();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (IOException _) {
      return List.of();
    }
  }
}
