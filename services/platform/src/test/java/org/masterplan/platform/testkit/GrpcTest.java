package org.masterplan.platform.testkit;

import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.text.HeaderText;
import org.masterplan.platform.call.AccessRules;
import org.masterplan.platform.call.CallerInterceptor;
import org.masterplan.platform.call.RefusalInterceptor;
import org.masterplan.platform.call.Tokens;
import org.masterplan.platform.validation.FieldRules;
import org.masterplan.platform.validation.ValidationInterceptor;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A server inside this JVM with the same interceptors as the real one; only the tokens are plain
 * text: {@code subject|role,role|unit,unit}.
 */
public final class GrpcTest implements AutoCloseable {
  private static final FieldRules FIELD_RULES = new FieldRules();

  private final Server server;
  private final ManagedChannel channel;

  private GrpcTest(Server server, ManagedChannel channel) {
    this.server = server;
    this.channel = channel;
  }

  /** Starts a server with these services. */
  public static GrpcTest serving(BindableService... services) {
    var name = UUID.randomUUID().toString();
    var definitions = Arrays.stream(services).map(BindableService::bindService).toList();
    var builder = InProcessServerBuilder.forName(name);
    var rules = new AccessRules(definitions);
    for (var definition : definitions) {
      // The last interceptor named is the first to run.
      builder.addService(
          ServerInterceptors.intercept(
              definition,
              new ValidationInterceptor(FIELD_RULES),
              new RefusalInterceptor(),
              new CallerInterceptor(new Tokens(GrpcTest::decode), rules)));
    }
    try {
      return new GrpcTest(builder.build().start(), InProcessChannelBuilder.forName(name).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A channel whose calls come from nobody. */
  public Channel anonymous() {
    return channel;
  }

  /** A channel whose calls come from this actor, in English. */
  public Channel as(Actor actor) {
    return as(actor, Locale.ENGLISH);
  }

  /** A channel whose calls come from this actor, in this language. */
  public Channel as(Actor actor, Locale locale) {
    return ClientInterceptors.intercept(channel, new Signed(token(actor), actor, locale));
  }

  /** The plain-text token of an actor, as {@link #serving} accepts it. */
  public static String token(Actor actor) {
    var roles = actor.roles().stream().map(r -> r.name().toLowerCase(Locale.ROOT)).toList();
    return actor.subject() + "|" + String.join(",", roles) + "|" + String.join(",", actor.units());
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  private static Jwt decode(String token) {
    var parts = token.split("\\|", -1);
    if (parts.length != 3) {
      throw new BadJwtException("not subject|roles|units");
    }
    return Jwt.withTokenValue(token)
        .header("alg", "none")
        .subject(parts[0])
        .claim("roles", words(parts[1]))
        .claim("units", words(parts[2]))
        .expiresAt(Instant.MAX)
        .build();
  }

  private static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }

  private record Signed(String token, Actor actor, Locale locale) implements ClientInterceptor {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<R> listener, Metadata headers) {
          headers.put(key("authorization"), "Bearer " + token);
          headers.put(key("accept-language"), locale.getLanguage());
          if (!actor.purpose().isEmpty()) {
            headers.put(key("x-purpose"), HeaderText.encode(actor.purpose()));
          }
          super.start(listener, headers);
        }
      };
    }

    private static Metadata.Key<String> key(String name) {
      return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
  }
}
