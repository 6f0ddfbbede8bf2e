package org.masterplan.allinone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Everything that can be typed. */
public final class CommandLines {
  private CommandLines() {}

  @Command(
      name = "masterplan",
      description = "One governed plan for every customer community.",
      mixinStandardHelpOptions = true,
      version = "masterplan 0.1.0",
      synopsisSubcommandLabel = "COMMAND",
      subcommands = {
        ServeCommand.class,
        DemoCommand.class,
        ImportCommand.class,
        UserCommand.class,
        HelpCommand.class
      })
  private static final class Root {}

  /** Runs one command; returns the exit code. */
  public static int run(String... args) {
    return of().execute(args);
  }

  static CommandLine of() {
    return new CommandLine(new Root())
        .setExecutionExceptionHandler(
            (thrown, commandLine, parsed) -> {
              var verdict = Faults.judge(thrown);
              commandLine.getErr().println("error: " + verdict.line());
              return verdict.ending();
            });
  }
}
