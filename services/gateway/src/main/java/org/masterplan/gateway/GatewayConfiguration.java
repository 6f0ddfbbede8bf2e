package org.masterplan.gateway;

import io.grpc.Channel;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.masterplan.gateway.console.ConsoleConfiguration;
import org.masterplan.gateway.contract.Contract;
import org.masterplan.gateway.issuer.DemoUsers;
import org.masterplan.gateway.issuer.FileUsers;
import org.masterplan.gateway.issuer.FirstAdministrator;
import org.masterplan.gateway.issuer.Issuer;
import org.masterplan.gateway.issuer.Keys;
import org.masterplan.gateway.issuer.Passwords;
import org.masterplan.gateway.issuer.SignIns;
import org.masterplan.gateway.issuer.Users;
import org.masterplan.gateway.openapi.DocsPages;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.Channels;
import org.masterplan.gateway.rest.HttpRefusal;
import org.masterplan.gateway.rest.Patience;
import org.masterplan.gateway.rest.Transcoder;
import org.masterplan.gateway.web.ApiTokens;
import org.masterplan.gateway.web.BrokenAnswers;
import org.masterplan.gateway.web.DevTokens;
import org.masterplan.gateway.web.ErrorAnswers;
import org.masterplan.gateway.web.Hosts;
import org.masterplan.gateway.web.Invitation;
import org.masterplan.gateway.web.PublishedKeys;
import org.masterplan.gateway.web.Security;
import org.masterplan.gateway.web.ServerErrors;
import org.masterplan.gateway.web.Sessions;
import org.masterplan.gateway.web.TokenDecoders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** How the gateway is put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
@Import(ConsoleConfiguration.class)
class GatewayConfiguration {
  private static final int BCRYPT_STRENGTH = 11;
  private static final int SECRET_BYTES = 24;

  /** What tokens and sessions go by, as whoever verifies them does; pages go by the plan's. */
  private static final Clock MACHINE = Clock.tickMillis(ZoneOffset.UTC);

  @Bean
  Contract contract() {
    return Contract.load();
  }

  @Bean
  Answers answers(Contract contract) {
    return new Answers(contract.types());
  }

  @Bean
  @ConditionalOnMissingBean
  Channels channels(GrpcChannelFactory factory) {
    Map<String, Channel> known = new ConcurrentHashMap<>();
    return service ->
        known.computeIfAbsent(service, name -> factory.createChannel("discovery:///" + name));
  }

  @Bean
  Users users(GatewayProperties properties) {
    return new FileUsers(properties.folder().resolve("users.json"));
  }

  @Bean
  Keys keys(GatewayProperties properties) {
    var file = properties.folder().resolve("keys.json");
    return new Keys(file, MACHINE, () -> UUID.randomUUID().toString());
  }

  @Bean
  Issuer issuer(Keys keys, GatewayProperties properties) {
    var lifetime = properties.tokenLifetime();
    return new Issuer(keys, MACHINE, lifetime, () -> UUID.randomUUID().toString());
  }

  @Bean
  Passwords passwords() {
    return new Passwords(BCRYPT_STRENGTH);
  }

  @Bean
  SignIns signIns(Users users, Passwords passwords) {
    return new SignIns(users, passwords, MACHINE);
  }

  @Bean
  FirstAdministrator firstAdministrator(
      GatewayProperties properties, Users users, Passwords passwords) {
    var file = properties.folder().resolve("first-administrator");
    return new FirstAdministrator(file, users, passwords, GatewayConfiguration::secret);
  }

  @Bean
  Invitation invitation(GatewayProperties properties, FirstAdministrator first) {
    return new Invitation(first, properties.oidc().isBuiltIn() && !properties.demo());
  }

  @Bean
  DemoUsers demoUsers(GatewayProperties properties) {
    var units = properties.demoUnits();
    return new DemoUsers(units.getFirst(), units.getLast());
  }

  @Bean
  JwtDecoder jwtDecoder(GatewayProperties properties, Keys keys, Users users) {
    var oidc = properties.oidc();
    return oidc.isBuiltIn()
        ? TokenDecoders.builtIn(keys, users)
        : TokenDecoders.of(oidc.jwksUri(), oidc.issuer());
  }

