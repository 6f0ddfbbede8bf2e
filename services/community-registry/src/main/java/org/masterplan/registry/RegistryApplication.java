package org.masterplan.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The community registry as a process of its own. */
@EnableAutoConfiguration
@Import(RegistryConfiguration.class)
public class RegistryApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "community-registry");
    SpringApplication.run(RegistryApplication.class, args);
  }
}
