package org.masterplan.allinone.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.matching.explain.Explanation;
import org.masterplan.matching.table.RecordKey;

/** Explanations for people (a waterfall of bits) and for programs (the shape of contracts.md). */
final class ExplainWords {
  private final List<Explanation> edges;

  ExplainWords(List<Explanation> edges) {
    this.edges = edges;
  }

  JsonObject json() {
    var pairs = new JsonArray();
    edges.forEach(edge -> pairs.add(json(edge)));
    var json = new JsonObject();
    json.add("pairs", pairs);
    return json;
  }

  private static JsonObject json(Explanation edge) {
    var json = new JsonObject();
    json.addProperty("left", named(edge.left()));
    json.addProperty("right", named(edge.right()));
    json.addProperty("start", edge.start());
    var contributions = new JsonArray();
    for (var part : edge.contributions()) {
      var line = new JsonObject();
      line.addProperty("field", part.field());
      line.addProperty("level", part.level());
      line.addProperty("leftValue", part.leftValue());
      line.addProperty("rightValue", part.rightValue());
      line.addProperty("weight", part.weight());
      line.addProperty("tfAdjustment", part.tfAdjustment());
      contributions.add(line);
    }
    json.add("contributions", contributions);
    json.addProperty("guard", edge.guard());
    json.addProperty("guardReason", edge.guardReason());
    json.addProperty("weight", edge.weight());
    json.addProperty("probability", edge.probability());
    return json;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    if (edges.isEmpty()) {
      lines.add(Phrases.say("explain.alone"));
    }
    edges.forEach(edge -> waterfall(edge, lines));
    return lines;
  }

  private static void waterfall(Explanation edge, List<String> lines) {
    lines.add(named(edge.left()) + "  -  " + named(edge.right()));
    lines.add(bits(edge.start()) + Phrases.say("explain.start"));
    for (var part : edge.contributions()) {
      double all = part.weight() + part.tfAdjustment();
      lines.add(
          "%s%s: %s (%s | %s)"
              .formatted(
                  bits(all),
                  part.field(),
                  spoken("level", part.level()),
                  part.leftValue(),
                  part.rightValue()));
    }
    if (edge.guard() != 0) {
      var about = Map.of("reason", spoken("why", edge.guardReason()));
      lines.add(bits(edge.guard()) + Phrases.say("explain.guard", about));
    }
    var probability = String.format(Locale.ROOT, "%.6f", edge.probability());
    lines.add(
        bits(edge.weight()) + Phrases.say("explain.weight", Map.of("probability", probability)));
  }

  /** The engine's own words, which programs read too, as people are told them. */
  private static String spoken(String kind, String word) {
    var key = key(kind, word);
    return Phrases.all().containsKey(key) ? Phrases.say(key) : word;
  }

  /** The phrase of one of the engine's words. */
  static String key(String kind, String word) {
    return "explain." + kind + "." + word.replaceAll("[^A-Za-z]+", "_");
  }

  private static String bits(double weight) {
    return weight < -1e6 ? "      never  " : String.format(Locale.ROOT, "  %+9.2f  ", weight);
  }

  private static String named(RecordKey key) {
    return key.source() + "," + key.id();
  }
}