  @Bean
  Sessions sessions(
      GatewayProperties properties, Users users, DemoUsers demo, Keys keys, Issuer issuer) {
    var length = new Sessions.Length(properties.sessionLifetime(), MACHINE);
    return new Sessions(
        id -> users.find(id).or(() -> properties.demo() ? demo.find(id) : Optional.empty()),
        issuer,
        Sessions.decoder(keys, users),
        length);
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, JwtDecoder decoder, Answers answers) {
    return Security.programs(http, decoder, answers);
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(
      HttpSecurity http,
      JwtDecoder decoder,
      Sessions sessions,
      Answers answers,
      @Value("${spring.servlet.multipart.max-request-size}") DataSize files) {
    return Security.people(http, decoder, sessions, answers, files);
  }

  @Bean
  FilterRegistrationBean<Hosts> hosts(GatewayProperties properties, Answers answers) {
    var filter = new FilterRegistrationBean<>(new Hosts(properties.hosts(), answers));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BrokenAnswers> brokenAnswers() {
    var filter = new FilterRegistrationBean<>(new BrokenAnswers());
    filter.setUrlPatterns(List.of(BrokenAnswers.PAGE));
    filter.setDispatcherTypes(DispatcherType.ERROR, DispatcherType.INCLUDE);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<ErrorAnswers> errorAnswers(
      Answers answers, @Value("${server.max-http-request-header-size}") DataSize limit) {
    var filter = new FilterRegistrationBean<>(new ErrorAnswers(answers, limit.toBytes()));
    filter.setUrlPatterns(List.of(BrokenAnswers.PAGE));
    filter.setDispatcherTypes(DispatcherType.ERROR, DispatcherType.REQUEST);
    return filter;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> documents(
      @Value("${server.tomcat.basedir:}") String folder) {
    return factory -> {
      if (!folder.isEmpty()) {
        // Holds nothing: pages come from the class path. Unset, a temporary folder would be made.
        factory.setDocumentRoot(emptyFolder(Path.of(folder, "documents")));
      }
    };
  }

  private static File emptyFolder(Path folder) {
    try {
      return Files.createDirectories(folder).toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors(
      Answers answers, @Value("${server.max-http-request-header-size}") DataSize limit) {
    return factory ->
        factory.addContextCustomizers(
            context ->
                context
                    .getParent()
                    .getPipeline()
                    .addValve(new ServerErrors(answers, limit.toBytes())));
  }

  /** Addresses that are not plain, such as {@code //} or {@code ;}. */
  @Bean
  RequestRejectedHandler oddAddresses(
      Answers answers, @Value("${server.max-http-request-header-size}") DataSize limit) {
    return (request, response, rejected) ->
        answers.refuse(
            response,
            HttpRefusal.unreadable(HttpServletResponse.SC_BAD_REQUEST, limit.toBytes()),
            CallHeaders.language(request));
  }

  @Bean
  PublishedKeys publishedKeys(Keys keys) {
    return new PublishedKeys(keys);
  }

  @Bean
  DevTokens devTokens(GatewayProperties properties, DemoUsers demo, Keys keys, Answers answers) {
    // Nobody disables demonstration users, and a program that shows something has no session.
    var lasting =
        new Issuer(keys, MACHINE, properties.sessionLifetime(), () -> UUID.randomUUID().toString());
    return new DevTokens(properties.demo() ? demo : null, lasting, answers);
  }

  @Bean
  ApiTokens apiTokens(
      GatewayProperties properties, SignIns signIns, Issuer issuer, Answers answers) {
    return new ApiTokens(signIns, issuer, properties.oidc().named(), answers);
  }

  @Bean
  Transcoder transcoder(Contract contract, Channels channels, GatewayProperties properties) {
    return new Transcoder(contract, channels, Patience.of(properties.patience()));
  }

  @Bean
  SimpleUrlHandlerMapping rest(Transcoder contracts, DevTokens demo, ApiTokens tokens) {
    Map<String, HttpRequestHandler> paths =
        Map.of("/v1/**", contracts, DevTokens.PATH, demo, ApiTokens.PATH, tokens);
    return new SimpleUrlHandlerMapping(paths, 1);
  }

  @Bean
  DocsPages docsPages(Contract contract) {
    return new DocsPages(contract, Transcoder.offered(contract));
  }

  @Bean
  ConsoleConfiguration.Frame frame(GatewayProperties properties) {
    return new ConsoleConfiguration.Frame(
        properties.demo(),
        properties.zone(),
        properties.progressFile(),
        properties.sessionLifetime());
  }

  private static String secret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
