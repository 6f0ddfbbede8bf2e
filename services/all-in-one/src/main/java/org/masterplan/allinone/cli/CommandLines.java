package org.masterplan.allinone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.masterplan.allinone.phrases.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Everything that can be typed. */
public final class CommandLines {
  private CommandLines() {}

  @Command(
      name = "masterplan",
      mixinStandardHelpOptions = true,
      version = "masterplan 0.1.0",
      synopsisSubcommandLabel = "COMMAND",
      subcommands = {
        ServeCommand.class,
        DemoCommand.class,
        ImportCommand.class,
        ResolveCommand.class,
        ExplainCommand.class,
        QualityCommand.class,
        BacktestCommand.class,
        UserCommand.class,
        TokenCommand.class,
        AuditCommand.class,
        BackupCommand.class,
        RestoreCommand.class,
        MigrateCommand.class,
        HelpCommand.class
      })
  private static final class Root {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lang", paramLabel = "LANG", scope = ScopeType.INHERIT)
    private void language(String wanted) {
      if (!Phrases.LANGUAGES.contains(wanted)) {
        throw new NoSuchLanguage(spec.commandLine(), wanted);
      }
    }
  }

  /** A language that is not spoken; says so in one that is. */
  private static final class NoSuchLanguage extends ParameterException {
    private static final long serialVersionUID = 1L;

    NoSuchLanguage(CommandLine commandLine, String wanted) {
      super(commandLine, Phrases.say("lang.unknown", Map.of("value", wanted)));
    }
  }

  /** Runs one command; returns the exit code. */
  public static int run(String... args) {
    return execute(UnaryOperator.identity(), args);
  }

  /** Runs one command, which prints there and not to the process's own streams. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return execute(commands -> commands.setOut(out).setErr(err), args);
  }

  private static int execute(UnaryOperator<CommandLine> prepared, String... args) {
    Phrases.speak(Phrases.language(List.of(args), System.getenv()));
    var all = prepared.apply(of());
    return ended(all, List.of(args), () -> all.execute(args));
  }

  /** Also where memory or a stack ran out, which picocli leaves to the machine's own words. */
  static int ended(CommandLine commandLine, List<String> typed, IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (VirtualMachineError thrown) {
      return told(commandLine, typed, Faults.judge(thrown));
    }
  }

  /** People read the line; programs that asked for an object get one here too. */
  private static int told(CommandLine commandLine, List<String> typed, Faults.Verdict verdict) {
    commandLine.getErr().println(Phrases.say("error", Map.of("line", verdict.line())));
    if (typed.contains(Output.JSON)) {
      commandLine.getOut().println(verdict.json());
      commandLine.getOut().flush();
    }
    return verdict.ending();
  }

  /** The commands, described in the language that is spoken. */
  static CommandLine of() {
    var all =
        new CommandLine(new Root())
            .setParameterExceptionHandler(
                (wrong, typed) -> told(wrong.getCommandLine(), List.of(typed), badUsage(wrong)))
            .setExecutionExceptionHandler(
                (thrown, commandLine, parsed) ->
                    told(commandLine, parsed.originalArgs(), Faults.judge(thrown)));
    all.setResourceBundle(Phrases.all());
    return all;
  }

  private static Faults.Verdict badUsage(ParameterException wrong) {
    var value = Map.of("value", about(wrong));
    return new Faults.Verdict(
        Ending.BAD_USAGE,
        switch (wrong) {
          case UnmatchedArgumentException _ -> Phrases.say("usage.unknown", value);
          case MissingParameterException _ -> Phrases.say("usage.missing", value);
          case NoSuchLanguage told -> String.valueOf(told.getMessage());
          default ->
              isNumber(wrong.getArgSpec())
                  ? Phrases.say("usage.wrongValue", with(value, wrong.getArgSpec()))
                  : Phrases.say("usage.wrong", value);
        });
  }

  private static boolean isNumber(@Nullable ArgSpec option) {
    return option != null && (option.type() == int.class || option.type() == long.class);
  }

  /** Also what the option is for, where its bounds stand. */
  private static Map<String, String> with(Map<String, String> value, ArgSpec option) {
    return Map.of(
        "value", value.getOrDefault("value", ""), "what", String.join(" ", option.description()));
  }

  /** What was wrong, without picocli's English around it. */
  private static String about(ParameterException wrong) {
    return switch (wrong) {
      case UnmatchedArgumentException unknown -> String.join(" ", unknown.getUnmatched());
      case MissingParameterException missing ->
          String.join(
              ", ",
              missing.getMissing().stream()
                  .map(each -> each.isOption() ? name(each) : each.paramLabel())
                  .toList());
      default -> {
        var option = wrong.getArgSpec();
        var value = wrong.getValue() == null ? "" : " " + wrong.getValue();
        yield option != null && option.isOption() ? name(option) + value : value.strip();
      }
    };
  }

  private static String name(CommandLine.Model.ArgSpec option) {
    return ((CommandLine.Model.OptionSpec) option).longestName();
  }
}
