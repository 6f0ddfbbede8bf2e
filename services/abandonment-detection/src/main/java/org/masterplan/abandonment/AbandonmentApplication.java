package org.masterplan.abandonment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Abandonment detection as a process of its own. */
@EnableAutoConfiguration
@Import(AbandonmentConfiguration.class)
public class AbandonmentApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "abandonment-detection");
    SpringApplication.run(AbandonmentApplication.class, args);
  }
}
