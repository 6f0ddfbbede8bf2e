package org.masterplan.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * An environment variable that is set to nothing is not set. Docker Compose hands on every variable
 * that a file names, empty where nobody gave a value: {@code MASTERPLAN_METRICS_PORT=} must not ask
 * for a page, nor {@code MASTERPLAN_ZONE=} replace the usual zone by none.
 */
final class EmptyMeansUnset implements EnvironmentPostProcessor, Ordered {
  private static final String VARIABLES =
      StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  /** Before Spring Boot's own, which reads the variables, and before any file is read. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    var sources = environment.getPropertySources();
    if (sources.get(VARIABLES) instanceof SystemEnvironmentPropertySource all) {
      sources.replace(
          VARIABLES, new SystemEnvironmentPropertySource(VARIABLES, given(all.getSource())));
    }
  }

  private static Map<String, Object> given(Map<String, Object> all) {
    var given = new LinkedHashMap<String, Object>();
    all.forEach(
        (name, value) -> {
          if (!value.toString().isEmpty()) {
            given.put(name, value);
          }
        });
    return given;
  }
}
