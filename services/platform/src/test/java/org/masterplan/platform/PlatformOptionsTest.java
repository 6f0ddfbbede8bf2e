package org.masterplan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.masterplan.platform.metrics.MetricsPage;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** What a process offers that is started with options. */
@ExtendWith(OutputCaptureExtension.class)
class PlatformOptionsTest {
  /** Spring Boot keeps for the whole JVM what the first context says of its log's format. */
  @BeforeEach
  void forgetTheFormatOfOtherTests() {
    System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
  }

  @Test
  void options_giveAPageOfFiguresAndJsonLines(CapturedOutput output) throws Exception {
    try (var context =
        PlatformChannels.started(
            "--masterplan.metrics.port=0",
            "--MASTERPLAN_LOG_FORMAT=ecs",
            // Tests have a plain format of their own, in whose place a process has none.
            "--logging.config=classpath:structured-logback.xml")) {
      Gauge.builder("masterplan.feed.lag", () -> 7)
          .baseUnit("seconds")
          .tag("feed", "communities")
          .register(context.getBean(MeterRegistry.class));
      var tracer = context.getBean(Tracer.class);
      var span = tracer.nextSpan().start();
      try (var scope = tracer.withSpan(span)) {
        LoggerFactory.getLogger(PlatformOptionsTest.class).warn("heard");
      }
      span.end();

      assertThat(page(context.getBean(MetricsPage.class).address()))
          .contains("masterplan_feed_lag_seconds{feed=\"communities\",service=\"alone\"} 7");
      var line = output.getOut().lines().filter(l -> l.contains("heard")).findFirst().orElseThrow();
      var json = JsonMapper.builder().build().readTree(line);
      assertThat(json.findValue("message").asString()).isEqualTo("heard");
      assertThat(line).contains("\"alone\"").contains(span.context().traceId());
    }
  }

  private static String page(String address) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
