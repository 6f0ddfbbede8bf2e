package org.masterplan.profiles.identity.app;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets something newer match. What takes long, learning and weighing everybody, is done beside
 * identity, which goes on by what it knows; it is held up only while what came meanwhile is taken
 * in and what follows is decided.
 */
public final class Succession {
  private final Identity identity;
  private final ReentrantLock turn = new ReentrantLock();

  public Succession(Identity identity) {
    this.identity = identity;
  }

  /**
   * Learns if that is due, and groups everybody by it; true if that was due. Returns at once where
   * somebody is at it already.
   */
  public boolean learn() {
    if (!turn.tryLock()) {
      return false;
    }
    try {
      var due = identity.exclusively(Matching::successor);
      due.ifPresent(identity::install);
      due.ifPresent(_ -> identity.settle());
      return due.isPresent();
    } finally {
      turn.unlock();
    }
  }

  /**
   * Matches by that model from now on, false if something newer was learned first. Everybody is
   * still to be resolved again by it, and {@link #settle} to be called then.
   */
  public boolean adopt(KeptModel model) {
    turn.lock();
    try {
      var successor = identity.exclusively(matching -> matching.successor(model));
      return successor.isPresent() && identity.install(successor.get());
    } finally {
      turn.unlock();
    }
  }

  /** Everybody is resolved: what was found out beforehand is not needed any more. */
  public void settle() {
    identity.settle();
  }
}
