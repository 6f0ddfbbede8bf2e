package org.masterplan.platform.discovery;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.Status;
import io.grpc.StatusOr;
import io.grpc.SynchronizationContext;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/** The addresses of one service, as the discovery client knows them. */
final class DiscoveryResolver extends NameResolver {
  /** Metadata of an instance whose registered port is not its gRPC port. */
  static final String PORT_KEY = "gRPC_port";

  private final String service;
  private final DiscoveryClient client;
  private final Executor executor;
  private final SynchronizationContext synchronization;
  private final Consumer<DiscoveryResolver> onShutdown;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile List<InetSocketAddress> last = List.of();
  private volatile @Nullable Listener2 listener;

  DiscoveryResolver(
      String service, DiscoveryClient client, Args args, Consumer<DiscoveryResolver> onShutdown) {
    this.service = service;
    this.client = client;
    this.synchronization = args.getSynchronizationContext();
    this.onShutdown = onShutdown;
    var offload = args.getOffloadExecutor();
    this.executor = offload != null ? offload : Thread::startVirtualThread;
  }

  @Override
  public String getServiceAuthority() {
    return service;
  }

  @Override
  public void start(Listener2 toldTo) {
    listener = toldTo;
    refresh();
  }

  @Override
  public void refresh() {
    var toldTo = listener;
    if (toldTo != null && busy.compareAndSet(false, true)) {
      executor.execute(() -> resolve(toldTo));
    }
  }

  @Override
  public void shutdown() {
    listener = null;
    onShutdown.accept(this);
  }

  private void resolve(Listener2 toldTo) {
    try {
      var now = client.getInstances(service).stream().map(DiscoveryResolver::address).toList();
      tell(toldTo, now.stream().sorted(Comparator.comparing(String::valueOf)).toList());
    } catch (RuntimeException e) {
      fail(toldTo, Status.UNAVAILABLE.withDescription("looking up " + service).withCause(e));
    } finally {
      busy.set(false);
    }
  }

  private void tell(Listener2 toldTo, List<InetSocketAddress> now) {
    if (now.isEmpty()) {
      last = now;
      fail(toldTo, Status.UNAVAILABLE.withDescription("no instance of " + service));
    } else if (!now.equals(last)) {
      last = now;
      var groups = now.stream().map(EquivalentAddressGroup::new).toList();
      var result =
          ResolutionResult.newBuilder().setAddressesOrError(StatusOr.fromValue(groups)).build();
      synchronization.execute(() -> toldTo.onResult2(result));
    }
  }

  private void fail(Listener2 toldTo, Status status) {
    synchronization.execute(() -> toldTo.onError(status));
  }

  private static InetSocketAddress address(ServiceInstance instance) {
    var metadata = instance.getMetadata();
    var port = metadata == null ? null : metadata.get(PORT_KEY);
    return new InetSocketAddress(
        instance.getHost(), port == null ? instance.getPort() : Integer.parseInt(port));
  }
}
