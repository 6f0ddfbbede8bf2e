package org.masterplan.embeddedmongo.kv;

/**
 * One fsync for all who wait: whoever finds none running runs it for everybody who asked before.
 */
final class GroupFsync {
  private final Runnable fsync;
  private long asked;
  private long done;
  private boolean running;

  GroupFsync(Runnable fsync) {
    this.fsync = fsync;
  }

  void await() {
    long mine = ask();
    long upTo = lead(mine);
    while (upTo >= 0) {
      run(upTo);
      upTo = lead(mine);
    }
  }

  private synchronized long ask() {
    return ++asked;
  }

  /** The ticket up to which the caller must sync, or -1 when its own is done. */
  private synchronized long lead(long mine) {
    boolean interrupted = false;
    while (done < mine && running) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // an acknowledged write must be durable: finish first
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (done >= mine) {
      return -1;
    }
    running = true;
    return asked;
  }

  private void run(long upTo) {
    boolean synced = false;
    try {
      fsync.run();
      synced = true;
    } finally {
      finish(synced ? upTo : -1);
    }
  }

  private synchronized void finish(long upTo) {
    done = Math.max(done, upTo);
    running = false;
    notifyAll();
  }
}
