package org.masterplan.platform.call;

import com.mongodb.MongoException;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.status.Statuses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what a method throws: refusals as their status, another service's status as it came, and
 * anything else as a fault with an incident number that the log explains. Adapters never catch.
 */
public final class RefusalInterceptor implements ServerInterceptor {
  private static final Logger log = LoggerFactory.getLogger(RefusalInterceptor.class);

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    var guarded = new OnceClosed<>(call);
    return new SimpleForwardingServerCallListener<>(next.startCall(guarded, headers)) {
      @Override
      public void onMessage(Q message) {
        answering(guarded, () -> super.onMessage(message));
      }

      @Override
      public void onHalfClose() {
        answering(guarded, super::onHalfClose);
      }

      @Override
      public void onReady() {
        answering(guarded, super::onReady);
      }
    };
  }

  private static void answering(OnceClosed<?, ?> call, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      var status = status(e, call.getMethodDescriptor().getFullMethodName(), Caller.language());
      call.close(status.getStatus(), trailers(status));
    }
  }

  /**
   * Whoever answers has tried: its caller must not try again, nor the caller's caller. Otherwise
   * every service of a chain would multiply the calls to one that is away ({@link ReadRetries}).
   */
  private static Metadata trailers(StatusException status) {
    var trailers = new Metadata();
    if (status.getTrailers() != null) {
      trailers.merge(status.getTrailers());
    }
    if (status.getStatus().getCode() == Status.Code.UNAVAILABLE) {
      trailers.discardAll(CallHeaders.PUSHBACK);
      trailers.put(CallHeaders.PUSHBACK, "-1");
    }
    return trailers;
  }

  private static StatusException status(RuntimeException e, String method, Locale locale) {
    return switch (e) {
      case Refusal refusal -> Statuses.of(refusal, locale);
      case StatusRuntimeException s -> new StatusException(s.getStatus(), s.getTrailers());
      case MongoException m when isAway(m) -> Statuses.of(storeAway(m, method), locale);
      default -> fault(e, method, locale);
    };
  }

  private static boolean isAway(MongoException e) {
    return e instanceof com.mongodb.MongoTimeoutException
        || e instanceof com.mongodb.MongoSocketException
        || e instanceof com.mongodb.MongoNotPrimaryException;
  }

  private static Unavailable storeAway(MongoException e, String method) {
    log.warn("{}: the store is away: {}", method, e.getClass().getSimpleName());
    return new Unavailable("STORE_AWAY", Map.of());
  }

  private static StatusException fault(RuntimeException e, String method, Locale locale) {
    var incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    log.error("incident {} in {}", incident, method, e);
    return Statuses.fault(incident, locale);
  }
}
