package org.masterplan.allinone.plan;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.web.Invitation;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerStartedEvent;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** A running plan: every service in this process, each an application context of its own. */
public final class Plan implements AutoCloseable {
  private final Settings settings;
  private final Store store;
  private final Neighbours neighbours = new Neighbours();
  private final OnePage figures = new OnePage();

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
    data.finishRestore();
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
    port = webPort(run(Parts.GATEWAY, switches.gateway(), this::prepareGateway));
    var grpcPort = settings.grpcPort();
    for (var part : Parts.SERVICES) {
      var service = run(part, switches.service(part, grpcPort, port), none -> {});
      figures.add(() -> service.getBean(PrometheusMeterRegistry.class).getPrometheusRegistry());
      grpcPort += grpcPort == 0 ? 0 : 1;
    }
    ErasureReplay.of(settings.data()).run(this::forget);
    settings.data().announce(address());
  }

  private void prepareGateway(GenericApplicationContext gateway) {
    gateway.registerBean("prometheusRegistry", PrometheusRegistry.class, () -> figures);
    addBackups(gateway);
  }

  private void addBackups(GenericApplicationContext gateway) {
    var backups =
        Optional.ofNullable(store.embedded())
            .map(embedded -> new Backups(settings.data(), embedded, settings.clock()));
    gateway.registerBean(
        "backups",
        SimpleUrlHandlerMapping.class,
        () -> {
          var door = new BackupDoor(backups, gateway.getBean(Answers.class));
          return new SimpleUrlHandlerMapping(Map.of(BackupDoor.PATH, door), 0);
        });
  }

  /** Takes down again what was wished before a restore; the service's own job carries it out. */
  private void forget(ErasureReplay.Wish wish) {
    var desk =
        running.stream()
            .flatMap(each -> each.getBeanProvider(PrivacyDesk.class).stream())
            .findFirst()
            .orElseThrow();
    try {
      Caller.runAsService(
          "restore",
          () -> desk.erase(new PrivacyDesk.Wish(wish.profile(), wish.reason(), "restore")));
    } catch (NotFound _) {
      // Came after the backup was taken, and is not in it.
    }
  }

  private ConfigurableApplicationContext run(
      Part part, List<String> switches, Consumer<GenericApplicationContext> more) {
    ApplicationContextInitializer<GenericApplicationContext> neighbourly =
        context -> {
          context.registerBean("neighbours", Neighbours.class, () -> neighbours);
          context.registerBean("clock", Clock.class, settings::clock);
        };
    ApplicationListener<GrpcServerStartedEvent> onPort =
        event -> neighbours.bound(part.name(), event.getPort());
    var context =
        new SpringApplicationBuilder(part.application())
            .initializers(neighbourly, (GenericApplicationContext mine) -> more.accept(mine))
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

  /** A link to the form of the first administrator; absent once somebody administers. */
  public Optional<String> invitation() {
    return running.getFirst().getBean(Invitation.class).link(address());
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
