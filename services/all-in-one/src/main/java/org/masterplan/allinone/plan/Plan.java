package org.masterplan.allinone.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.masterplan.gateway.issuer.FirstAdministrator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerStartedEvent;

/** A running plan: every service in this process, each an application context of its own. */
public final class Plan implements AutoCloseable {
  private final Settings settings;
  private final Store store;
  private final Neighbours neighbours = new Neighbours();

  /** In the order in which they were started and are stopped: what faces people comes first. */
  private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();

  private int port;

  private Plan(Settings settings, Store store) {
    this.settings = settings;
    this.store = store;
  }

  /** Starts every service; returns once all answer. What was started is stopped if one fails. */
  public static Plan start(Settings settings) throws IOException {
    var data = settings.data();
    Files.createDirectories(data.serviceKey().getParent());
    Files.createDirectories(data.spool());
    var plan = new Plan(settings, Store.open(System.getenv("MONGODB_URI"), data.store()));
    try {
      plan.startAll();
      return plan;
    } catch (RuntimeException | IOException e) {
      plan.close();
      throw e;
    }
  }

  /** The gateway is first: services are told where its issuer publishes its keys. */
  private void startAll() throws IOException {
    var switches = new Switches(settings, store.uri());
    port = webPort(run(Parts.GATEWAY, switches.gateway()));
    var grpcPort = settings.grpcPort();
    for (var part : Parts.SERVICES) {
      run(part, switches.service(part, grpcPort, port));
      grpcPort += grpcPort == 0 ? 0 : 1;
    }
    settings.data().announce(address());
  }

  private ConfigurableApplicationContext run(Part part, List<String> switches) {
    ApplicationContextInitializer<GenericApplicationContext> neighbourly =
        context -> context.registerBean("neighbours", Neighbours.class, () -> neighbours);
    ApplicationListener<GrpcServerStartedEvent> onPort =
        event -> neighbours.bound(part.name(), event.getPort());
    var context =
        new SpringApplicationBuilder(part.application())
            .initializers(neighbourly)
            .listeners(onPort)
            .run(switches.toArray(String[]::new));
    running.addLast(context);
    return context;
  }

  private static int webPort(ConfigurableApplicationContext gateway) {
    return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Where REST and the console answer. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** A link that makes its reader the first administrator; absent once there are users. */
  public Optional<String> invitation() {
    return running
        .getFirst()
        .getBean(FirstAdministrator.class)
        .invite()
        .map(secret -> address() + "/first-administrator?token=" + secret);
  }

  /** Stops the gateway first, so that nothing new comes in, and the store last. */
  @Override
  public synchronized void close() {
    try {
      settings.data().withdraw();
      running.forEach(ConfigurableApplicationContext::close);
      running.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      store.close();
    }
  }
}
