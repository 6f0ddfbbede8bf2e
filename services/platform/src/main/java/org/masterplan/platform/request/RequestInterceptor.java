package org.masterplan.platform.request;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;
import org.masterplan.platform.call.Caller;

/**
 * Gives the first answer again to a request that is repeated within a day with the same {@code
 * request_id}. Only successes are kept, closed with that id; what was refused may be tried again.
 */
public final class RequestInterceptor implements ServerInterceptor {
  private final Requests requests;

  public RequestInterceptor(Requests requests) {
    this.requests = requests;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (call.getMethodDescriptor().getType() != MethodType.UNARY) {
      return next.startCall(call, headers);
    }
    var noting = new NotingCall<>(call);
    return new OnceListener<>(next.startCall(noting, headers), noting);
  }

  /** Keeps the answer before it is sent. */
  private final class NotingCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private String key = "";
    private @Nullable AnswerSeal seal;

    NotingCall(ServerCall<Q, R> call) {
      super(call);
    }

    @Override
    public void sendMessage(R answer) {
      if (seal != null && answer instanceof Message message) {
        requests.answered(key, seal.close(message.toByteArray()));
      }
      super.sendMessage(answer);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (!status.isOk()) {
        forget();
      }
      super.close(status, trailers);
    }

    void forget() {
      if (!key.isEmpty()) {
        requests.failed(key);
      }
    }

    void answerAgain(byte[] answer) {
      sendHeaders(new Metadata());
      super.sendMessage(getMethodDescriptor().parseResponse(new ByteArrayInputStream(answer)));
      super.close(Status.OK, new Metadata());
    }
  }

  private final class OnceListener<Q, R> extends SimpleForwardingServerCallListener<Q> {
    private final NotingCall<Q, R> call;
    private boolean answered;

    OnceListener(ServerCall.Listener<Q> listener, NotingCall<Q, R> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q request) {
      var id = request instanceof Message message ? RequestKeys.requestId(message) : "";
      if (id.isEmpty()) {
        super.onMessage(request);
        return;
      }
      var method = call.getMethodDescriptor().getFullMethodName();
      var subject = Caller.current().subject();
      var key = RequestKeys.key(subject, method, id);
      var seal = AnswerSeal.of(subject, method, id);
      switch (requests.begin(key, RequestKeys.hash((Message) request))) {
        case Requests.Known.New() -> {
          call.key = key;
          call.seal = seal;
          super.onMessage(request);
        }
        case Requests.Known.Answered(var answer) -> {
          answered = true;
          call.answerAgain(seal.open(answer));
        }
      }
    }

    @Override
    public void onHalfClose() {
      if (answered) {
        return;
      }
      boolean finished = false;
      try {
        super.onHalfClose();
        finished = true;
      } finally {
        // What the method throws is answered further out, past this call's own close.
        if (!finished) {
          call.forget();
        }
      }
    }
  }
}
