package org.masterplan.platform;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A process that has nothing but the platform, and neither a store nor a server. */
public final class PlatformChannels {
  private PlatformChannels() {}

  /** Starts one with these settings. */
  public static ConfigurableApplicationContext started(String... settings) {
    var all = new java.util.ArrayList<>(java.util.List.of(settings));
    all.add("--spring.config.name=platform");
    all.add("--spring.application.name=alone");
    all.add("--spring.grpc.server.enabled=false");
    all.add("--masterplan.mongo.uri=false");
    return new SpringApplicationBuilder(Alone.class).run(all.toArray(String[]::new));
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Alone {}
}
