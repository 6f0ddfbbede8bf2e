package org.masterplan.allinone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.matching.command.Resolve;
import org.masterplan.matching.mapping.MappingFile;
import org.masterplan.matching.mapping.Suggestions;
import org.masterplan.matching.record.Column;
import org.masterplan.matching.record.SourceMapping;

/** The opened files of one {@code resolve}. */
final class ResolveInputs implements AutoCloseable {
  private static final int SAMPLE = 500;

  private final List<Resolve.Input> inputs = new ArrayList<>();

  private ResolveInputs() {}

  /** Opens every file with its mapping; nothing stays open if one cannot be. */
  static ResolveInputs open(List<Path> files, MappingFile mappings, String truth) throws Trouble {
    var opened = new ResolveInputs();
    try {
      for (var file : files) {
        opened.add(file, mappings, truth);
      }
      return opened;
    } catch (Trouble | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void add(Path file, MappingFile mappings, String truth) throws Trouble {
    var source = source(file);
    if (inputs.stream().anyMatch(other -> other.source().equals(source))) {
      throw Trouble.usage(Phrases.say("resolve.twice", Map.of("source", source)));
    }
    var mapping =
        mappings
            .of(source)
            .orElseThrow(
                () -> Trouble.usage(Phrases.say("resolve.noMapping", Map.of("source", source))));
    var rows = RowFile.open(file);
    inputs.add(new Resolve.Input(source, rows, mapping));
    RowFile.require(file, rows, wanted(mapping, truth));
  }

  private static List<List<String>> wanted(SourceMapping mapping, String truth) {
    var columns = mapping.columns().values().stream().map(Column::name);
    return Stream.concat(Stream.of(mapping.idColumn(), truth), columns)
        .filter(column -> !column.isEmpty())
        .map(List::of)
        .toList();
  }

  List<Resolve.Input> inputs() {
    return inputs;
  }

  /** What the files' columns but the truth seem to be, by their headers and first rows. */
  static MappingFile suggest(List<Path> files, String truth) throws Trouble {
    var found = new LinkedHashMap<String, SourceMapping>();
    for (var file : files) {
      try (var rows = RowFile.open(file)) {
        var sample = sample(rows);
        var columns = columns(rows, sample).stream().filter(c -> !c.equals(truth)).toList();
        var cells = sample.stream().map(row -> columns.stream().map(row::value).toList()).toList();
        var suggestion = Suggestions.suggest(source(file), columns, cells).mapping();
        if (suggestion.columns().isEmpty()) {
          throw Trouble.unreadable(
              Phrases.say(
                  "resolve.nothingKnown",
                  Map.of("file", file, "found", String.join(", ", columns))));
        }
        found.put(source(file), suggestion);
      }
    }
    return new MappingFile(found, null);
  }

  private static List<Row.Good> sample(Rows rows) {
    var sample = new ArrayList<Row.Good>();
    while (rows.hasNext() && sample.size() < SAMPLE) {
      if (rows.next() instanceof Row.Good good) {
        sample.add(good);
      }
    }
    return sample;
  }

  private static List<String> columns(Rows rows, List<Row.Good> sample) {
    var columns = new LinkedHashSet<>(rows.columns());
    sample.forEach(row -> columns.addAll(row.values().keySet()));
    return List.copyOf(columns);
  }

  /** The file's name without its extension. */
  private static String source(Path file) {
    var name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Override
  public void close() {
    inputs.forEach(input -> input.rows().close());
  }
}
