package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command's answer goes: lines for people, or one JSON object for programs. */
final class Output {
  static final String JSON = "--json";

  @Option(names = JSON)
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Prints the object, or the lines. */
  void say(JsonObject object, Iterable<String> lines) {
    if (json) {
      out().println(object);
    } else {
      lines.forEach(out()::println);
    }
    out().flush();
  }

  /** Lines that are for people only. */
  void line(String line) {
    if (!json) {
      out().println(line);
      out().flush();
    }
  }

  private PrintWriter out() {
    CommandLine commandLine = spec.commandLine();
    return commandLine.getOut();
  }
}
