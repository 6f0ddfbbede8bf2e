package org.masterplan.platform.discovery;

import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/**
 * Resolves {@code discovery:///service} through Spring Cloud's DiscoveryClient, for which neither
 * Spring gRPC nor Spring Cloud has a bridge. One per application context, never in gRPC's JVM-wide
 * registry, so that several services may share a JVM.
 */
public final class DiscoveryResolvers extends NameResolverProvider {
  public static final String SCHEME = "discovery";

  private final DiscoveryClient client;
  private final Set<DiscoveryResolver> live = ConcurrentHashMap.newKeySet();

  public DiscoveryResolvers(DiscoveryClient client) {
    this.client = client;
  }

  /** Looks every service up again; called when the registry says that something changed. */
  public void refreshAll() {
    live.forEach(DiscoveryResolver::refresh);
  }

  @Override
  public @Nullable NameResolver newNameResolver(URI target, NameResolver.Args args) {
    if (!SCHEME.equals(target.getScheme())) {
      return null;
    }
    var resolver = new DiscoveryResolver(serviceOf(target), client, args, live::remove);
    live.add(resolver);
    return resolver;
  }

  @Override
  public String getDefaultScheme() {
    return SCHEME;
  }

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return 5;
  }

  private static String serviceOf(URI target) {
    var path = String.valueOf(target.getPath());
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
