package org.masterplan.gateway.rest;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.Locale;
import java.util.Map;
import org.masterplan.platform.text.TextCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in a plain sentence what gRPC itself says of a call, in words about channels and addresses.
 * Whatever a service says carries a reason, and stays as it is.
 */
final class PlainWords implements ClientInterceptor {
  private static final Logger log = LoggerFactory.getLogger(PlainWords.class);

  private final Locale locale;

  PlainWords(Locale locale) {
    this.locale = locale;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        super.start(said(listener, method.getFullMethodName()), headers);
      }
    };
  }

  private <R> ClientCall.Listener<R> said(ClientCall.Listener<R> listener, String method) {
    return new SimpleForwardingClientCallListener<>(listener) {
      @Override
      public void onClose(Status status, Metadata trailers) {
        super.onClose(plain(status, trailers, method), trailers);
      }
    };
  }

  private Status plain(Status status, Metadata trailers, String method) {
    if (StatusProto.fromStatusAndTrailers(status, trailers).getDetailsCount() > 0) {
      return status;
    }
    return switch (status.getCode()) {
      case DEADLINE_EXCEEDED -> say(status, "NOT_IN_TIME", method);
      case UNAVAILABLE -> say(status, "NO_ANSWER", method);
      case INTERNAL, UNKNOWN, UNIMPLEMENTED, DATA_LOSS, RESOURCE_EXHAUSTED, CANCELLED ->
          say(status, "HTTP_FAULT", method);
      case OK,
          INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNAUTHENTICATED ->
          status;
    };
  }

  private Status say(Status status, String reason, String method) {
    log.warn("{} was not answered: {}", method, status);
    return status.withDescription(TextCatalogue.shared().say(locale, reason, Map.of()));
  }
}
