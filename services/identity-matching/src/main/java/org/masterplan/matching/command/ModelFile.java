package org.masterplan.matching.command;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.SavedFrequencies;

/**
 * What a run learned as JSON that people can read; {@code version} names its shape and the
 * comparisons that it was learned with. Values of customers stand in it only as hashes.
 */
public final class ModelFile {
  static final int VERSION = 3;

  private ModelFile() {}

  public static void write(Resolution found, Appendable out) throws IOException {
    write(
        Learned.from(found),
        found.candidates().keys().stream()
            .filter(key -> key.pairs() > 0)
            .map(
                key ->
                    "    {\"key\": %s, \"pairs\": %d, \"largestBlock\": %d}"
                        .formatted(text(key.key()), key.pairs(), key.cap()))
            .collect(Collectors.joining(",\n")),
        out);
  }

  /** As above, without the keys by which the run found its pairs. */
  public static void write(Learned learned, Appendable out) throws IOException {
    write(learned, "", out);
  }

  private static void write(Learned learned, String keys, Appendable out) throws IOException {
    var model = learned.model();
    out.append("{\n  \"version\": ").append(Integer.toString(VERSION));
    out.append(",\n  \"records\": ").append(Integer.toString(learned.frequencies().records()));
    out.append(",\n  \"prior\": ").append(Double.toString(model.prior()));
    out.append(",\n  \"comparisons\": [\n");
    for (int c = 0; c < model.comparisons().size(); c++) {
      out.append(c == 0 ? "" : ",\n");
      comparison(model.comparisons().get(c), out);
      counted(learned.frequencies().columns().get(c), out);
    }
    out.append("\n  ],\n  \"keys\": [\n");
    out.append(keys);
    out.append("\n  ]\n}\n");
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws InvalidFields where it is damaged, or of a version that this program does not read
   */
  public static Learned read(String json) {
    return new ModelReader(JsonTree.read(json)).learned();
  }

  private static void comparison(Model.Comparison comparison, Appendable out) throws IOException {
    var levels = comparison.levels().stream().map(ModelFile::text);
    out.append("    {\"feature\": ").append(text(comparison.feature().name()));
    out.append(", \"kind\": \"").append(comparison.feature().kind().name());
    out.append("\",\n     \"levels\": [").append(levels.collect(Collectors.joining(", ")));
    out.append("],\n     \"m\": [").append(numbers(comparison.m()));
    out.append("],\n     \"u\": [").append(numbers(comparison.u())).append("]");
  }

  private static void counted(SavedFrequencies.Counted counted, Appendable out) throws IOException {
    out.append(",\n     \"alone\": ").append(Double.toString(counted.alone()));
    out.append(", \"common\": {");
    var lines = new ArrayList<String>();
    new TreeMap<>(counted.common())
        .forEach(
            (value, common) ->
                lines.add(
                    "\"%016x\": [%s, %d]".formatted(value, common.share(), common.holders())));
    out.append(String.join(", ", lines)).append("}}");
  }

  private static String numbers(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(", "));
  }

  private static String text(String text) {
    return new JsonPrimitive(text).toString();
  }
}
