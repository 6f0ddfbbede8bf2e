package org.masterplan.matching.candidate;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.matching.table.Table;

/**
 * The search of one thread: finds the pairs of an atom and of all its combinations with later ones.
 */
final class Search {
  private static final int DEEPEST = 3;

  /** Pairs of a key that are looked at to learn what all are worth. */
  private static final int SAMPLE = 1000;

  /** Of the pairs of a key of many, those that more probably are one person than not. */
  private static final double LEAST_SHARE = 0.02;

  private final Table table;
  private final CandidateLimits limits;
  private final Worth worth;
  private final List<Atoms> atoms;
  private final int recordBits;
  private final Entries entries = new Entries();
  private final Wide wide;
  private final PairBag found;

  Search(Table table, CandidateLimits limits, Worth worth, List<Atoms> atoms) {
    this.table = table;
    this.limits = limits;
    this.worth = worth;
    this.atoms = atoms;
    this.recordBits = bits(table.size());
    this.wide = new Wide(table.size());
    this.found = new PairBag(table.size());
  }

  /** How many bits a record's number takes. */
  static int bits(int records) {
    return 32 - Integer.numberOfLeadingZeros(Math.max(1, records));
  }

  /** All pairs found so far. */
  PairBag found() {
    return found;
  }

  /**
   * @param personal whether an atom of it tells of the person, not only of a place or a purchase
   */
  private record Step(String name, int lastAtom, int depth, boolean personal) {}

  /** Finds by an atom; answers what it and its combinations gave. */
  List<Candidates.KeyCount> by(int atom) {
    var report = new ArrayList<Candidates.KeyCount>();
    var step = new Step(atoms.get(atom).name(), atom, 1, personal(atom));
    descend(step, Wide.Marked.all(table.size()), report);
    return report;
  }

  private boolean personal(int atom) {
    return switch (table.columns().get(atoms.get(atom).column()).feature().role()) {
      case NAME, BIRTH, CONTACT, IDENTIFIER -> true;
      case GENDER, PLACE, DESCRIPTION -> false;
    };
  }

  /** Entries (hash and record) of the records that have the atom, on top of what they share. */
  private void combine(Wide.Marked marked, int atom) {
    var column = table.columns().get(atoms.get(atom).column());
    var hashes = atoms.get(atom).hashes();
    entries.clear(Math.multiplyExact(marked.size(), hashes.size()));
    for (var slot : hashes) {
      for (int i = 0; i < marked.size(); i++) {
        int record = marked.record(i);
        long hash = slot[column.code(record)];
        if (hash != 0) {
          // Atoms are combined in one order only, so that swapped names share no key here.
          entries.add(Hashes.mix(marked.shared(i) + hash, 7) << recordBits | record);
        }
      }
    }
    entries.sort();
  }

  private void descend(Step step, Wide.Marked marked, List<Candidates.KeyCount> report) {
    combine(marked, step.lastAtom());
    var blocks = new Blocks(entries, recordBits);
    int cap = blocks.capFor(limits.pairsPerKey(table.size(), step.depth()), limits.largestBlock());
    long before = found.added();
    boolean deepest = step.depth() == DEEPEST;
    var into = worth(blocks, cap) ? found : null;
    long tooWide = blocks.emit(cap, into, deepest ? Wide.NONE : wide);
    report.add(new Candidates.KeyCount(step.name(), found.added() - before, cap, tooWide));
    if (tooWide > 0 && !deepest) {
      narrow(step, wide.take(), report);
    }
  }

  /** Few pairs cost little; of many, some have to be worth it. */
  private boolean worth(Blocks blocks, int cap) {
    long pairs = blocks.pairs(cap);
    return pairs <= limits.atLeast()
        || worth.share(blocks.sample(cap, Math.max(1, pairs / SAMPLE))) >= LEAST_SHARE;
  }

  private void narrow(Step step, Wide.Marked marked, List<Candidates.KeyCount> report) {
    for (int next = step.lastAtom() + 1; next < atoms.size(); next++) {
      if (atoms.get(next).column() != atoms.get(step.lastAtom()).column()
          && (step.personal() || personal(next))) {
        var name = step.name() + "+" + atoms.get(next).name();
        boolean personal = step.personal() || personal(next);
        descend(new Step(name, next, step.depth() + 1, personal), marked, report);
      }
    }
  }
}
