package org.masterplan.profiles.identity.app;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who works with the matching when: one at a time, and who decides by the newest that any instance
 * has learned. That is made ready while everybody asks and is answered; only who decides waits.
 */
final class Turns {
  private final Matching matching;
  private final Consumer<Successor> install;
  private final ReentrantLock lock = new ReentrantLock();

  /** Whoever makes ready what another instance has learned; taken before the other one. */
  private final ReentrantLock following = new ReentrantLock();

  /** Others have decided, perhaps by something newer, since it was last seen whether there is. */
  private boolean unseen;

  /** {@code install} makes a successor ready and lets it match; it takes turns by itself. */
  Turns(Matching matching, Consumer<Successor> install) {
    this.matching = matching;
    this.install = install;
  }

  /** Works while nobody else does. */
  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** The same, by the newest; the work may be begun more than once. */
  <T> T newest(Supplier<T> work) {
    while (true) {
      follow();
      try {
        return alone(
            () -> {
              requireNewest();
              return work.get();
            });
      } catch (Behind _) {
        // Something was learned just now; what was done is done again to the same end.
      }
    }
  }

  /** Another instance has decided. */
  void othersDecided() {
    unseen = true;
  }

  /** What others decide may be by something newer: nothing is decided on top of it without it. */
  void requireNewest() {
    if (unseen && matching.behind()) {
      throw new Behind();
    }
    unseen = false;
  }

  private void follow() {
    following.lock();
    try {
      var newer = alone(matching::newer);
      while (newer.isPresent()) {
        install.accept(newer.get());
        newer = alone(matching::newer);
      }
    } finally {
      following.unlock();
    }
  }
}
