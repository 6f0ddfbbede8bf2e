package org.masterplan.allinone.plan;

import java.util.ArrayList;
import java.util.List;

/** What the services are told when they share a process. */
final class Switches {
  /**
   * The web console brings security of its own on the class path; services check tokens in the
   * platform and must not be guarded twice.
   */
  private static final String NOT_FOR_SERVICES =
      String.join(
          ",",
          "org.springframework.boot.grpc.server.autoconfigure.security"
              + ".GrpcServerSecurityAutoConfiguration",
          "org.springframework.boot.grpc.server.autoconfigure.security"
              + ".GrpcServerOAuth2ResourceServerAutoConfiguration",
          "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
          "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration");

  /** Figures that are the process's and not a service's: the gateway shows them, once. */
  private static final List<String> OF_THE_PROCESS =
      List.of("jvm", "process", "system", "disk", "logback");

  private static final String VALUE_RULE = "MASTERPLAN_VALUE_RULE";

  private final Settings settings;
  private final String store;

  Switches(Settings settings, String store) {
    this.settings = settings;
    this.store = store;
  }

  /** For the gateway. */
  List<String> gateway() {
    var data = settings.data();
    var all = common("gateway");
    all.add("--server.address=127.0.0.1");
    all.add("--server.port=" + settings.port());
    // Else each process that is killed leaves folders among the machine's temporary ones.
    all.add("--server.tomcat.basedir=" + data.work());
    all.add("--masterplan.gateway.folder=" + data.gateway());
    all.add("--masterplan.gateway.demo=" + settings.demo());
    all.add("--masterplan.gateway.progress-file=" + data.progress());
    return all;
  }

  /**
   * For a service.
   *
   * @param port of its gRPC server; 0 = any free one
   * @param gateway the port at which the issuer publishes its keys
   */
  List<String> service(Part part, int port, int gateway) {
    var all = common(part.name());
    all.add("--spring.grpc.server.address=127.0.0.1");
    all.add("--spring.grpc.server.port=" + port);
    all.add("--spring.autoconfigure.exclude=" + NOT_FOR_SERVICES);
    all.add("--masterplan.mongo.uri=" + store);
    all.add(
        "--masterplan.security.jwks-uri=http://127.0.0.1:" + gateway + "/.well-known/jwks.json");
    all.add("--masterplan.security.issuer=masterplan");
    all.add("--masterplan.spool=" + settings.data().spool());
    all.add("--masterplan.abandonment.salt-file=" + settings.data().authorSalt());
    all.add("--masterplan.profiles.tombstone-key-file=" + settings.data().tombstoneKey());
    if (settings.demo() && System.getenv(VALUE_RULE) == null) {
      // The made-up enterprise has stated what a customer is worth to it.
      all.add("--masterplan.profiles.value.rule=SPENT_12_MONTHS");
    }
    OF_THE_PROCESS.forEach(figure -> all.add("--management.metrics.enable." + figure + "=false"));
    return all;
  }

  private List<String> common(String name) {
    var data = settings.data();
    return new ArrayList<>(
        List.of(
            "--spring.config.name=" + name,
            "--spring.cloud.consul.enabled=false",
            // This process stops them, in order, and the store after them.
            "--spring.main.register-shutdown-hook=false",
            "--spring.main.banner-mode=off",
            "--spring.main.log-startup-info=false",
            // Beans that nobody asks for are not made: half the cost of a start.
            "--spring.main.lazy-initialization=true",
            "--masterplan.security.service-key-file=" + data.serviceKey(),
            // One port cannot be everybody's: the gateway's page shows what all count.
            "--masterplan.metrics.port=false",
            // Standard output belongs to the command line.
            "--logging.threshold.console=OFF",
            "--logging.level.root=WARN",
            "--logging.level.org.masterplan=INFO",
            // Threads of one service work for another: logger names tell them apart.
            "--logging.include-application-name=false",
            "--logging.pattern.correlation=",
            "--logging.file.name=" + data.log()));
  }
}
