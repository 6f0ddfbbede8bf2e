package org.masterplan.matching.quality;

import java.util.List;
import java.util.Locale;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.table.LongBag;

/**
 * Prints the figures of every set, and of harder readings of the same sets with their best columns
 * left out; for work on the engine. Arguments: {@code model} prints what was learned, {@code
 * calibration} how often pairs of each probability are one person, else names of sets.
 */
final class QualityRun {
  private QualityRun() {}

  public static void main(String[] args) {
    var wanted = List.of(args);
    for (var set : TruthSet.all()) {
      if (wanted.stream().noneMatch(TruthSet.names()::contains) || wanted.contains(set.name())) {
        run(set, wanted);
      }
    }
  }

  private static void run(TruthSet set, List<String> wanted) {
    long start = System.nanoTime();
    var found = Resolver.resolve(set.schema(), set.records());
    double seconds = (System.nanoTime() - start) / 1e9;
    var m = Measured.of(set, found);
    System.out.printf(
        Locale.ROOT,
        "%-16s P %.4f R %.4f F1 %.4f blocking %.4f largest %d pairs %d prior %.2e s %.1f%n",
        set.name(),
        m.precision(),
        m.recall(),
        m.f1(),
        m.blockingRecall(),
        m.largest(),
        found.candidates().pairs().length,
        found.model().prior(),
        seconds);
    if (wanted.contains("model")) {
      found.model().comparisons().forEach(QualityRun::print);
    }
    if (wanted.contains("calibration")) {
      calibration(set, found);
    }
  }

  private static void print(Model.Comparison comparison) {
    System.out.print("  " + comparison.feature().name() + ":");
    for (int l = 1; l <= comparison.levels().size(); l++) {
      System.out.printf(
          Locale.ROOT,
          " %s m%.4f u%.6f w%.1f;",
          comparison.levels().get(l - 1),
          comparison.m()[l - 1],
          comparison.u()[l - 1],
          comparison.weight(l));
    }
    System.out.println();
  }

  static void calibration(TruthSet set, Resolution found) {
    var right = new double[11];
    var all = new double[11];
    var promised = new double[11];
    for (int p = 0; p < found.weights().length; p++) {
      double probability = Model.probability(found.weights()[p]);
      int bin = (int) Math.round(probability * 10);
      all[bin]++;
      promised[bin] += probability;
      right[bin] += set.same(found, found.candidates().pairs()[p]) ? 1 : 0;
    }
    for (int b = 0; b <= 10; b++) {
      System.out.printf(
          Locale.ROOT,
          "  p~%.1f n %.0f promised %.3f true %.3f%n",
          b / 10.0,
          all[b],
          promised[b] / all[b],
          right[b] / all[b]);
    }
    for (int p = 0, shown = 0; p < found.weights().length && shown < 25; p++) {
      long pair = found.candidates().pairs()[p];
      boolean same = set.same(found, pair);
      if (same != found.weights()[p] > 0) {
        shown++;
        show(found, pair, found.weights()[p], same);
      }
    }
  }

  static void show(Resolution found, long pair, float weight, boolean same) {
    var text = new StringBuilder(same ? "  missed " : "  wrong  ").append(weight);
    long pattern = new Comparer(found.table()).pattern(LongBag.left(pair), LongBag.right(pair));
    for (int c = 0; c < found.table().columns().size(); c++) {
      text.append(" | ")
          .append(found.table().value(c, LongBag.left(pair)).canonical())
          .append(" ~ ")
          .append(found.table().value(c, LongBag.right(pair)).canonical())
          .append(" ")
          .append(Comparer.level(pattern, c));
    }
    System.out.println(text);
  }
}
