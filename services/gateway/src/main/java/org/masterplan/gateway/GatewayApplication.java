package org.masterplan.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The gateway as a process of its own; run with {@code --spring.config.name=gateway}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GatewayConfiguration.class)
public class GatewayApplication {
  /** Starts the gateway. */
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "gateway");
    SpringApplication.run(GatewayApplication.class, args);
  }
}
