package org.masterplan.profiles;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Customer profiles as a process of its own. */
@EnableAutoConfiguration
@Import(CustomerProfilesConfiguration.class)
public class CustomerProfilesApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "customer-profiles");
    SpringApplication.run(CustomerProfilesApplication.class, args);
  }
}
