package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.command.SampleFile;
import org.masterplan.matching.quality.Estimate;
import org.masterplan.matching.quality.LabelledSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** How good a run was, by the pairs that somebody labelled. */
@Command(name = "quality")
final class QualityCommand implements Callable<Integer> {
  @Parameters(paramLabel = "S.csv", descriptionKey = "masterplan.quality.sample")
  private Path sample = Path.of("sample.csv");

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, Trouble {
    try (var rows = RowFile.open(sample)) {
      say(SampleFile.read(rows));
      return Ending.DONE;
    } catch (InvalidFields e) {
      throw RowFile.unreadable(sample, e);
    }
  }

  private void say(LabelledSample labelled) {
    var json = new JsonObject();
    var lines = new ArrayList<String>();
    json.addProperty("labelled", labelled.labelled());
    json.addProperty("unlabelled", labelled.unlabelled());
    lines.add(Phrases.say("quality.labelled", Map.of("number", labelled.labelled())));
    lines.add(Phrases.say("quality.unlabelled", Map.of("number", labelled.unlabelled())));
    var answer = labelled.answer();
    add(json, lines, "precision", answer.precision());
    add(json, lines, "recall", answer.recall());
    output.say(json, lines);
  }

  private static void add(
      JsonObject json, ArrayList<String> lines, String name, Estimate estimate) {
    var figures = new JsonObject();
    figures.addProperty("p", Digits.share(estimate.value()));
    figures.addProperty("low", Digits.share(estimate.low()));
    figures.addProperty("high", Digits.share(estimate.high()));
    json.add(name, figures);
    lines.add(
        Phrases.say(
            "quality." + name,
            Map.of(
                "p", Digits.share(estimate.value()),
                "low", Digits.share(estimate.low()),
                "high", Digits.share(estimate.high()))));
  }
}
