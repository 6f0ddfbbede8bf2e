package org.masterplan.gateway.rest;

import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.masterplan.gateway.contract.Rpc;
import org.masterplan.kernel.refusal.Unavailable;

/**
 * The messages of a server's stream, each asked for when the last was taken, so that a slow reader
 * slows the rest; each waited for no longer than a while, however long the whole takes.
 */
final class ServerStream implements Iterator<DynamicMessage>, AutoCloseable {
  private final BlockingClientCall<DynamicMessage, DynamicMessage> call;
  private final String service;
  private final Duration idle;
  private @Nullable DynamicMessage ahead;
  private boolean ended;

  private ServerStream(
      BlockingClientCall<DynamicMessage, DynamicMessage> call, String service, Duration idle) {
    this.call = call;
    this.service = service;
    this.idle = idle;
  }

  static ServerStream open(Rpc rpc, DynamicMessage message, Channel channel, Duration idle) {
    var call =
        ClientCalls.blockingV2ServerStreamingCall(
            channel, rpc.grpc(), CallOptions.DEFAULT, message);
    return new ServerStream(call, Destinations.of(rpc, message), idle);
  }

  @Override
  public boolean hasNext() {
    if (ahead == null && !ended) {
      ahead = read();
      ended = ahead == null;
    }
    return ahead != null;
  }

  @Override
  public DynamicMessage next() {
    var message = hasNext() ? ahead : null;
    if (message == null) {
      throw new NoSuchElementException("no message after the last");
    }
    ahead = null;
    return message;
  }

  private @Nullable DynamicMessage read() {
    try {
      return call.read(idle.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw silent(service, idle);
    } catch (StatusException e) {
      throw e.getStatus().asRuntimeException(e.getTrailers());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Status.CANCELLED.asRuntimeException();
    }
  }

  /** What is said of a service that gives no sign of life. */
  static Unavailable silent(String service, Duration waited) {
    var about = Map.of("service", service, "seconds", Long.toString(waited.toSeconds()));
    return new Unavailable("SERVICE_SILENT", about);
  }

  /** Tells the service that nobody reads on. */
  @Override
  public void close() {
    call.cancel("the reader is gone", null);
  }
}
