package org.masterplan.platform.call;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * No call waits for ever: one whose caller set no deadline gets the usual one. Streams are left
 * alone, because only their callers know how much there is to come.
 */
public final class DeadlineInterceptor implements ClientInterceptor {
  private final Duration usual;

  public DeadlineInterceptor(Duration usual) {
    this.usual = usual;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    boolean unary = method.getType() == MethodDescriptor.MethodType.UNARY;
    return next.newCall(
        method,
        unary && options.getDeadline() == null
            ? options.withDeadlineAfter(usual.toNanos(), TimeUnit.NANOSECONDS)
            : options);
  }
}
