package org.masterplan.matching.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Ranges;
import org.masterplan.matching.table.Table;

/**
 * Finds the pairs worth comparing. Every atom is a key; records that share it form a block, and a
 * block small enough gives all its pairs. What "small enough" means is found for each key from a
 * budget of pairs. A block that is too large is narrowed: its atom is combined with each further
 * one, up to three together. So a rare surname is a key, and a common one becomes a key with the
 * birth year, without a list of keys to choose.
 */
public final class Candidates {
  private static final long WORDS = 13;

  private final Table table;
  private final CandidateLimits limits;
  private final PairBag found;
  private final Entries entries = new Entries();
  private final int recordBits;

  private Candidates(Table table, CandidateLimits limits) {
    this.table = table;
    this.limits = limits;
    this.found = new PairBag(table.size());
    this.recordBits = Search.bits(table.size());
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

  /** All candidate pairs of a table; more threads change the time, never the answer. */
  public static Found of(Table table, CandidateLimits limits, Worth worth, int threads) {
    var atoms = Atoms.of(table, threads);
    var searches = new ConcurrentLinkedQueue<Search>();
    var reports = new ArrayList<List<KeyCount>>(Collections.nCopies(atoms.size(), List.of()));
    Ranges.each(
        atoms.size(),
        threads,
        atom -> {
          var idle = searches.poll();
          var search = idle == null ? new Search(table, limits, worth, atoms) : idle;
          reports.set(atom, search.by(atom));
          searches.add(search);
        });
    var rest = new Candidates(table, limits);
    var report = reports.stream().flatMap(List::stream).collect(Collectors.toList());
    report.add(rest.wholeNames());
    rest.sameInAll();
    var bags = Stream.concat(searches.stream().map(Search::found), Stream.of(rest.found)).toList();
    return new Found(PairBag.takeDistinct(bags, threads), List.copyOf(report));
  }

  /** Names of the same words in whatever order meet, where not too many bear them. */
  private KeyCount wholeNames() {
    var hashes = new long[table.size()];
    var words = new int[table.size()];
    table.columns().stream()
        .filter(column -> column.feature().kind().partOfName())
        .forEach(column -> addWords(column, hashes, words));
    entries.clear(table.size());
    for (int record = 0; record < table.size(); record++) {
      if (words[record] > 1) {
        entries.add(Hashes.mix(hashes[record], WORDS) << recordBits | record);
      }
    }
    entries.sort();
    var blocks = new Blocks(entries, recordBits);
    int cap = blocks.capFor(limits.pairsPerKey(table.size(), 1), limits.largestBlock());
    long before = found.added();
    long tooWide = blocks.emit(cap, found, Wide.NONE);
    return new KeyCount("words of the name", found.added() - before, cap, tooWide);
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
    entries.clear(table.size());
    for (int record = 0; record < table.size(); record++) {
      long hash = 0;
      for (var column : table.columns()) {
        hash = Hashes.mix(hash, column.code(record));
      }
      entries.add(hash << recordBits | record);
    }
    entries.sort();
    new Blocks(entries, recordBits).chain(found);
  }
}
