package org.masterplan.allinone.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.matching.command.Alarm;
import org.masterplan.matching.command.Report;
import org.masterplan.platform.text.TextCatalogue;

/** What {@code resolve} says at its end, for people and for programs. */
final class ResolveWords {
  /** As many rejected rows are told people one by one; programs are told all of them. */
  private static final int TOLD = 20;

  private static final String ALARMS = "alarms";
  private static final String MEMORY = "memoryMiB";

  private final Report report;

  ResolveWords(Report report) {
    this.report = report;
  }

  JsonObject json() {
    var json = new JsonObject();
    figures().forEach((name, value) -> json.addProperty(name, value));
    json.addProperty("memoryOf", memoryOf());
    var alarmed = new JsonArray();
    report.alarms().forEach(alarm -> alarmed.add(json(alarm)));
    json.add("alarmed", alarmed);
    var rejected = new JsonArray();
    report.rejected().forEach(row -> rejected.add(json(row)));
    json.add("rejected", rejected);
    json.addProperty("rejectedTotal", report.rejected().size());
    return json;
  }

  private static JsonObject json(Alarm alarm) {
    var json = new JsonObject();
    json.addProperty("entity", alarm.entity());
    json.addProperty("records", alarm.records());
    json.addProperty("tied", alarm.tied());
    json.addProperty("source", alarm.first().source());
    json.addProperty("record", alarm.first().id());
    return json;
  }

  private static JsonObject json(Report.Rejected row) {
    var json = new JsonObject();
    json.addProperty("source", row.source());
    json.addProperty("line", row.row().line());
    json.addProperty("field", row.row().field());
    json.addProperty("reason", reason(row));
    return json;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    figures()
        .forEach(
            (name, value) -> {
              lines.add(Phrases.say(phrase(name), Map.of("number", value)));
              if (name.equals(ALARMS)) {
                report.alarms().forEach(alarm -> lines.add(line(alarm)));
              }
            });
    int rejected = report.rejected().size();
    lines.add(Phrases.say("resolve.rejected", Map.of("number", rejected)));
    for (var row : report.rejected().stream().limit(TOLD).toList()) {
      var about = Map.of("source", row.source(), "line", row.row().line(), "why", reason(row));
      lines.add(Phrases.say("resolve.notTaken", about));
    }
    if (rejected > TOLD) {
      lines.add(Phrases.say("resolve.notTold", Map.of("number", rejected - TOLD)));
    }
    return lines;
  }

  private static String line(Alarm alarm) {
    var about =
        Map.of(
            "entity", alarm.entity(),
            "records", alarm.records(),
            "tied", alarm.tied(),
            "first", alarm.first().source() + "," + alarm.first().id());
    return Phrases.say(alarm.tied() == 0 ? "resolve.alarm" : "resolve.crowd", about);
  }

  /** Of memory it is said what was counted. */
  private String phrase(String figure) {
    return "resolve." + (figure.equals(MEMORY) ? figure + "." + memoryOf() : figure);
  }

  private String memoryOf() {
    return switch (report.memory().counted()) {
      case RESIDENT -> "peakResident";
      case HEAP -> "peakHeap";
    };
  }

  private Map<String, Number> figures() {
    var figures = new LinkedHashMap<String, Number>();
    figures.put("records", report.records());
    figures.put("pairs", report.pairs());
    figures.put("entities", report.entities());
    figures.put(ALARMS, report.alarms().size());
    figures.put("seconds", Digits.of(report.seconds(), 1));
    figures.put(MEMORY, report.memory().mebibytes());
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
