package org.masterplan.allinone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.matching.command.Crosswalk;
import org.masterplan.matching.command.CustomerFile;
import org.masterplan.matching.command.ModelFile;
import org.masterplan.matching.command.Resolve;
import org.masterplan.matching.command.SampleFile;
import org.masterplan.matching.quality.CustomerSample;
import org.masterplan.matching.quality.PairSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which records of some files are one person. Needs no plan. */
@Command(name = "resolve")
final class ResolveCommand implements Callable<Integer> {
  private static final long SEED = 20261122;

  @Mixin private ResolveFiles files = new ResolveFiles();

  @Option(names = "--out", required = true, paramLabel = "crosswalk.csv")
  private Path out = Path.of("crosswalk.csv");

  @Option(names = "--edges", paramLabel = "E.csv")
  private @Nullable Path edges;

  @Option(names = "--model", paramLabel = "M.json")
  private @Nullable Path model;

  @Option(names = "--use-model", paramLabel = "M.json")
  private @Nullable Path used;

  @Option(names = "--sample-pairs", paramLabel = "S.csv")
  private @Nullable Path sample;

  @Option(names = "--sample-customers", paramLabel = "S.csv")
  private @Nullable Path customers;

  @Option(names = "--truth", paramLabel = "COLUMN", defaultValue = "")
  private String truth = "";

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, Trouble {
    for (var file :
        Stream.of(out, edges, model, sample, customers).filter(Objects::nonNull).toList()) {
      WholeFile.requireWritable(file);
      requireNoInput(file);
    }
    var learned = used == null ? null : ResolveFiles.learned(used);
    var mappings = files.mappings(output, truth);
    try (var opened = ResolveInputs.open(files.files(), mappings, truth)) {
      var request = new Resolve.Request(opened.inputs(), truth, files.threads());
      var resolve = new Resolve(Clock.systemUTC());
      var answer = learned == null ? resolve.run(request) : resolve.run(request, learned);
      write(answer);
      var words = new ResolveWords(answer.report());
      var json = words.json();
      json.add("mapping", MappingWords.json(opened.inputs()));
      output.say(json, words.lines());
      return answer.report().rejected().isEmpty() ? Ending.DONE : Ending.REJECTS;
    }
  }

  /** What is read is not written over, whatever its name is by another way. */
  private void requireNoInput(Path result) throws IOException, Trouble {
    for (var input : files.files()) {
      if (Files.exists(result) && Files.exists(input) && Files.isSameFile(result, input)) {
        throw Trouble.usage(Phrases.say("resolve.overwrites", Map.of("file", result)));
      }
    }
  }

  private void write(Resolve.Answer answer) throws IOException {
    var found = answer.resolution();
    List<Written> wanted = new ArrayList<>();
    wanted.add(new Written(out, text -> Crosswalk.write(found, text)));
    wanted.add(new Written(edges, text -> Crosswalk.writeEdges(found, text)));
    wanted.add(new Written(model, text -> ModelFile.write(found, text)));
    wanted.add(
        new Written(sample, text -> SampleFile.write(found, PairSample.of(found, SEED), text)));
    wanted.add(
        new Written(
            customers, text -> CustomerFile.write(found, CustomerSample.of(found, SEED), text)));
    for (var each : wanted) {
      if (each.file() != null) {
        WholeFile.write(each.file(), each.content());
      }
    }
  }

  /** A file that was asked for, or none, and what is to stand in it. */
  private record Written(@Nullable Path file, WholeFile.Content content) {}
}
