package org.masterplan.platform.discovery;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.consul.discovery.ConsulDiscoveryProperties;
import org.springframework.cloud.consul.model.http.agent.NewService;
import org.springframework.cloud.consul.serviceregistry.ConsulRegistration;
import org.springframework.cloud.consul.serviceregistry.ConsulServiceRegistry;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.grpc.server.lifecycle.GrpcServerStartedEvent;

/**
 * Registers the gRPC port with Consul once it is bound, with Consul's own gRPC health check. Stock
 * registration waits for a web server, which a gRPC service does not have.
 */
public final class ConsulRegistrar {
  private static final Logger log = LoggerFactory.getLogger(ConsulRegistrar.class);

  private final ConsulServiceRegistry registry;
  private final ConsulDiscoveryProperties properties;
  private final String service;
  private volatile @Nullable ConsulRegistration registration;

  public ConsulRegistrar(
      ConsulServiceRegistry registry, ConsulDiscoveryProperties properties, String service) {
    this.registry = registry;
    this.properties = properties;
    this.service = service;
  }

  @EventListener
  void onStarted(GrpcServerStartedEvent event) {
    if (event.getPort() > 0 && registration == null) {
      var entry = new ConsulRegistration(describe(event.getPort()), properties);
      registry.register(entry);
      registration = entry;
      log.info("registered with Consul on port {}", event.getPort());
    }
  }

  @EventListener
  void onClose(ContextClosedEvent event) {
    var entry = registration;
    if (entry != null) {
      registration = null;
      registry.deregister(entry);
    }
  }

  private NewService describe(int port) {
    var host =
        properties.getIpAddress() == null ? properties.getHostname() : properties.getIpAddress();
    var described = new NewService();
    described.setName(service);
    described.setId(service + "-" + host.replace('.', '-') + "-" + port);
    described.setAddress(host);
    described.setPort(port);
    described.setMeta(Map.of(DiscoveryResolver.PORT_KEY, Integer.toString(port)));
    described.setCheck(check(host + ":" + port));
    return described;
  }

  /** Consul asks every two seconds, and forgets an instance that was ill for a minute. */
  private static NewService.Check check(String address) {
    var check = new NewService.Check();
    check.setGrpc(address);
    check.setInterval("2s");
    check.setTimeout("1s");
    check.setDeregisterCriticalServiceAfter("1m");
    return check;
  }
}
