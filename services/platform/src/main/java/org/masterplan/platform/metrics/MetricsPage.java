package org.masterplan.platform.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The figures of a service that runs alone, as text for Prometheus. It asks for no token: by
 * default it answers this machine only.
 */
public final class MetricsPage implements SmartLifecycle {
  private static final String PATH = "/actuator/prometheus";

  private final PrometheusMeterRegistry figures;
  private final String host;
  private final int port;
  private @Nullable HttpServer server;

  /**
   * Shows these figures once it is started.
   *
   * @param host an address of this machine: who can reach it can ask
   * @param port 0 for any free one
   */
  public MetricsPage(PrometheusMeterRegistry figures, String host, int port) {
    this.figures = figures;
    this.host = host;
    this.port = port;
  }

  /** Where it answers while it runs. */
  public String address() {
    var running = server;
    return running == null
        ? ""
        : "http://%s:%d%s".formatted(host, running.getAddress().getPort(), PATH);
  }

  @Override
  public synchronized void start() {
    try {
      var started = HttpServer.create(new InetSocketAddress(host, port), 0);
      started.createContext(PATH, this::answer);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.start();
      server = started;
    } catch (IOException e) {
      var told = "metrics: %s:%d (expected: an address of this machine, a free port)";
      throw new UncheckedIOException(told.formatted(host, port), e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var text = figures.scrape().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}
