package org.masterplan.allinone.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.masterplan.allinone.phrases.Phrases;

/**
 * A password: typed at a terminal without being shown, or read as one line of input. The JDK's
 * console is none where output goes elsewhere, as in {@code $(masterplan token anna)}: there it
 * would show what is typed, and so {@code stty} is asked first. Where there is no such program and
 * no console either, a terminal is refused: a password is never shown.
 */
final class Password {
  private static final Path INPUT = Path.of("/proc/self/fd/0");
  private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/|tty|console).*");

  private Password() {}

  static String ask() throws IOException, Trouble {
    try {
      var settings = stty("-g");
      return settings.isEmpty() ? line() : unseen(settings.getFirst());
    } catch (NoStty _) {
      var console = System.console();
      return console == null || !console.isTerminal() ? piped() : typed(console);
    }
  }

  private static String typed(Console console) throws Trouble {
    var typed = console.readPassword("%s", Phrases.say("user.password"));
    if (typed == null) {
      throw Trouble.usage(Phrases.say("user.noPassword"));
    }
    return String.valueOf(typed);
  }

  private static String piped() throws IOException, Trouble {
    if (mayBeTerminal()) {
      throw Trouble.usage(Phrases.say("user.passwordShown"));
    }
    return line();
  }

  /** Also where nobody can tell. */
  private static boolean mayBeTerminal() {
    try {
      return TERMINAL.matcher(Files.readSymbolicLink(INPUT).toString()).matches();
    } catch (IOException | UnsupportedOperationException _) {
      return true;
    }
  }

  private static String unseen(String settings) throws IOException, Trouble, NoStty {
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
    try {
      stty(settings);
    } catch (NoStty _) {
      // It was there a moment ago.
    }
  }

  /** What stty says of standard input; nothing where that is no terminal. */
  private static List<String> stty(String... words) throws NoStty {
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
      throw new NoStty();
    }
  }

  /** There is no such program here. */
  private static final class NoStty extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
