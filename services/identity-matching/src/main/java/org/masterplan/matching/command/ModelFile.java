package org.masterplan.matching.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.model.Model;

/** Writes what a run learned as JSON that people can read; {@code version} names its shape. */
public final class ModelFile {
  private static final int VERSION = 1;

  private ModelFile() {}

  public static void write(Resolution found, Appendable out) throws IOException {
    var model = found.model();
    out.append("{\n  \"version\": ").append(Integer.toString(VERSION));
    out.append(",\n  \"records\": ").append(Integer.toString(found.table().size()));
    out.append(",\n  \"prior\": ").append(number(model.prior()));
    out.append(",\n  \"comparisons\": [\n");
    out.append(
        model.comparisons().stream().map(ModelFile::comparison).collect(Collectors.joining(",\n")));
    out.append("\n  ],\n  \"keys\": [\n");
    out.append(
        found.candidates().keys().stream()
            .filter(key -> key.pairs() > 0)
            .map(
                key ->
                    "    {\"key\": %s, \"pairs\": %d, \"largestBlock\": %d}"
                        .formatted(text(key.key()), key.pairs(), key.cap()))
            .collect(Collectors.joining(",\n")));
    out.append("\n  ]\n}\n");
  }

  private static String comparison(Model.Comparison comparison) {
    var levels = comparison.levels().stream().map(ModelFile::text);
    return "    {\"feature\": %s, \"kind\": \"%s\",\n     \"levels\": [%s],\n     \"m\": [%s],\n     \"u\": [%s]}"
        .formatted(
            text(comparison.feature().name()),
            comparison.feature().kind(),
            levels.collect(Collectors.joining(", ")),
            numbers(comparison.m()),
            numbers(comparison.u()));
  }

  private static String numbers(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(ModelFile::number).collect(Collectors.joining(", "));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.9g", number);
  }

  private static String text(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
