package org.masterplan.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The health check inside the images speaks gRPC and HTTP by hand; real servers judge it. */
class HealthyScriptTest {
  static final Path SCRIPT = Path.of("../../infra/docker/healthy");

  @Test
  void grpc_followsTheServersOwnHealth() throws Exception {
    var health = new HealthStatusManager();
    var server = loopback(health);
    var port = server.getPort();
    try {
      assertThat(run("grpc", port)).isZero();

      health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, ServingStatus.NOT_SERVING);
      assertThat(run("grpc", port)).isNotZero();
    } finally {
      server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }
    assertThat(run("grpc", port)).isNotZero();
  }

  @Test
  void http_followsTheStatusOfTheHealthPage() throws Exception {
    assertThat(askHttp(200)).isZero();
    assertThat(askHttp(503)).isNotZero();
  }

  private static int askHttp(int status) throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/actuator/health",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      return run("http", server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
  }

  private static Server loopback(HealthStatusManager health) throws Exception {
    return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
        .addService(health.getHealthService())
        .build()
        .start();
  }

  private static int run(String protocol, int port) throws Exception {
    var command = new ProcessBuilder("/bin/bash", SCRIPT.toString(), protocol, "" + port);
    command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return command.start().waitFor();
  }
}
