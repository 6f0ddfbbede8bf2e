package org.masterplan.profiles.export.grpc;

import java.io.Closeable;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.masterplan.kernel.refusal.LimitReached;

/** So many exports at a time: each holds people in memory until its receiver has read them. */
final class Places {
  private final int most;
  private final Semaphore free;

  Places(int most) {
    this.most = most;
    this.free = new Semaphore(most);
  }

  /** Takes one, to be given back by closing it; refused where all are taken. */
  Place take() {
    if (!free.tryAcquire()) {
      throw new LimitReached("EXPORTS_RUNNING", Map.of("max", Integer.toString(most)));
    }
    return free::release;
  }

  /** A place that is taken. */
  interface Place extends Closeable {
    @Override
    void close();
  }
}
