package org.masterplan.profiles.profile.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.locks.LockSupport;

/** Sends no faster than the receiver reads, so that an audience of a million stays in the store. */
public final class PatientStream<T> {
  private static final long PAUSE_NANOS = 1_000_000;

  private final ServerCallStreamObserver<T> reply;

  /** Over a call that a server answers. */
  public PatientStream(StreamObserver<T> reply) {
    this.reply = (ServerCallStreamObserver<T>) reply;
  }

  /** Sends it once the receiver is ready, or fails because the receiver is gone. */
  public void send(T item) {
    while (!reply.isReady() && !reply.isCancelled()) {
      // On a virtual thread; the call is cancelled at its deadline.
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    reply.onNext(item);
  }
}
