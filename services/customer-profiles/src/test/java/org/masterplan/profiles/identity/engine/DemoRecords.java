package org.masterplan.profiles.identity.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.masterplan.demo.DemoEnterprise;
import org.masterplan.demo.Options;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.RowReading;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.springframework.boot.json.JsonParserFactory;

/**
 * The customers of the demonstration, read from its 76 sources as the service reads them, and who
 * they truly are. Numbers are drawn, as the service draws them.
 *
 * @param persons by record number
 */
public record DemoRecords(List<SourceRecord> records, Map<Long, String> persons) {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final SourceRecord.Origin ORIGIN =
      new SourceRecord.Origin("profiles-1", 2, NOW, NOW);

  /** The demonstration of so many people, written into the folder. */
  public static DemoRecords of(int people, Path folder) throws IOException {
    var demo = folder.resolve("demo");
    DemoEnterprise.generate(new Options(people, 42, demo));
    var truth = truth(demo);
    var random = new Random(42);
    var read = new DemoRecords(new ArrayList<>(), new HashMap<>());
    var mappings = json(demo.resolve("truth/mappings.json"));
    for (var each : (List<?>) json(demo.resolve("sources/sources.json")).get("sources")) {
      var source = (Map<?, ?>) each;
      var mapped = (Map<?, ?>) mappings.get(text(source, "source"));
      if (mapped != null) {
        read.read(demo.resolve("sources"), source, mapping(mapped), random, truth);
      }
    }
    return read;
  }

  private void read(
      Path folder, Map<?, ?> source, Mapping mapping, Random random, Map<String, String> truth) {
    var uploads = new Uploads(Limits.usual());
    var reading = RowReading.at(ORIGIN.loadedAt(), mapping);
    var type =
        switch (text(source, "format")) {
          case "XLSX" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
          case "JSONL" -> "application/x-ndjson; charset=" + text(source, "charset");
          case "TSV" -> "text/tab-separated-values; charset=" + text(source, "charset");
          default -> "text/csv; charset=" + text(source, "charset");
        };
    var file = folder.resolve(text(source, "file"));
    try (var rows = uploads.open(file, type, Headers.asWritten())) {
      for (long line = 1; rows.hasNext(); line++) {
        if (reading.read(rows.next(), line) instanceof RowReading.Outcome.Taken taken) {
          var name = new RecordName(text(source, "source"), taken.id());
          long number = random.nextLong(1, Long.MAX_VALUE);
          persons.put(number, truth.getOrDefault(name.key(), ""));
          records.add(new SourceRecord(number, name, 1, taken.content(), ORIGIN));
        }
      }
    }
  }

  private static Mapping mapping(Map<?, ?> written) {
    var fields = new LinkedHashMap<String, ColumnMapping>();
    ((Map<?, ?>) written.get("fields"))
        .forEach(
            (field, column) ->
                fields.put(
                    field.toString(),
                    ColumnMapping.given(
                        text((Map<?, ?>) column, "column"), text((Map<?, ?>) column, "format"))));
    return new Mapping(text(written, "id"), fields, true);
  }

  private static Map<String, String> truth(Path demo) throws IOException {
    var truth = new HashMap<String, String>();
    var lines = Files.readAllLines(demo.resolve("truth/records.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      truth.put(cells[0] + "/" + cells[1], cells[2]);
    }
    return truth;
  }

  private static Map<String, Object> json(Path file) throws IOException {
    return JsonParserFactory.getJsonParser().parseMap(Files.readString(file));
  }

  private static String text(Map<?, ?> of, String key) {
    var value = of.get(key);
    return value == null ? "" : value.toString();
  }
}
