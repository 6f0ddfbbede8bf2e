package org.masterplan.platform.call;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.text.HeaderText;

/** Sends the caller along: their token, language and purpose; a job sends its service's token. */
public final class ForwardingInterceptor implements ClientInterceptor {
  private final ServiceIdentity identity;

  public ForwardingInterceptor(ServiceIdentity identity) {
    this.identity = identity;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        attach(Caller.here(), headers);
        super.start(listener, headers);
      }
    };
  }

  private void attach(Caller caller, Metadata headers) {
    if (headers.containsKey(CallHeaders.AUTHORIZATION)) {
      return;
    }
    var token = caller.token();
    if (token.isEmpty() && caller.actor().is(Role.SERVICE)) {
      token = identity.token();
    }
    if (!token.isEmpty()) {
      headers.put(CallHeaders.AUTHORIZATION, CallHeaders.BEARER + token);
    }
    headers.put(CallHeaders.LANGUAGE, caller.locale().getLanguage());
    if (!caller.actor().purpose().isEmpty()) {
      headers.put(CallHeaders.PURPOSE, HeaderText.encode(caller.actor().purpose()));
    }
  }
}
