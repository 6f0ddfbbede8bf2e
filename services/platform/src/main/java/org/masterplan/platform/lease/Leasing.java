package org.masterplan.platform.lease;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work while holding its lease, renewing it as long as the work takes. */
public final class Leasing {
  private static final Logger log = LoggerFactory.getLogger(Leasing.class);
  private static final int RENEWALS = 3;

  private final Leases leases;
  private final String holder;
  private final Duration length;
  private final Clock clock;

  /** {@code holder} names this instance, and no other. */
  public Leasing(Leases leases, String holder, Duration length, Clock clock) {
    this.leases = leases;
    this.holder = holder;
    this.length = length;
    this.clock = clock;
  }

  /**
   * Does the work if nobody else does it now; whether it was done to its end. The work asks {@link
   * Held#check} before each write that must not happen twice.
   */
  public boolean run(String name, Consumer<Held> work) {
    var taken = leases.take(name, holder, length);
    if (taken.isEmpty()) {
      return false;
    }
    var held = new Held(taken.get());
    var renewer = Thread.ofVirtual().name("lease-" + name).start(held::keepRenewing);
    try {
      work.accept(held);
      return true;
    } catch (LeaseLost lost) {
      log.info("{}; its work goes on elsewhere", lost.getMessage());
      return false;
    } finally {
      renewer.interrupt();
      leases.release(held.lease);
    }
  }

  /** A lease while its work is done. */
  public final class Held {
    private volatile Lease lease;
    private volatile boolean gone;

    private Held(Lease lease) {
      this.lease = lease;
    }

    /** For the filter of every write of this work. */
    public long fence() {
      return lease.fence();
    }

    /** Throws {@link LeaseLost} if the work must stop. */
    public void check() {
      if (gone || !clock.instant().isBefore(lease.until())) {
        throw new LeaseLost(lease);
      }
    }

    /** To be thrown by work that finds its writes shut out by a higher fence. */
    public LeaseLost lost() {
      return new LeaseLost(lease);
    }

    private void keepRenewing() {
      try {
        while (!gone) {
          Thread.sleep(length.dividedBy(RENEWALS));
          renew();
        }
      } catch (InterruptedException _) {
        // The work is done.
      }
    }

    private void renew() {
      try {
        var renewed = leases.renew(lease, length);
        renewed.ifPresentOrElse(next -> lease = next, () -> gone = true);
      } catch (RuntimeException e) {
        // The store may be back before the lease ends; check() judges by the clock until then.
        log.warn("lease {} could not be renewed: {}", lease.name(), e.getClass().getSimpleName());
      }
    }
  }
}
