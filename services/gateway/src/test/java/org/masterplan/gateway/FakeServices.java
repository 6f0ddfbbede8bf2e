package org.masterplan.gateway;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Services inside this JVM, and what the last call told them of its caller. */
final class FakeServices implements AutoCloseable {
  private final AtomicReference<Metadata> headers = new AtomicReference<>(new Metadata());
  private final Server server;
  private final ManagedChannel channel;

  private FakeServices(List<? extends BindableService> services) {
    var name = UUID.randomUUID().toString();
    var builder = InProcessServerBuilder.forName(name).intercept(new Listening());
    services.forEach(builder::addService);
    try {
      this.server = builder.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.channel = InProcessChannelBuilder.forName(name).build();
  }

  static FakeServices serving(List<? extends BindableService> services) {
    return new FakeServices(services);
  }

  ManagedChannel channel() {
    return channel;
  }

  /** A header of the last call. */
  Optional<String> header(String name) {
    var key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    return Optional.ofNullable(headers.get().get(key));
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  private final class Listening implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata metadata, ServerCallHandler<Q, R> next) {
      headers.set(metadata);
      return next.startCall(call, metadata);
    }
  }
}
