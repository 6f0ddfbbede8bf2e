package org.masterplan.platform;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.masterplan.platform.metrics.MetricsPage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Names the service in its figures, and shows them where it is given a port. */
@AutoConfiguration
class MetricsWiring {

  @Bean
  MeterFilter serviceTag(@Value("${spring.application.name}") String service) {
    return MeterFilter.commonTags(Tags.of("service", service));
  }

  @Bean
  @ConditionalOnProperty("masterplan.metrics.port")
  MetricsPage metricsPage(
      PrometheusMeterRegistry figures,
      @Value("${masterplan.metrics.address:127.0.0.1}") String host,
      @Value("${masterplan.metrics.port}") int port) {
    return new MetricsPage(figures, host, port);
  }
}
