package org.masterplan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.tracing.Tracer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves a process by OTLP: everything if it is told to, and nothing otherwise. */
class OtlpTest {
  private final Map<String, Integer> received = new ConcurrentHashMap<>();
  private HttpServer collector;

  @BeforeEach
  void collect() throws Exception {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes().length;
            received.merge(exchange.getRequestURI().getPath(), bytes, Integer::sum);
            exchange.sendResponseHeaders(200, -1);
          }
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
    // Spring leaves it for the whole JVM, and other tests ask for another format.
    System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
  }

  @Test
  void tracesAndMetrics_leaveByOption() {
    work("--OTEL_TRACES=true", "--OTEL_METRICS=true");

    assertThat(received.get("/v1/traces")).isPositive();
    assertThat(received.get("/v1/metrics")).isPositive();
  }

  @Test
  void withoutTheOption_nothingLeaves() {
    work("--OTEL_TRACES=false", "--OTEL_METRICS=false");

    assertThat(received).isEmpty();
  }

  /** What is left to be sent is sent when the process ends. */
  private void work(String traces, String metrics) {
    var address = "http://127.0.0.1:" + collector.getAddress().getPort();
    try (var context =
        PlatformChannels.started(
            traces,
            metrics,
            "--management.tracing.sampling.probability=1",
            "--management.otlp.metrics.export.url=" + address + "/v1/metrics",
            "--management.opentelemetry.tracing.export.otlp.endpoint=" + address + "/v1/traces")) {
      context.getBean(Tracer.class).nextSpan().start().end();
    }
  }
}
