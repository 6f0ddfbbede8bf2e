package org.masterplan.gateway;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.masterplan.gateway.issuer.DemoUsers;
import org.masterplan.gateway.issuer.Issuer;
import org.masterplan.gateway.issuer.Keys;
import org.masterplan.gateway.issuer.Passwords;
import org.masterplan.gateway.issuer.UserAdministration;
import org.masterplan.gateway.issuer.Users;
import org.masterplan.gateway.rest.Channels;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A whole gateway before fake services, spoken to over HTTP as its users do. It starts before a
 * class's tests with a folder of its own, and every test finds the plan as it was at first.
 */
final class GatewayFixture implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

  final FakePlan plan = new FakePlan();

  /** Names of the services that were asked, in order. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  FakeServices services;
  ServletWebServerApplicationContext context;
  Path folder;
  private final List<String> settings;
  private final ManagedChannel nobody = InProcessChannelBuilder.forName("nobody").build();
  private final HttpClient http = HttpClient.newHttpClient();

  private GatewayFixture(List<String> settings) {
    this.settings = settings;
  }

  /** A gateway with the demonstration's users, and these settings besides. */
  static GatewayFixture demo(String... settings) {
    return new GatewayFixture(List.of(settings));
  }

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    folder = Files.createTempDirectory("gateway");
    var all = new ArrayList<>(plan.services());
    all.addAll(plan.privacy.services());
    services = FakeServices.serving(all);
    ApplicationContextInitializer<GenericApplicationContext> fakes =
        context -> context.registerBean("channels", Channels.class, () -> this::channel);
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(fakes)
                .run(arguments());
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    plan.reset();
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    context.close();
    services.close();
    nobody.shutdownNow();
    FileSystemUtils.deleteRecursively(folder);
  }

  private ManagedChannel channel(String name) {
    asked.add(name);
    return plan.away.contains(name) ? nobody : services.channel();
  }

  private String[] arguments() {
    var all = new ArrayList<>(settings);
    all.add("--server.port=0");
    all.add("--spring.config.name=gateway");
    all.add("--masterplan.gateway.demo=true");
    all.add("--masterplan.gateway.folder=" + folder);
    all.add("--masterplan.gateway.progress-file=" + progressFile());
    return all.toArray(String[]::new);
  }

  /** Where a load tells how far it is; not there until a test writes it. */
  Path progressFile() {
    return folder.resolve("progress.json");
  }

  int port() {
    return context.getWebServer().getPort();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** Adds somebody with a password, as the command line does. */
  void add(String id, String role, String password) {
    var administration =
        new UserAdministration(context.getBean(Users.class), context.getBean(Passwords.class));
    administration.add(new UserAdministration.NewUser(id, id, Set.of(role), Set.of(), password));
  }

  /** Asks for a token as a program without one does. */
  HttpResponse<String> askForToken(String user, String password, String language) {
    var body = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
    return send(
        HttpRequest.newBuilder(at("/v1/token"))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            .build());
  }

  String token(String user) {
    var found = context.getBean(DemoUsers.class).find(user).orElseThrow();
    return context.getBean(Issuer.class).issue(found).value();
  }

  /** A token as it was given out a while ago. */
  String token(String user, Duration ago) {
    var found = context.getBean(DemoUsers.class).find(user).orElseThrow();
    var then = Clock.offset(Clock.systemUTC(), ago.negated());
    var keys = context.getBean(Keys.class);
    return new Issuer(keys, then, Duration.ofMinutes(15), () -> "old").issue(found).value();
  }

  /** Sends a request with a token and, if there is one, a JSON body. */
  HttpResponse<String> call(String verb, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(at(path))
            .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + token("cmo"));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> get(String path, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(at(path));
    headers.forEach(request::header);
    return send(request.build());
  }

  /** A page as that demonstration user sees it; more headers by name and value. */
  HttpResponse<String> visit(String user, String path, String language, String... more) {
    var headers = new HashMap<String, String>();
    headers.put("Cookie", session(user));
    headers.put("Accept-Language", language);
    for (int i = 0; i < more.length; i += 2) {
      headers.put(more[i], more[i + 1]);
    }
    return get(path, headers);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String path, Map<String, String> fields, String cookies) {
    var body =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(at(path))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookies)
            .build());
  }

  /** Sends the form of the page {@code from}, as that demonstration user in that browser would. */
  HttpResponse<String> submit(String user, String from, String to, Map<String, String> fields) {
    var page = visit(user, from, "en");
    return post(to, signed(fields, page), session(user, page));
  }

  /** Sends that form of the page {@code from} twice, as a double click does. */
  List<HttpResponse<String>> submitTwice(
      String user, String from, String to, Map<String, String> fields) {
    var page = visit(user, from, "en");
    var all = signed(fields, page);
    var request = REQUEST.matcher(page.body());
    if (request.find()) {
      all.put("request", request.group(1));
    }
    var session = session(user, page);
    return List.of(post(to, all, session), post(to, all, session));
  }

  /** The fields with the page's mark that they come from one of our own forms. */
  static Map<String, String> signed(Map<String, String> fields, HttpResponse<String> page) {
    var all = new HashMap<>(fields);
    all.put("_csrf", csrf(page));
    return all;
  }

  /** Everything a browser sends back to that page's site for somebody who is signed in. */
  String session(String user, HttpResponse<String> page) {
    return cookies(page) + "; " + session(user);
  }

  String session(String user) {
    return "masterplan_session=" + token(user);
  }

  static String csrf(HttpResponse<String> page) {
    var found = CSRF.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("no form in " + page.body());
    }
    return found.group(1);
  }

  static String cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(c -> c.split(";", 2)[0])
        .collect(Collectors.joining("; "));
  }
}
