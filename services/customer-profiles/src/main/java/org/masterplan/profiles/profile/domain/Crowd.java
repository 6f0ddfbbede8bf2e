package org.masterplan.profiles.profile.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Of how many people figures must be, so that they say nothing of any one of them. */
public final class Crowd {
  /** Figures of fewer tell of each. */
  public static final int FEWEST = 30;

  private Crowd() {}

  /** Whether so many are some, and too few to be counted to whoever may not know of each. */
  public static boolean isFew(long people) {
    return people > 0 && people < FEWEST;
  }

  /**
   * Counts of people of whom each is in one, as they are told to whoever may not know of each: one
   * of a few is held back. With it are the smallest of the others, until those held back are two
   * and a crowd together: whoever knows the sum of all is not to take the rest from it.
   */
  public static List<OptionalLong> told(List<Long> counts) {
    if (counts.stream().noneMatch(Crowd::isFew)) {
      return counts.stream().map(OptionalLong::of).toList();
    }
    var told = new ArrayList<>(Collections.nCopies(counts.size(), OptionalLong.of(0)));
    var some =
        IntStream.range(0, counts.size())
            .boxed()
            .filter(at -> counts.get(at) > 0)
            .sorted(Comparator.comparing(counts::get))
            .toList();
    int held = 0;
    long together = 0;
    for (int at : some) {
      boolean hold = isFew(counts.get(at)) || held < 2 || together < FEWEST;
      told.set(at, hold ? OptionalLong.empty() : OptionalLong.of(counts.get(at)));
      held += hold ? 1 : 0;
      together += hold ? counts.get(at) : 0;
    }
    return told;
  }
}
