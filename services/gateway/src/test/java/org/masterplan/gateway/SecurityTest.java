package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.gateway.issuer.Users;

/** Who gets in, and who does not. */
class SecurityTest {
  @RegisterExtension static final GatewayFixture gateway = GatewayFixture.demo();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/portfolio",
        "/v1/communities/x",
        "/v1/no/such/path",
        "/actuator/prometheus",
        "/openapi.json",
        "/",
        "/portfolio",
        "/communities/new",
        "/docs"
      })
  void withoutAToken_nothingIsAnswered(String path) {
    assertThat(gateway.get(path, Map.of()).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/health", "/sign-in", "/.well-known/jwks.json", "/assets/console.css"})
  void withoutAToken_whatLeadsInIsAnswered(String path) {
    assertThat(gateway.get(path, Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void aForgedToken_isRefused() {
    var token = gateway.token("cmo");
    var forged = token.substring(0, token.length() - 6) + "AAAAAA";

    assertThat(
            gateway.get("/v1/portfolio", Map.of("Authorization", "Bearer " + forged)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aPurposeOfAPage_thatIsTooLongToTravel_isRefusedByName() {
    var cookie = "masterplan_session=" + gateway.token("data");
    var headers = Map.of("Cookie", cookie, "Accept-Language", "vi");
    var path = "/profiles?q=lan&purpose=";

    var answer = gateway.get(path + "p".repeat(501), headers);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("purpose quá dài").contains("nhiều nhất 500 ký tự");
    assertThat(gateway.get(path + "p".repeat(500), headers).statusCode()).isEqualTo(200);
  }

  @Test
  void theCookie_opensNoPathForPrograms() {
    var cookie = Map.of("Cookie", "masterplan_session=" + gateway.token("cmo"));

    assertThat(gateway.get("/portfolio", cookie).statusCode()).isEqualTo(200);
    assertThat(gateway.get("/v1/portfolio", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void aSession_isGivenANewToken_beforeTheOldOneEnds_andABearerIsNot() {
    var old = gateway.token("cmo", Duration.ofMinutes(12));

    var page = gateway.get("/portfolio", Map.of("Cookie", "masterplan_session=" + old));
    var program = gateway.get("/portfolio", Map.of("Authorization", "Bearer " + old));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(cookie(page, "masterplan_session")).contains("HttpOnly").doesNotContain(old);
    assertThat(program.headers().allValues("Set-Cookie"))
        .noneMatch(c -> c.startsWith("masterplan_session"));
    var over = Map.of("Cookie", "masterplan_session=" + gateway.token("cmo", Duration.ofHours(2)));
    assertThat(gateway.get("/portfolio", over).statusCode()).isEqualTo(200);
    var ended = Map.of("Cookie", "masterplan_session=" + gateway.token("cmo", Duration.ofHours(9)));
    assertThat(gateway.get("/portfolio", ended).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 30_000})
  void partOfAPage_withoutASession_isSentToSignIn_howeverLongItsAddress(int length) {
    var address = "/portfolio?q=" + "a".repeat(length);

    var answer = gateway.get(address, Map.of("HX-Request", "true"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect"))
        .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in").hasSizeLessThan(8_000))
        .hasValueSatisfying(to -> assertThat(to.contains("next=")).isEqualTo(length == 10));
  }

  @Test
  void aForeignHost_isRefused() throws IOException {
    assertThat(asHost("rebound.example"))
        .startsWith("HTTP/1.1 403")
        .contains("FOREIGN_HOST")
        .contains("rebound.example");
    assertThat(asHost("rebound.example:" + gateway.port())).startsWith("HTTP/1.1 403");
    assertThat(asHost("localhost:1")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/communities/%s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET /v1/portfolio HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: a=%s\r\n\r\n",
        "GET /v1/portfolio HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET /v1/a%%2Fb HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: vi\r\n\r\n",
        "GET /[|] HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET /sign-in;a=b HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "NONSENSE\r\n\r\n"
      })
  void whatTheServerRefusesByItself_isAnsweredAsEveryOtherError(String request) throws IOException {
    var answer = sent(request.formatted("x".repeat(100_000)));

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\"")
        .contains(request.contains("vi") ? "Không đọc được yêu cầu" : "65536 bytes")
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContainIgnoringCase("<html");
  }

  /** Asked by hand: the JDK's client sends no other Host than the address. */
  private static String asHost(String host) throws IOException {
    return sent("GET /actuator/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  private static String sent(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", gateway.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://elsewhere.example", "null", "http://127.0.0.1:1", "http://["})
  void aForeignOrigin_isRefused(String origin) {
    var answer = gateway.call("GET", "/v1/portfolio", "", "Origin", origin);

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void ourOwnOrigin_isAnswered() {
    var answer =
        gateway.call("GET", "/v1/portfolio", "", "Origin", "http://127.0.0.1:" + gateway.port());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void everyPage_saysWhatABrowserMayDo() {
    var headers = gateway.get("/sign-in", Map.of()).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("script-src 'self';")
        .contains("frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
  }

  @Test
  void aForm_isRefusedWithoutItsToken() {
    var cookie = "masterplan_session=" + gateway.token("cmo");

    var answer = gateway.post("/communities", Map.of("title", "X"), cookie);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(gateway.plan.communities.stored).doesNotContainKey("communities/x");
  }

  @Test
  void signIn_givesACookieThatScriptsCannotRead() {
    var page = gateway.get("/sign-in?next=/messages", Map.of());
    var fields = Map.of("_csrf", GatewayFixture.csrf(page), "demo", "cmo", "next", "/messages");

    var answer = gateway.post("/sign-in", fields, GatewayFixture.cookies(page));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath())
        .isEqualTo("/messages");
    assertThat(cookie(answer, "masterplan_session")).contains("HttpOnly").contains("SameSite=Lax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"})
  void signIn_leadsNowhereElse(String next) {
    var page = gateway.get("/sign-in", Map.of());
    var fields = Map.of("_csrf", GatewayFixture.csrf(page), "demo", "cmo", "next", next);

    var answer = gateway.post("/sign-in", fields, GatewayFixture.cookies(page));

    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/portfolio");
  }

  @Test
  void signIn_refusesAWrongPassword() {
    var page = gateway.get("/sign-in", Map.of());
    var fields = Map.of("_csrf", GatewayFixture.csrf(page), "user", "nobody", "password", "wrong");

    assertThat(gateway.post("/sign-in", fields, GatewayFixture.cookies(page)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aPassword_givesAToken_butNoCookie() {
    gateway.add("anna", "cmo", "a right password");

    var answer = gateway.askForToken("anna", "a right password", "en");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    var said = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(Instant.parse(said.get("expiresTime").getAsString())).isAfter(Instant.now());
    var bearer = Map.of("Authorization", "Bearer " + said.get("token").getAsString());
    assertThat(gateway.get("/v1/portfolio", bearer).statusCode()).isEqualTo(200);
  }

  @Test
  void aToken_isRefusedAlike_forAWrongPassword_nobody_andWhoeverWasShutOut() {
    gateway.add("binh", "cmo", "a right password");
    var users = gateway.context.getBean(Users.class);
    var wrong = gateway.askForToken("binh", "a wrong password", "en");
    users.put(users.find("binh").orElseThrow().disable());
    var shutOut = gateway.askForToken("binh", "a right password", "en");

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("User or password is wrong.").contains("WRONG_PASSWORD");
    assertThat(shutOut.statusCode()).isEqualTo(401);
    assertThat(shutOut.body()).isEqualTo(wrong.body());
    assertThat(gateway.askForToken("no-one", "a right password", "en").body())
        .isEqualTo(wrong.body());
    // The demonstration's users have no password, an empty one least of all.
    assertThat(gateway.askForToken("cmo", "cmo", "vi").body())
        .contains("Sai người dùng hoặc mật khẩu.");
    assertThat(gateway.askForToken("cmo", "", "en").statusCode()).isEqualTo(400);
    assertThat(gateway.call("GET", "/v1/token", "").statusCode()).isEqualTo(405);
  }

  @Test
  void triesForATokenAndAtThePage_areCountedTogether() {
    gateway.add("chi", "cmo", "a right password");
    for (int i = 0; i < 4; i++) {
      assertThat(gateway.askForToken("chi", "a wrong password", "en").statusCode()).isEqualTo(401);
    }
    var page = gateway.get("/sign-in?lang=en", Map.of());
    var fields = Map.of("_csrf", GatewayFixture.csrf(page), "user", "chi", "password", "wrong");
    assertThat(gateway.post("/sign-in", fields, GatewayFixture.cookies(page)).body())
        .contains("Too many wrong passwords");

    var paused = gateway.askForToken("chi", "a right password", "vi");

    assertThat(paused.statusCode()).isEqualTo(429);
    assertThat(paused.headers().firstValue("Retry-After")).contains("300");
    assertThat(paused.body()).contains("Hãy thử lại sau 5 phút.");
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(c -> c.startsWith(name + "="))
        .findFirst()
        .orElseThrow();
  }
}
