package org.masterplan.matching.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.masterplan.matching.command.Crosswalk;
import org.masterplan.matching.command.Resolve;
import org.masterplan.matching.mapping.MappingFile;
import org.masterplan.matching.mapping.MappingYaml;

/**
 * Resolves a folder of {@link GeneratedFiles} from CSV to crosswalk and prints what it cost.
 * Arguments: a folder to keep files in, the number of records, and how many threads.
 */
public final class ResolveBenchmark {
  private ResolveBenchmark() {}

  public static void main(String[] args) throws IOException {
    var folder = GeneratedFiles.of(Path.of(args[0]), Integer.parseInt(args[1]));
    run(folder, Integer.parseInt(args[2]));
  }

  /** What {@code resolve} reports of all files in the folder; the crosswalk is written beside. */
  static Resolve.Answer run(Path folder, int threads) throws IOException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    var answer = resolve(folder, threads);
    try (var out = Files.newBufferedWriter(folder.resolve("crosswalk.out"))) {
      Crosswalk.write(answer.resolution(), out);
    }
    var name = "resolve." + answer.report().records();
    figure(name + ".wall", (System.nanoTime() - start) / 1e9, "s");
    figure(name + ".cpu", (system.getProcessCpuTime() - cpu) / 1e9, "s");
    figure(name + ".peak", resident(), "MiB resident at most");
    answer.report().lines().forEach(line -> System.out.println("  " + line));
    return answer;
  }

  private static void figure(String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "FIGURE %s %.2f %s%n", name, value, unit);
  }

  private static Resolve.Answer resolve(Path folder, int threads) throws IOException {
    var mappings = MappingYaml.read(Files.readString(folder.resolve("mapping.yaml")));
    var inputs = files(folder).stream().map(file -> input(file, mappings)).toList();
    try {
      var request = new Resolve.Request(inputs, GeneratedFiles.TRUTH, threads);
      return new Resolve(Clock.systemUTC()).run(request);
    } finally {
      inputs.forEach(input -> input.rows().close());
    }
  }

  /** The CSV files of a folder, by name. */
  static List<Path> files(Path folder) throws IOException {
    try (var found = Files.list(folder)) {
      return found.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
  }

  static String source(Path file) {
    return file.getFileName().toString().replace(".csv", "");
  }

  private static Resolve.Input input(Path file, MappingFile mappings) {
    var source = source(file);
    return new Resolve.Input(source, new CsvRows(file), mappings.of(source).orElseThrow());
  }

  /** The most memory that the process ever held, where the system tells; else what is in use. */
  static double resident() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      var runtime = Runtime.getRuntime();
      return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
