package org.masterplan.allinone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.matching.command.Explain;
import org.masterplan.matching.command.Resolve;
import org.masterplan.matching.explain.Explanation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why two records are, or are not, one person; or what holds an entity together. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private ResolveFiles files = new ResolveFiles();

  @Option(names = "--model", paramLabel = "M.json")
  private @Nullable Path model;

  @ArgGroup(multiplicity = "1")
  private Asked asked = new Asked();

  @Mixin private Output output = new Output();

  /** One of the two questions. */
  private static final class Asked {
    @Option(names = "--pair", arity = "2", paramLabel = "SOURCE,RECORD")
    private List<String> pair = new ArrayList<>();

    @Option(names = "--entity", paramLabel = "SOURCE,RECORD", defaultValue = "")
    private String entity = "";
  }

  @Override
  public Integer call() throws IOException, Trouble {
    if (asked.entity.isEmpty() && asked.pair.size() != 2) {
      throw Trouble.usage(Phrases.say("explain.two"));
    }
    var learned = model == null ? null : ResolveFiles.learned(model);
    try (var opened = ResolveInputs.open(files.files(), files.mappings(output, ""), "")) {
      var request = new Resolve.Request(opened.inputs(), "", files.threads());
      var resolve = new Resolve(Clock.systemUTC());
      var answer = learned == null ? resolve.run(request) : resolve.run(request, learned);
      var explain = new Explain(answer.resolution());
      var words = new ExplainWords(asked.entity.isEmpty() ? pair(explain) : entity(explain));
      var json = words.json();
      json.add("mapping", MappingWords.json(opened.inputs()));
      output.say(json, words.lines());
      return Ending.DONE;
    }
  }

  private List<Explanation> pair(Explain explain) throws Trouble {
    int left = record(explain, asked.pair.get(0));
    int right = record(explain, asked.pair.get(1));
    if (left == right) {
      throw Trouble.usage(Phrases.say("explain.two"));
    }
    return List.of(explain.pair(left, right));
  }

  private List<Explanation> entity(Explain explain) throws Trouble {
    return explain.entity(record(explain, asked.entity));
  }

  private static int record(Explain explain, String named) throws Trouble {
    var found = explain.record(named);
    if (found.isEmpty()) {
      throw Trouble.usage(Phrases.say("explain.noRecord", Map.of("record", named)));
    }
    return found.getAsInt();
  }
}
