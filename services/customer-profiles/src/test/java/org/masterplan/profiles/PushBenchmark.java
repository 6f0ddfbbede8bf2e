package org.masterplan.profiles;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.identity.engine.DemoRecords;

/**
 * Pushes records of the demonstration where many people are there already: {@code PROFILES ALONE
 * TOGETHER CLIENTS}, the last three being how many records are pushed by one client, how many by
 * several, and by how many.
 */
final class PushBenchmark {
  private static final double MEGABYTE = 1024 * 1024;

  private PushBenchmark() {}

  /** Prints the figures. */
  public static void main(String[] counts) throws Exception {
    int people = Integer.parseInt(counts[0]);
    int alone = Integer.parseInt(counts[1]);
    int together = Integer.parseInt(counts[2]);
    int clients = Integer.parseInt(counts[3]);
    var folder = Files.createTempDirectory("push");
    var records = new ArrayList<>(DemoRecords.of((alone + together) * 2 / 5, folder).records());
    Collections.shuffle(records, new Random(42));
    try (var pushed = new PushedRecords(folder)) {
      long began = System.nanoTime();
      pushed.settle(people);
      Figures.print("push.settled", people, "profiles", "goal at 200,000");
      Figures.print("push.settling", (System.nanoTime() - began) / 1e9, "s", "no bound");
      pushed.register(records);
      // The first thousand warm the machine up.
      pushed.together(records.subList(0, 1000), clients);
      pushed.alone(records.subList(1000, 1000 + alone)).tell("push.alone");
      memory();
      int last = Math.min(records.size(), 1000 + alone + together);
      pushed.together(records.subList(1000 + alone, last), clients).tell("push.together");
      memory();
    }
    System.exit(0);
  }

  private static void memory() {
    System.gc();
    var runtime = Runtime.getRuntime();
    double used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    Figures.print("push.heap", used, "MB after a collection", "stated");
    Figures.print("push.heapLimit", runtime.maxMemory() / MEGABYTE, "MB", "stated");
  }
}
