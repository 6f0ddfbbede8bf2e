package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.command.CustomerFile;
import org.masterplan.matching.command.SampleFile;
import org.masterplan.matching.quality.Estimate;
import org.masterplan.matching.quality.LabelledCustomers;
import org.masterplan.matching.quality.LabelledSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * How good a run was, by the pairs that somebody labelled; or how many customers there are, by the
 * entities that somebody looked at. The file's columns tell which.
 */
@Command(name = "quality")
final class QualityCommand implements Callable<Integer> {
  @Parameters(paramLabel = "S.csv", descriptionKey = "masterplan.quality.sample")
  private Path sample = Path.of("sample.csv");

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, Trouble {
    try (var rows = RowFile.open(sample)) {
      if (CustomerFile.hasColumnsOf(rows)) {
        say(CustomerFile.read(rows));
      } else {
        say(SampleFile.read(rows));
      }
      return Ending.DONE;
    } catch (InvalidFields e) {
      throw RowFile.unreadable(sample, e);
    }
  }

  private void say(LabelledSample labelled) {
    var said = new Said();
    said.count("labelled", "quality.labelled", labelled.labelled());
    said.count("unlabelled", "quality.unlabelled", labelled.unlabelled());
    var answer = labelled.answer();
    said.estimate("precision", "p", shares(answer.precision()));
    said.estimate("recallAmongCompared", "p", shares(answer.recall()));
    output.say(said.json, said.lines);
  }

  private void say(LabelledCustomers labelled) {
    var said = new Said();
    said.count("labelled", "quality.lookedAt", labelled.labelled());
    said.count("unlabelled", "quality.notLookedAt", labelled.unlabelled());
    said.count("records", "quality.records", labelled.records());
    said.count("entities", "quality.entities", labelled.entities());
    var answer = labelled.answer();
    said.estimate("customers", "value", whole(answer.customers()));
    said.estimate("duplicateInflation", "value", shares(answer.inflation()));
    output.say(said.json, said.lines);
  }

  private static List<Number> shares(Estimate of) {
    return List.of(Digits.share(of.value()), Digits.share(of.low()), Digits.share(of.high()));
  }

  /** Rounded outwards, so that the interval holds no less than it did. */
  private static List<Number> whole(Estimate of) {
    return List.of(
        Math.round(of.value()), (long) Math.floor(of.low()), (long) Math.ceil(of.high()));
  }

  /** An answer as it grows, for programs and for people. */
  private static final class Said {
    private final JsonObject json = new JsonObject();
    private final List<String> lines = new ArrayList<>();

    void count(String name, String phrase, int number) {
      json.addProperty(name, number);
      lines.add(Phrases.say(phrase, Map.of("number", number)));
    }

    /** A figure, with the lower and the upper end of its interval. */
    void estimate(String name, String value, List<Number> figures) {
      var names = List.of(value, "low", "high");
      var object = new JsonObject();
      var about = new HashMap<String, Object>();
      for (int n = 0; n < names.size(); n++) {
        object.addProperty(names.get(n), figures.get(n));
        about.put(names.get(n), figures.get(n));
      }
      json.add(name, object);
      lines.add(Phrases.say("quality." + name, about));
    }
  }
}
