package org.masterplan.allinone;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.masterplan.allinone.cli.CommandLines;

/**
 * What a command answers when it is typed.
 *
 * @param ending the exit code
 * @param text what it printed
 * @param errors what it complained of
 */
record Typed(int ending, String text, String errors) {

  static Typed run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = System.out;
    var errBefore = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      var ending = CommandLines.run(words);
      return new Typed(
          ending, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(errBefore);
    }
  }
}
