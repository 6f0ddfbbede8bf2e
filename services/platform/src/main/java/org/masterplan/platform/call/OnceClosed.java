package org.masterplan.platform.call;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that may be closed twice: the first close counts, as when a method throws after it. */
final class OnceClosed<Q, R> extends SimpleForwardingServerCall<Q, R> {
  private final AtomicBoolean closed = new AtomicBoolean();

  OnceClosed(ServerCall<Q, R> call) {
    super(call);
  }

  @Override
  public void close(Status status, Metadata trailers) {
    if (closed.compareAndSet(false, true)) {
      super.close(status, trailers);
    }
  }
}
