package org.masterplan.allinone.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.command.Crosswalk;
import org.masterplan.matching.command.Resolve;
import org.masterplan.matching.mapping.MappingFile;
import org.masterplan.matching.mapping.MappingYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which records of some files are one person. Needs no plan. */
@Command(name = "resolve")
final class ResolveCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "C.yaml")
  private @Nullable Path config;

  @Option(names = "--out", required = true, paramLabel = "crosswalk.csv")
  private Path out = Path.of("crosswalk.csv");

  @Option(names = "--edges", paramLabel = "E.csv")
  private @Nullable Path edges;

  @Option(names = "--truth", paramLabel = "COLUMN", defaultValue = "")
  private String truth = "";

  @Option(names = "--threads", paramLabel = "N", defaultValue = "0")
  private int threads;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
  private List<Path> files = new ArrayList<>();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, Trouble {
    WholeFile.requireWritable(out);
    if (edges != null) {
      WholeFile.requireWritable(edges);
    }
    var mappings = config == null ? suggested() : read(config);
    try (var opened = ResolveInputs.open(files, mappings, truth)) {
      int cores = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
      var request = new Resolve.Request(opened.inputs(), truth, cores);
      var answer = new Resolve(Clock.systemUTC()).run(request);
      WholeFile.write(out, text -> Crosswalk.write(answer.resolution(), text));
      if (edges != null) {
        WholeFile.write(edges, text -> Crosswalk.writeEdges(answer.resolution(), text));
      }
      var words = new ResolveWords(answer.report());
      output.say(words.json(), words.lines());
      return answer.report().rejected().isEmpty() ? Ending.DONE : Ending.REJECTS;
    }
  }

  /** Nobody said what the columns are: the suggestion is shown, and taken. */
  private MappingFile suggested() throws IOException, Trouble {
    var found = ResolveInputs.suggest(files);
    output.line(Phrases.say("resolve.suggested"));
    MappingYaml.write(found).lines().forEach(output::line);
    return found;
  }

  private static MappingFile read(Path config) throws IOException, Trouble {
    try {
      return MappingYaml.read(Files.readString(ImportCommand.readable(config)));
    } catch (CharacterCodingException _) {
      throw Trouble.unreadable(Phrases.say("resolve.notUtf8", Map.of("file", config)));
    } catch (InvalidFields e) {
      throw Trouble.unreadable(config + ": " + Faults.words(e));
    }
  }
}
