package org.masterplan.governance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Message governance as a process of its own. */
@EnableAutoConfiguration
@Import(GovernanceConfiguration.class)
public class GovernanceApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "message-governance");
    SpringApplication.run(GovernanceApplication.class, args);
  }
}
