package org.masterplan.gateway;

import java.io.PrintStream;
import org.masterplan.gateway.web.Invitation;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The gateway as a process of its own; run with {@code --spring.config.name=gateway}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GatewayConfiguration.class)
public class GatewayApplication {
  /** Starts the gateway. */
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "gateway");
    start(System.out, args);
  }

  /** Starts it, and says there how the first administrator gets in, while there is none. */
  static ConfigurableApplicationContext start(PrintStream out, String... args) {
    var context = SpringApplication.run(GatewayApplication.class, args);
    context
        .getBean(Invitation.class)
        .link(address(context))
        .ifPresent(link -> out.println("first administrator: " + link));
    return context;
  }

  private static String address(ConfigurableApplicationContext context) {
    var told = context.getBean(GatewayProperties.class).publicAddress();
    return told.isEmpty()
        ? "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
        : told;
  }
}
