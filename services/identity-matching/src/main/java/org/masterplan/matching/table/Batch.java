package org.masterplan.matching.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

/**
 * Takes rows in any order and makes the table of them, ordered by key. A row is held as numbers, a
 * value that comes often is held and standardised once. Not for use by two threads at once.
 */
public final class Batch {
  private final Encoder encoder;
  private final List<RecordKey> keys = new ArrayList<>();
  private final List<Distinct> distinct = new ArrayList<>();
  private final List<IntBag> numbers = new ArrayList<>();
  private final List<String> formats = new ArrayList<>();
  private final Map<String, short[]> formatsOf = new HashMap<>();

  /** Of rows with these fields, written as each source writes them. */
  public Batch(Schema schema, Formats formats) {
    this.encoder = new Encoder(schema, formats);
    for (int f = 0; f < encoder.fields(); f++) {
      distinct.add(new Distinct());
      numbers.add(new IntBag());
    }
  }

  /** Adds a row. */
  public void add(RawRecord row) {
    keys.add(new RecordKey(row.source(), row.id()));
    var written = formatsOf.computeIfAbsent(row.source(), this::formats);
    for (int f = 0; f < numbers.size(); f++) {
      var raw = encoder.raw(row, f);
      numbers.get(f).add(raw.isEmpty() ? 0 : distinct.get(f).numberOf(raw, written[f]));
    }
  }

  private short[] formats(String source) {
    var written = new short[encoder.fields()];
    for (int f = 0; f < written.length; f++) {
      var format = encoder.formatOf(source, f);
      if (!formats.contains(format)) {
        formats.add(format);
      }
      written[f] = (short) formats.indexOf(format);
    }
    return written;
  }

  /** The table; the batch is of no use afterwards. */
  public Table table(int threads) {
    var order = order();
    var values = new StandardValues(encoder, distinct, formats, threads);
    var found = encoder.sources().stream().map(source -> found(source, values)).toList();
    Ranges.each(found.size(), threads, at -> fill(encoder.sources().get(at), order, found.get(at)));
    var sorted = new ArrayList<RecordKey>(order.length);
    for (int row : order) {
      sorted.add(keys.get(row));
    }
    var table = new Table(encoder, sorted);
    table.lay();
    return table;
  }

  /** The rows by source and then by id. */
  private int[] order() {
    var bySource = new TreeMap<String, IntBag>();
    for (int row = 0; row < keys.size(); row++) {
      bySource.computeIfAbsent(keys.get(row).source(), s -> new IntBag()).add(row);
    }
    var order = new int[keys.size()];
    int size = 0;
    for (var rows : bySource.values()) {
      var sorted = rows.boxed();
      Arrays.parallelSort(
          sorted,
          Comparator.<Integer, String>comparing(row -> keys.get(row).id())
              .thenComparing(this::compare));
      for (int row : sorted) {
        order[size++] = row;
      }
    }
    return order;
  }

  /** Two rows with one key, by what they say. */
  private int compare(int a, int b) {
    for (int f = 0; f < numbers.size(); f++) {
      int by = text(f, a).compareTo(text(f, b));
      if (by != 0) {
        return by;
      }
    }
    return 0;
  }

  private String text(int field, int row) {
    int number = numbers.get(field).get(row);
    return number == 0 ? "" : distinct.get(field).text(number);
  }

  private static List<Value[]> found(Encoder.Source source, StandardValues values) {
    return source.origins().stream().map(values::of).toList();
  }

  /** Fills the column; its values are numbered in the order of the records. */
  private void fill(Encoder.Source source, int[] order, List<Value[]> found) {
    var column = source.column();
    var codes = found.stream().map(v -> new int[v.length]).toList();
    for (int row : order) {
      int code = 0;
      for (int o = 0; code == 0 && o < found.size(); o++) {
        int number = numbers.get(source.origins().get(o).field()).get(row);
        var value = found.get(o)[number];
        if (!value.canonical().isEmpty()) {
          code = codes.get(o)[number];
          code = code != 0 ? code : column.codeOf(value);
          codes.get(o)[number] = code;
        }
      }
      column.add(code);
    }
    column.settle();
  }
}
