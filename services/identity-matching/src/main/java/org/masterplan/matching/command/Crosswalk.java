package org.masterplan.matching.command;

import java.io.IOException;
import java.util.Locale;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.RecordKey;

/** Writes the files of contracts.md: {@code crosswalk.csv} and the edges. */
public final class Crosswalk {
  /** Edges below this probability are not worth a line. */
  private static final double LEAST = 0.01;

  private Crosswalk() {}

  /** {@code source,record,entity}; entities are numbered from 1 in the order of their records. */
  public static void write(Resolution found, Appendable out) throws IOException {
    out.append("source,record,entity\n");
    var numbers = numbers(found);
    for (int r = 0; r < numbers.length; r++) {
      key(found.table().key(r), out);
      out.append(',').append(Integer.toString(numbers[r])).append('\n');
    }
  }

  /** By record, what its entity is called here. */
  static int[] numbers(Resolution found) {
    var numbers = new int[found.entities().length];
    int next = 0;
    for (int r = 0; r < numbers.length; r++) {
      int entity = found.entities()[r];
      numbers[r] = entity == r ? ++next : numbers[entity];
    }
    return numbers;
  }

  /** {@code left_source,left_record,right_source,right_record,probability,weight}. */
  public static void writeEdges(Resolution found, Appendable out) throws IOException {
    out.append("left_source,left_record,right_source,right_record,probability,weight\n");
    var pairs = found.candidates().pairs();
    for (int p = 0; p < pairs.length; p++) {
      double probability = Model.probability(found.weights()[p]);
      if (probability >= LEAST) {
        key(found.table().key(LongBag.left(pairs[p])), out);
        out.append(',');
        key(found.table().key(LongBag.right(pairs[p])), out);
        out.append(
            String.format(Locale.ROOT, ",%.6f,%.3f%n", probability, found.weights()[p])
                .replace("\r", ""));
      }
    }
  }

  private static void key(RecordKey key, Appendable out) throws IOException {
    cell(key.source(), out);
    out.append(',');
    cell(key.id(), out);
  }

  static void cell(String text, Appendable out) throws IOException {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    out.append(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
  }
}
