package org.masterplan.matching.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.masterplan.kernel.intake.Row;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;
import org.masterplan.matching.live.Live;
import org.masterplan.matching.mapping.MappingYaml;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.record.SourceMapping;
import org.masterplan.matching.table.Batch;
import org.masterplan.matching.table.Formats;

/**
 * Resolves all but some records of {@link GeneratedFiles} as a batch, then takes the rest one at a
 * time and prints what that cost. Arguments: a folder to keep files in, the number of records, how
 * many threads the batch has, and how many records to take one at a time.
 */
public final class LiveBenchmark {
  private final List<RawRecord> later = new ArrayList<>();
  private final int upserts;

  private LiveBenchmark(int upserts) {
    this.upserts = upserts;
  }

  public static void main(String[] args) throws IOException {
    int records = Integer.parseInt(args[1]);
    var folder = GeneratedFiles.of(Path.of(args[0]), records);
    new LiveBenchmark(Integer.parseInt(args[3])).run(folder, records, Integer.parseInt(args[2]));
  }

  private void run(Path folder, int records, int threads) throws IOException {
    var live =
        new Live(Resolver.resolve(batch(folder, records), Settings.DEFAULT.withThreads(threads)));
    int first = later.size() / 10;
    later.subList(0, first).forEach(live::upsert);
    var thread = ManagementFactory.getThreadMXBean();
    var took = new long[later.size() - first];
    var cpu = new long[took.length];
    for (int n = 0; n < took.length; n++) {
      long start = System.nanoTime();
      long before = thread.getCurrentThreadCpuTime();
      live.upsert(later.get(first + n));
      cpu[n] = thread.getCurrentThreadCpuTime() - before;
      took[n] = System.nanoTime() - start;
    }
    Arrays.sort(took);
    Arrays.sort(cpu);
    double all = Arrays.stream(took).sum() / 1e9;
    var name = "live." + records;
    figure(name + ".rate", took.length / all, "upserts a second (1,000)");
    double busy = Arrays.stream(cpu).sum() / 1e9;
    figure(name + ".cpuRate", cpu.length / busy, "upserts a second of its thread's CPU time");
    figure(name + ".cpuP99", cpu[(int) (cpu.length * 0.99)] / 1e6, "ms of CPU time");
    figure(name + ".median", took[took.length / 2] / 1e6, "ms");
    figure(name + ".p99", took[(int) (took.length * 0.99)] / 1e6, "ms (20)");
    figure(name + ".most", took[took.length - 1] / 1e6, "ms");
    figure(name + ".peak", ResolveBenchmark.resident(), "MiB resident at most");
  }

  /** All rows but every n-th, which come later. */
  private Batch batch(Path folder, int records) throws IOException {
    var mappings = MappingYaml.read(Files.readString(folder.resolve("mapping.yaml")));
    var named = ResolveBenchmark.files(folder).stream().map(ResolveBenchmark::source).toList();
    var sources = named.stream().map(name -> mappings.of(name).orElseThrow()).toList();
    var schema = Schema.union(sources);
    var batch = new Batch(schema, new Formats(sources));
    int every = Math.max(2, records / upserts);
    int row = 0;
    for (var source : sources) {
      try (var rows = new CsvRows(folder.resolve(source.source() + ".csv"))) {
        while (rows.hasNext()) {
          if (rows.next() instanceof Row.Good good) {
            var record = record(schema, source, good);
            if (++row % every == 0) {
              later.add(record);
            } else {
              batch.add(record);
            }
          }
        }
      }
    }
    return batch;
  }

  private static RawRecord record(Schema schema, SourceMapping source, Row.Good row) {
    var values = new ArrayList<String>(schema.fields().size());
    for (var field : schema.fields()) {
      var column = source.columns().get(field);
      values.add(column == null ? "" : row.value(column.name()));
    }
    return new RawRecord(source.source(), row.value(source.idColumn()), values);
  }

  private static void figure(String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "FIGURE %s %.2f %s%n", name, value, unit);
  }
}
