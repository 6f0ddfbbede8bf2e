package org.masterplan.platform;

import io.grpc.BindableService;
import io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import org.masterplan.platform.call.AccessRules;
import org.masterplan.platform.call.CallerInterceptor;
import org.masterplan.platform.call.DeadlineInterceptor;
import org.masterplan.platform.call.ForwardingInterceptor;
import org.masterplan.platform.call.PeopleTokens;
import org.masterplan.platform.call.ReadRetries;
import org.masterplan.platform.call.RefusalInterceptor;
import org.masterplan.platform.call.SecurityProperties;
import org.masterplan.platform.call.ServiceIdentity;
import org.masterplan.platform.call.Tokens;
import org.masterplan.platform.call.TwoIssuers;
import org.masterplan.platform.discovery.ConsulRegistrar;
import org.masterplan.platform.discovery.DiscoveryResolvers;
import org.masterplan.platform.validation.FieldRules;
import org.masterplan.platform.validation.ValidationInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.grpc.client.autoconfigure.GrpcClientProperties;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerExecutorProvider;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.client.discovery.event.HeartbeatEvent;
import org.springframework.cloud.consul.discovery.ConsulDiscoveryProperties;
import org.springframework.cloud.consul.serviceregistry.ConsulServiceRegistry;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.client.GlobalClientInterceptor;
import org.springframework.grpc.client.GrpcChannelBuilderCustomizer;
import org.springframework.grpc.server.GlobalServerInterceptor;

/** What every service gets without asking: callers, refusals, field rules, discovery, threads. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration")
@EnableConfigurationProperties(SecurityProperties.class)
class PlatformAutoConfiguration {
  private static final int HEADERS = 128 * 1024;

  /** Whole milliseconds, as stored: what is answered at once equals what is read later. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  /** By the machine's clock, as its tokens are verified: the plan's may stand on another day. */
  @Bean
  @ConditionalOnMissingBean
  ServiceIdentity serviceIdentity(
      SecurityProperties properties, @Value("${spring.application.name}") String service) {
    var machine = Clock.systemUTC();
    return properties.serviceKeyFile().isEmpty()
        ? ServiceIdentity.alone(service, machine)
        : ServiceIdentity.fromFile(service, Path.of(properties.serviceKeyFile()), machine);
  }

  @Bean
  Tokens tokens(SecurityProperties properties, ServiceIdentity identity) {
    return new Tokens(new TwoIssuers(PeopleTokens.decoder(properties), identity));
  }

  @Bean
  AccessRules accessRules(ObjectProvider<BindableService> services) {
    return new AccessRules(services.stream().map(BindableService::bindService).toList());
  }

  @Bean
  @GlobalServerInterceptor
  @Order(100)
  CallerInterceptor callerInterceptor(Tokens tokens, AccessRules rules) {
    return new CallerInterceptor(tokens, rules);
  }

  @Bean
  @GlobalServerInterceptor
  @Order(200)
  RefusalInterceptor refusalInterceptor() {
    return new RefusalInterceptor();
  }

  @Bean
  FieldRules fieldRules() {
    return new FieldRules();
  }

  @Bean
  @GlobalServerInterceptor
  @Order(300)
  ValidationInterceptor validationInterceptor(FieldRules rules) {
    return new ValidationInterceptor(rules);
  }

  @Bean
  @GlobalClientInterceptor
  ForwardingInterceptor forwardingInterceptor(ServiceIdentity identity) {
    return new ForwardingInterceptor(identity);
  }

  @Bean
  @GlobalClientInterceptor
  DeadlineInterceptor deadlineInterceptor(
      @Value("${masterplan.call.deadline:10s}") Duration deadline) {
    return new DeadlineInterceptor(deadline);
  }

  /** Every channel of services and gateway is made by the factory that these customize. */
  @Bean
  GrpcChannelBuilderCustomizer<NettyChannelBuilder> readRetries() {
    return (name, builder) -> builder.defaultServiceConfig(ReadRetries.serviceConfig());
  }

  /** `spring.threads.virtual.enabled` alone does nothing for gRPC. */
  @Bean
  GrpcServerExecutorProvider virtualThreads() {
    var threads = Thread.ofVirtual().name("grpc-", 0).factory();
    var executor = Executors.newThreadPerTaskExecutor(threads);
    return () -> executor;
  }

  @Bean
  DiscoveryResolvers discoveryResolvers(DiscoveryClient client) {
    return new DiscoveryResolvers(client);
  }

  /** Errors travel in headers, with everything they say; the usual 8 KiB are a few sentences. */
  @Bean
  GrpcChannelBuilderCustomizer<NettyChannelBuilder> roomForErrors() {
    return (name, builder) -> builder.maxInboundMetadataSize(HEADERS);
  }

  /** The customizer is told the channel's name or its raw target, not what it resolves to. */
  @Bean
  @SuppressWarnings("deprecation") // The only way to give one channel its own resolver.
  GrpcChannelBuilderCustomizer<NettyChannelBuilder> discoveryTargets(
      DiscoveryResolvers resolvers, GrpcClientProperties properties) {
    return (name, builder) -> {
      var channel = properties.getChannel().get(name);
      var target = channel == null ? name : String.valueOf(channel.getTarget());
      if (target.startsWith(DiscoveryResolvers.SCHEME + ":")) {
        builder.nameResolverFactory(resolvers);
      }
    };
  }

  @Bean
  ApplicationListener<HeartbeatEvent> discoveryRefresh(DiscoveryResolvers resolvers) {
    return event -> resolvers.refreshAll();
  }

  @Bean
  @ConditionalOnProperty(
      name = "spring.cloud.consul.enabled",
      havingValue = "true",
      matchIfMissing = true)
  ConsulRegistrar consulRegistrar(
      ConsulServiceRegistry registry,
      ConsulDiscoveryProperties properties,
      @Value("${spring.application.name}") String service) {
    return new ConsulRegistrar(registry, properties, service);
  }
}
