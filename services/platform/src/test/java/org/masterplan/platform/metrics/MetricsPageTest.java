package org.masterplan.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsPageTest {
  private final PrometheusMeterRegistry figures =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
  void page_answersWhereItIsTold(String host) throws Exception {
    figures.counter("heard").increment();
    var page = new MetricsPage(figures, host, 0);
    page.start();
    try (var text = URI.create(page.address()).toURL().openStream()) {
      assertThat(page.address()).startsWith("http://" + host + ":");
      assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8)).contains("heard_total 1");
    } finally {
      page.stop();
    }
  }

  @Test
  void addressOfAnotherMachine_isRefusedByName() {
    var page = new MetricsPage(figures, "192.0.2.1", 0);

    assertThatThrownBy(page::start).hasMessageContaining("192.0.2.1");
  }
}
