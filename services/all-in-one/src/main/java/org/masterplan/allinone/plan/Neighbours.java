package org.masterplan.allinone.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/**
 * Finds the services of this process. Each tells its port once it is bound, so that no port is
 * chosen before and lost to somebody else in between.
 */
final class Neighbours implements DiscoveryClient {
  private final Map<String, Integer> ports = new ConcurrentHashMap<>();

  void bound(String service, int port) {
    ports.put(service, port);
  }

  @Override
  public String description() {
    return "the services of this process";
  }

  @Override
  public List<ServiceInstance> getInstances(String service) {
    var port = ports.get(service);
    return port == null
        ? List.of()
        : List.of(new DefaultServiceInstance(service, service, "127.0.0.1", port, false));
  }

  @Override
  public List<String> getServices() {
    return List.copyOf(ports.keySet());
  }
}
