package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.embeddedmongo.EmbeddedMongo;
import org.masterplan.gateway.GatewayApplication;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.platform.testkit.Require;
import org.masterplan.registry.RegistryApplication;

/** Two instances of a service behind a real Consul; one dies, and calls go on. */
class ConsulTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String NOT_FOR_SERVICES =
      "org.springframework.boot.grpc.server.autoconfigure.security.GrpcServerSecurityAutoConfiguration,"
          + "org.springframework.boot.grpc.server.autoconfigure.security"
          + ".GrpcServerOAuth2ResourceServerAutoConfiguration,"
          + "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration,"
          + "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration";

  private final List<Process> processes = new ArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void stop() throws InterruptedException {
    for (var process : processes.reversed()) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void callsGoOn_whenOneOfTwoInstancesIsKilled() throws Exception {
    var consul = Require.tool("consul");
    try (var store = EmbeddedMongo.inTemporaryFolder()) {
      var consulPort = startConsul(consul);
      var web = freePort();
      var settings = settings(store, consulPort, web);
      service(GatewayApplication.class, "gateway", settings);
      var first = service(RegistryApplication.class, "community-registry", settings);
      service(RegistryApplication.class, "community-registry", settings);
      awaitHealthy(consulPort);
      var api = signedIn(web);
      Awaitility.await().atMost(PATIENCE).until(() -> answers(api, 5) == 5);

      first.destroyForcibly().waitFor();
      var before = answers(api, 20);
      Figures.print("consul.answeredAfterKill", before, "of 20 calls", "at least 15");
      // The channel itself notices that a connection is gone, and does not wait for Consul.
      assertThat(before).isGreaterThanOrEqualTo(15);
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answers(api, 20) == 20);
    }
  }

  private static int answers(PlanApi api, int calls) throws IOException {
    int answered = 0;
    for (int i = 0; i < calls; i++) {
      answered += api.status("/v1/communities") == 200 ? 1 : 0;
    }
    return answered;
  }

  private PlanApi signedIn(int web) {
    var address = URI.create("http://127.0.0.1:" + web);
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> new PlanApi(address, "").status("/actuator/health") == 200);
    return Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> PlanApi.asDemoUser(address, "cmo"), api -> true);
  }

  private int startConsul(Path consul) throws IOException {
    var http = freePort();
    start(
        List.of(
            consul.toString(),
            "agent",
            "-server",
            "-bootstrap-expect=1",
            "-bind=127.0.0.1",
            "-data-dir=" + folder.resolve("consul"),
            "-http-port=" + http,
            "-dns-port=-1",
            "-grpc-port=-1",
            "-serf-lan-port=" + freePort(),
            "-serf-wan-port=-1",
            "-server-port=" + freePort()),
        Map.of(),
        "consul");
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> ask(http, "/v1/status/leader").length() > 4);
    return http;
  }

  private Map<String, String> settings(EmbeddedMongo store, int consulPort, int web) {
    return Map.ofEntries(
        Map.entry("CONSUL_ENABLED", "true"),
        Map.entry("MASTERPLAN_CONSUL", "true"),
        Map.entry("CONSUL_PORT", Integer.toString(consulPort)),
        Map.entry("MONGODB_URI", store.connectionString()),
        Map.entry("GRPC_PORT", "0"),
        // By name, as containers are reached.
        Map.entry("GRPC_ADVERTISE", "localhost"),
        Map.entry("MASTERPLAN_PORT", Integer.toString(web)),
        Map.entry("MASTERPLAN_DEMO", "true"),
        Map.entry("MASTERPLAN_GATEWAY_FOLDER", folder.resolve("gateway").toString()),
        Map.entry("MASTERPLAN_JWKS_URI", "http://127.0.0.1:" + web + "/.well-known/jwks.json"),
        Map.entry("MASTERPLAN_SERVICE_KEY_FILE", folder.resolve("service.key").toString()),
        Map.entry("MASTERPLAN_SPOOL", folder.resolve("spool").toString()));
  }

  private Process service(Class<?> application, String name, Map<String, String> settings)
      throws IOException {
    var command = new ArrayList<>(Served.java());
    command.addAll(List.of("-cp", Served.jar(), application.getName()));
    command.add("--spring.config.name=" + name);
    if (!name.equals("gateway")) {
      // This class path holds the console's security too; a service's own does not.
      command.add("--spring.autoconfigure.exclude=" + NOT_FOR_SERVICES);
    }
    return start(command, settings, name);
  }

  private Process start(List<String> command, Map<String, String> settings, String name)
      throws IOException {
    var log = new File(folder.toFile(), name + "-" + processes.size() + ".log");
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().putAll(settings);
    var process = builder.start();
    processes.add(process);
    return process;
  }

  private static void awaitHealthy(int consulPort) {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> ask(consulPort, "/v1/health/service/community-registry?passing=1"),
            answer -> answer.split("\"Checks\"", -1).length >= 3);
  }

  private static String ask(int port, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
