package org.masterplan.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the 76 databases, their consents, and which record is whose. */
final class SourceFiles {
  private final Options options;
  private final Output output;
  private final Databases databases;
  private final People people;
  private final RecordWriter writer;

  SourceFiles(Options options, Output output, World world) {
    this.options = options;
    this.output = output;
    this.databases = world.databases();
    this.people = world.people();
    this.writer = world.records();
  }

  void write() throws IOException {
    List<Map<String, Object>> manifest = new ArrayList<>();
    try (Rows truth = Rows.csv(output.path("truth/records.csv"), "source", "record", "person");
        Rows consents =
            Rows.csv(
                output.path("consents.csv"),
                "source",
                "record",
                "purpose",
                "channel",
                "state",
                "time",
                "evidence")) {
      for (Source source : databases.sources()) {
        manifest.add(entry(source, file(source, truth, consents)));
      }
    }
    output.lines(
        "sources/sources.json",
        List.of(Json.of(Json.object("synthetic", true, "sources", manifest))));
    mappings();
  }

  private int file(Source source, Rows truth, Rows consents) throws IOException {
    int count = 0;
    Shuffle order = databases.rows(source);
    try (Rows rows = Rows.of(source, output.path("sources/" + source.file()))) {
      for (int copy = 0; copy < 2; copy++) {
        for (long i = 0; i < options.people(); i++) {
          long person = order.at(i);
          if (databases.holds(source, person, copy)) {
            Row row = writer.record(source, people.at(person), copy);
            rows.row(row.cells(source));
            truth.row(List.of(source.id(), row.get(Field.ID), "p-" + person));
            consents(source, row, consents);
            count++;
          }
        }
      }
    }
    return count;
  }

  /** A third of the records carry none: silence is not consent. */
  private void consents(Source source, Row row, Rows consents) throws IOException {
    Draw draw = row.draw();
    List<String> channels = new ArrayList<>();
    if (!row.get(Field.PHONE).isEmpty() && source.has(Field.PHONE)) {
      channels.addAll(List.of("SMS", "ZALO"));
    }
    if (!row.get(Field.EMAIL).isEmpty() && source.has(Field.EMAIL)) {
      channels.add("EMAIL");
    }
    boolean asked = draw.chance(0.67);
    for (String channel : channels) {
      if (!asked || draw.chance(0.3)) {
        continue;
      }
      String purpose = draw.chance(0.8) ? "MARKETING" : draw.chance(0.5) ? "SURVEY" : "SERVICE";
      consent(source, row, List.of(purpose, channel, "GRANTED"), row.day(), consents);
      if (draw.chance(0.12)) {
        LocalDate later = row.day().plusDays(draw.between(10, 900));
        if (later.isBefore(options.now())) {
          consent(source, row, List.of(purpose, channel, "WITHDRAWN"), later, consents);
        }
      }
    }
  }

  private static void consent(
      Source source, Row row, List<String> what, LocalDate day, Rows consents) throws IOException {
    String time = day.atTime(3, 0).toInstant(ZoneOffset.UTC).toString();
    String evidence =
        what.get(2).equals("GRANTED") ? "biểu mẫu " + source.id() : "tin nhắn từ chối";
    consents.row(
        List.of(
            source.id(), row.get(Field.ID), what.get(0), what.get(1), what.get(2), time, evidence));
  }

  private Map<String, Object> entry(Source source, int records) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("source", source.id());
    entry.put("title", source.title());
    entry.put("unit", source.unit());
    entry.put("file", source.file());
    entry.put("format", source.format().name());
    entry.put("charset", source.charset().replace("-BOM", ""));
    entry.put(
        "byteOrderMark", source.charset().endsWith("-BOM") || source.charset().equals("UTF-16LE"));
    if (!source.delimiter().equals("-")) {
      entry.put("delimiter", source.delimiter());
    }
    if (source.format() == Source.Format.XLSX) {
      entry.put("sheet", "Khach hang");
    }
    entry.put(
        "purposes", source.has(Field.EMAIL) ? List.of("MARKETING", "SERVICE") : List.of("SERVICE"));
    entry.put(
        "legalBasis",
        source.to() < 2024 ? "UNKNOWN" : source.number() % 3 == 0 ? "CONTRACT" : "CONSENT");
    entry.put("collectedFrom", source.from() + "-01-01");
    LocalDate last = LocalDate.of(source.to(), 12, 31);
    entry.put("collectedUntil", (last.isAfter(options.now()) ? options.now() : last).toString());
    entry.put("records", records);
    return entry;
  }

  private void mappings() throws IOException {
    Map<String, Object> mappings = new LinkedHashMap<>();
    for (Source source : databases.sources()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (Field field : source.columns()) {
        boolean date = field == Field.BIRTH_DATE || field == Field.REGISTERED;
        String column = field.heading(source.headers());
        if (field != Field.ID) {
          fields.put(
              field.dictionary(),
              date
                  ? Json.object("column", column, "format", source.dates())
                  : Json.object("column", column));
        }
      }
      mappings.put(
          source.id(), Json.object("id", Field.ID.heading(source.headers()), "fields", fields));
    }
    output.lines("truth/mappings.json", List.of(Json.of(mappings)));
  }
}
