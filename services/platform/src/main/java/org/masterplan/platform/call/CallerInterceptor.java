package org.masterplan.platform.call;

import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusException;
import java.util.Locale;
import java.util.Map;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.platform.status.Statuses;

/**
 * Lets a call in only with a token that verifies, a role that the contract allows, and a purpose,
 * where one is stated, that says something.
 */
public final class CallerInterceptor implements ServerInterceptor {
  private final Tokens tokens;
  private final AccessRules rules;

  public CallerInterceptor(Tokens tokens, AccessRules rules) {
    this.tokens = tokens;
    this.rules = rules;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (rules.isOpen(call.getMethodDescriptor())) {
      return next.startCall(call, headers);
    }
    var locale = CallHeaders.locale(headers);
    var token = CallHeaders.token(headers);
    var actor = token == null ? null : tokens.actor(token, CallHeaders.purpose(headers));
    if (token == null || actor == null) {
      return refuse(call, Statuses.unauthenticated(locale));
    }
    if (!rules.allows(call.getMethodDescriptor(), actor.roles())) {
      return refuse(call, Statuses.of(denied(call, actor), locale));
    }
    var vague = StatedPurpose.refusal(actor.purpose());
    if (vague.isPresent()) {
      return refuse(call, Statuses.of(vague.get(), locale));
    }
    var context = new Caller(actor, locale, token).context();
    return Contexts.interceptCall(context, call, headers, next);
  }

  private static NotAllowed denied(ServerCall<?, ?> call, Actor actor) {
    var method = call.getMethodDescriptor().getBareMethodName();
    var roles = actor.roles().stream().map(r -> r.name().toLowerCase(Locale.ROOT)).sorted();
    return new NotAllowed(
        "ROLE_NOT_ALLOWED",
        Map.of("method", String.valueOf(method), "roles", String.join(", ", roles.toList())));
  }

  private static <Q, R> ServerCall.Listener<Q> refuse(ServerCall<Q, R> call, StatusException e) {
    var trailers = e.getTrailers();
    call.close(e.getStatus(), trailers == null ? new Metadata() : trailers);
    return new ServerCall.Listener<>() {};
  }
}
