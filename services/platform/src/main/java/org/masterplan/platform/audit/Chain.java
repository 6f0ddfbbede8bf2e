package org.masterplan.platform.audit;

import java.util.Optional;
import org.masterplan.platform.audit.Verdict.Break;
import org.masterplan.platform.audit.Verdict.Broken;

/** Follows the batches in their order until one does not hold. */
final class Chain {
  private long number;
  private long entries;
  private String hash = Batch.NONE;
  private Optional<Broken> broken = Optional.empty();

  void add(Batch next) {
    if (broken.isPresent()) {
      return;
    }
    if (next.number() != number + 1) {
      broken = Optional.of(new Broken(number + 1, Break.MISSING));
    } else if (!next.isIntact()) {
      broken = Optional.of(new Broken(next.number(), Break.ALTERED));
    } else if (!next.previous().equals(hash)) {
      broken = Optional.of(new Broken(next.number(), Break.UNLINKED));
    } else {
      number++;
      entries += next.entries().size();
      hash = next.hash();
    }
  }

  void end(Batches.Head head) {
    if (broken.isPresent()) {
      return;
    }
    if (head.number() > number) {
      broken = Optional.of(new Broken(number + 1, Break.CUT_OFF));
    } else if (head.number() == number && !head.hash().equals(hash)) {
      broken = Optional.of(new Broken(number, Break.ALTERED));
    }
  }

  /** The first break; empty while everything holds. */
  Optional<Broken> broken() {
    return broken;
  }

  /** Number of the last batch that holds. */
  long number() {
    return number;
  }

  /** Entries in the batches that hold. */
  long entries() {
    return entries;
  }
}
