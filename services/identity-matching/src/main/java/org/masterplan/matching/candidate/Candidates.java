package org.masterplan.matching.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/**
 * Finds the pairs worth comparing. Every atom is a key; records that share it form a block, and a
 * block small enough gives all its pairs. What "small enough" means is found for each key from a
 * budget of pairs. A block that is too large is narrowed: its atom is combined with each further
 * one, up to three together. So a rare surname is a key, and a common one becomes a key with the
 * birth year, without a list of keys to choose.
 */
public final class Candidates {
  private static final int DEEPEST = 3;
  private static final long WORDS = 13;

  private final Table table;
  private final CandidateLimits limits;
  private final List<Atoms> atoms;
  private final LongBag found = new LongBag();
  private final List<KeyCount> report = new ArrayList<>();
  private final int recordBits;

  private Candidates(Table table, CandidateLimits limits) {
    this.table = table;
    this.limits = limits;
    this.atoms = Atoms.of(table);
    this.recordBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, table.size()));
  }

  /** What was found: pairs as {@link LongBag#pair}, sorted, each once; and what each key gave. */
  public record Found(long[] pairs, List<KeyCount> keys) {
    /** These and those; for pairs that people decided on. */
    public Found with(long[] more) {
      if (more.length == 0) {
        return this;
      }
      var all = Arrays.copyOf(pairs, pairs.length + more.length);
      System.arraycopy(more, 0, all, pairs.length, more.length);
      return new Found(Arrays.stream(all).sorted().distinct().toArray(), keys);
    }
  }

  /** How many pairs a key gave (pairs of other keys included), and its largest block used. */
  public record KeyCount(String key, long pairs, int cap, long tooWide) {}

  /** All candidate pairs of a table. */
  public static Found of(Table table, CandidateLimits limits) {
    var run = new Candidates(table, limits);
    for (int a = 0; a < run.atoms.size(); a++) {
      var everyone = new long[table.size()];
      Arrays.fill(everyone, 1);
      run.descend(
          new Step(run.atoms.get(a).name(), a, 1, run.personal(a)), run.combined(everyone, a));
    }
    run.wholeNames();
    run.sameInAll();
    return new Found(run.found.takeDistinct(), List.copyOf(run.report));
  }

  /** Names of the same words in whatever order meet, where not too many bear them. */
  private void wholeNames() {
    var hashes = new long[table.size()];
    var words = new int[table.size()];
    table.columns().stream()
        .filter(column -> column.feature().kind().partOfName())
        .forEach(column -> addWords(column, hashes, words));
    var entries = new LongBag();
    for (int record = 0; record < table.size(); record++) {
      if (words[record] > 1) {
        entries.add(Hashes.mix(hashes[record], WORDS) << recordBits | record);
      }
    }
    var blocks = new Blocks(entries.takeDistinct(), recordBits);
    int cap = blocks.capFor(limits.pairsPerKey(table.size(), 1), limits.largestBlock());
    long before = found.added();
    var wide = blocks.emit(cap, found, table.size());
    report.add(new KeyCount("words of the name", found.added() - before, cap, wide.count()));
  }

  private static void addWords(FeatureColumn column, long[] hashes, int[] words) {
    var sums = new long[column.distinct()];
    for (int code = 1; code < sums.length; code++) {
      for (var word : column.value(code).tokens()) {
        sums[code] += Hashes.of(word);
      }
    }
    for (int record = 0; record < hashes.length; record++) {
      int code = column.code(record);
      hashes[record] += sums[code];
      words[record] += code == 0 ? 0 : column.value(code).tokens().size();
    }
  }

  /**
   * Records that are the same in everything are tied each to the next, so that they meet however
   * many they are.
   */
  private void sameInAll() {
    var entries = new LongBag();
    for (int record = 0; record < table.size(); record++) {
      long hash = 0;
      for (var column : table.columns()) {
        hash = Hashes.mix(hash, column.code(record));
      }
      entries.add(hash << recordBits | record);
    }
    new Blocks(entries.takeDistinct(), recordBits).chain(found);
  }

  /**
   * @param personal whether an atom of it tells of the person, not only of a place or a purchase
   */
  private record Step(String name, int lastAtom, int depth, boolean personal) {}

  private boolean personal(int atom) {
    return switch (table.columns().get(atoms.get(atom).column()).feature().role()) {
      case NAME, BIRTH, CONTACT, IDENTIFIER -> true;
      case GENDER, PLACE, DESCRIPTION -> false;
    };
  }

  /** Entries (hash and record) of the records that have the atom, on top of what they share. */
  private long[] combined(long[] shared, int atom) {
    var column = table.columns().get(atoms.get(atom).column());
    var hashes = atoms.get(atom).hashes();
    var entries = new long[room(shared, hashes.size())];
    int size = 0;
    for (int record = 0; record < shared.length; record++) {
      for (int slot = 0; shared[record] != 0 && slot < hashes.size(); slot++) {
        long hash = hashes.get(slot)[column.code(record)];
        if (hash != 0) {
          // Atoms are combined in one order only, so that swapped names share no key here.
          entries[size++] = Hashes.mix(shared[record] + hash, 7) << recordBits | record;
        }
      }
    }
    return Entries.sorted(entries, size);
  }

  private static int room(long[] shared, int slots) {
    int records = 0;
    for (long hash : shared) {
      records += hash == 0 ? 0 : 1;
    }
    return Math.multiplyExact(records, slots);
  }

  private void descend(Step step, long[] entries) {
    var blocks = new Blocks(entries, recordBits);
    int cap = blocks.capFor(limits.pairsPerKey(table.size(), step.depth()), limits.largestBlock());
    long before = found.added();
    var wide = blocks.emit(cap, found, table.size());
    report.add(new KeyCount(step.name(), found.added() - before, cap, wide.count()));
    if (step.depth() == DEEPEST || wide.count() == 0) {
      return;
    }
    for (int next = step.lastAtom() + 1; next < atoms.size(); next++) {
      if (atoms.get(next).column() != atoms.get(step.lastAtom()).column()
          && (step.personal() || personal(next))) {
        var name = step.name() + "+" + atoms.get(next).name();
        boolean personal = step.personal() || personal(next);
        descend(new Step(name, next, step.depth() + 1, personal), combined(wide.shared(), next));
      }
    }
  }
}
