package org.masterplan.profiles.profile.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.masterplan.kernel.refusal.LimitReached;

/** Sends no faster than the receiver reads, so that an audience of a million stays in the store. */
public final class PatientStream<T> {
  private static final long PAUSE_NANOS = 1_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ServerCallStreamObserver<T> reply;
  private final LongSupplier nanos;

  /** Over a call that a server answers. */
  public PatientStream(StreamObserver<T> reply) {
    this((ServerCallStreamObserver<T>) reply, System::nanoTime);
  }

  /** The same, by that clock. */
  PatientStream(ServerCallStreamObserver<T> reply, LongSupplier nanos) {
    this.reply = reply;
    this.nanos = nanos;
  }

  /**
   * Sends it once the receiver is ready, or fails because the receiver is gone, or reads nothing
   * for so long that it must be taken for gone: a call need not have a deadline.
   */
  public void send(T item) {
    long since = nanos.getAsLong();
    while (!reply.isReady() && !reply.isCancelled()) {
      if (nanos.getAsLong() - since > PATIENCE.toNanos()) {
        throw new LimitReached(
            "RECEIVER_STALLED", Map.of("minutes", Long.toString(PATIENCE.toMinutes())));
      }
      // On a virtual thread.
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    reply.onNext(item);
  }
}
