package org.masterplan.abandonment.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Recorded activity of 31 public communities, with what became of them. */
final class BenchmarkData {
  private static final Path HERE = Path.of("../../infra/benchmarks/data/activity");

  /** A community at a date, and whether it had at most one act of its hosts in the next year. */
  record Label(String community, Instant cutoff, boolean abandoned, double silenceDays) {}

  private BenchmarkData() {}

  static Map<String, List<Activity.Event>> events() {
    return lines("git_events.csv.gz").stream()
        .map(BenchmarkData::event)
        .collect(Collectors.groupingBy(Activity.Event::community));
  }

  static List<Label> labels() {
    return lines("git_cutoff_labels.csv").stream()
        .map(line -> line.split(",", -1))
        .map(
            c ->
                new Label(
                    c[0],
                    LocalDate.parse(c[1]).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    c[2].equals("1"),
                    Double.parseDouble(c[3])))
        .toList();
  }

  private static Activity.Event event(String line) {
    var c = line.split(",", -1);
    var voice = c[3].equals("commit") ? Voice.HOST : Voice.MEMBER;
    return new Activity.Event(
        c[0], Instant.parse(c[1]), c[2], c[4].equals("1") ? Voice.BOT : voice, c[3], "", "");
  }

  private static List<String> lines(String file) {
    var path = HERE.resolve(file);
    try (var in = Files.newInputStream(path);
        var plain = file.endsWith(".gz") ? new GZIPInputStream(in) : in;
        var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      var lines = new ArrayList<String>();
      reader.readLine();
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
