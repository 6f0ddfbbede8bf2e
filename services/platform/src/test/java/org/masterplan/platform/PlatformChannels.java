package org.masterplan.platform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A process that has nothing but the platform, and neither a store nor a server. */
public final class PlatformChannels {
  private PlatformChannels() {}

  /** Starts one with these settings. */
  public static ConfigurableApplicationContext started(String... more) {
    return new SpringApplicationBuilder(Alone.class).run(settings(more));
  }

  /** What such a process is told, and more. */
  static String[] settings(String... more) {
    var all = new ArrayList<>(List.of(more));
    all.add("--spring.config.name=platform");
    all.add("--spring.application.name=alone");
    all.add("--spring.grpc.server.enabled=false");
    all.add("--masterplan.mongo.uri=false");
    return all.toArray(String[]::new);
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Alone {}
}
