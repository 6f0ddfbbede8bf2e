package org.masterplan.allinone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OnePageTest {
  private final OnePage page = new OnePage();
  private final MeterRegistry gateway = figures(page, "gateway");

  @Test
  void scrape_showsEveryServicesFigures_underOneHeading() throws IOException {
    var other = new PrometheusRegistry();
    page.add(() -> other);
    var registry = figures(other, "community-registry");
    gateway.counter("calls", "method", "Get").increment();
    registry.counter("calls", "method", "Get").increment(2);
    registry.timer("rounds").record(Duration.ofSeconds(1));

    assertThat(text(page.scrape()))
        .containsOnlyOnce("# TYPE calls_total counter")
        .contains("calls_total{method=\"Get\",service=\"gateway\"} 1.0")
        .contains("calls_total{method=\"Get\",service=\"community-registry\"} 2.0")
        .contains("rounds_seconds_count{service=\"community-registry\"} 1");
  }

  @Test
  void scrape_ofNames_asksEveryServiceForThese() throws IOException {
    var other = new PrometheusRegistry();
    page.add(() -> other);
    figures(other, "community-registry").counter("calls").increment();
    gateway.counter("calls").increment();
    gateway.counter("others").increment();

    assertThat(text(page.scrape(name -> name.startsWith("calls"))))
        .contains("service=\"gateway\"", "service=\"community-registry\"")
        .doesNotContain("others");
  }

  private static MeterRegistry figures(PrometheusRegistry shown, String service) {
    var figures = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, shown, Clock.SYSTEM);
    figures.config().commonTags("service", service);
    return figures;
  }

  private static String text(MetricSnapshots figures) throws IOException {
    var text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, figures);
    return text.toString(StandardCharsets.UTF_8);
  }
}
