package org.masterplan.allinone.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.matching.command.Report;
import org.masterplan.platform.text.TextCatalogue;

/** What {@code resolve} says at its end, for people and for programs. */
final class ResolveWords {
  /** As many rejected rows are told one by one; all of them are counted. */
  private static final int TOLD = 20;

  private final Report report;

  ResolveWords(Report report) {
    this.report = report;
  }

  JsonObject json() {
    var json = new JsonObject();
    figures().forEach((name, value) -> json.addProperty(name, value));
    var rejected = new JsonArray();
    for (var row : report.rejected().stream().limit(TOLD).toList()) {
      var line = new JsonObject();
      line.addProperty("source", row.source());
      line.addProperty("line", row.row().line());
      line.addProperty("field", row.row().field());
      line.addProperty("reason", reason(row));
      rejected.add(line);
    }
    json.add("rejected", rejected);
    json.addProperty("rejectedTotal", report.rejected().size());
    return json;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    figures()
        .forEach(
            (name, value) -> lines.add(Phrases.say("resolve." + name, Map.of("number", value))));
    lines.add(Phrases.say("resolve.rejected", Map.of("number", report.rejected().size())));
    for (var row : report.rejected().stream().limit(TOLD).toList()) {
      var about = Map.of("source", row.source(), "line", row.row().line(), "why", reason(row));
      lines.add(Phrases.say("resolve.notTaken", about));
    }
    return lines;
  }

  private Map<String, Number> figures() {
    var figures = new LinkedHashMap<String, Number>();
    figures.put("records", report.records());
    figures.put("pairs", report.pairs());
    figures.put("entities", report.entities());
    figures.put("alarms", report.alarms());
    figures.put("seconds", Digits.of(report.seconds(), 1));
    figures.put("memoryMiB", report.megabytes());
    report
        .quality()
        .ifPresent(
            quality -> {
              figures.put("precision", Digits.share(quality.precision()));
              figures.put("recall", Digits.share(quality.recall()));
              figures.put("f1", Digits.share(quality.f1()));
              figures.put("blockingRecall", Digits.share(quality.blockingRecall()));
              figures.put("largestEntity", quality.largest());
            });
    return figures;
  }

  private static String reason(Report.Rejected rejected) {
    var row = rejected.row();
    return TextCatalogue.shared().say(Phrases.spoken(), row.reason(), row.about());
  }
}
