package org.masterplan.allinone;

import java.io.PrintWriter;
import java.io.StringWriter;
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
  static Typed run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var ending = CommandLines.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Typed(ending, out.toString(), err.toString());
  }
}
