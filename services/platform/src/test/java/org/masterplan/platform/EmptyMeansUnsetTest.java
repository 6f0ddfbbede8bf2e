package org.masterplan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.metrics.MetricsPage;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings as Docker Compose hands them on: named, and empty. */
class EmptyMeansUnsetTest {
  @Test
  void emptyVariables_leaveWhatIsUsual_andGivenOnesCount() {
    var variables =
        Map.<String, Object>of(
            "MASTERPLAN_METRICS_PORT", "",
            "MASTERPLAN_NOTICE_ADDRESSES", "",
            "MASTERPLAN_NOTICE_WEBHOOK_ADDRESS", "",
            "SPRING_MAIL_HOST", "",
            "MASTERPLAN_ZONE", "",
            "MASTERPLAN_CALL_DEADLINE", "",
            "MASTERPLAN_SPOOL", "data/elsewhere");

    try (var context =
        new SpringApplicationBuilder(PlatformChannels.Alone.class)
            .environment(environment(variables))
            .run(PlatformChannels.settings())) {
      var environment = context.getEnvironment();
      assertThat(context.getBeanProvider(MetricsPage.class)).isEmpty();
      assertThat(environment.containsProperty("masterplan.notice.addresses")).isFalse();
      assertThat(environment.containsProperty("masterplan.notice.webhook.address")).isFalse();
      assertThat(environment.containsProperty("spring.mail.host")).isFalse();
      assertThat(environment.getProperty("masterplan.zone")).isEqualTo("Asia/Ho_Chi_Minh");
      assertThat(environment.getProperty("masterplan.call.deadline")).isEqualTo("10s");
      assertThat(environment.getProperty("masterplan.spool")).isEqualTo("data/elsewhere");
    }
  }

  /** An environment with these variables in the place of this process's. */
  private static StandardEnvironment environment(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, variables));
    return environment;
  }
}
