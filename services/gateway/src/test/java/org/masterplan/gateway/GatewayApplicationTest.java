package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.gateway.issuer.FileUsers;
import org.masterplan.gateway.issuer.FirstAdministrator;
import org.masterplan.gateway.issuer.Passwords;
import org.masterplan.gateway.issuer.UserAdministration;
import org.masterplan.gateway.web.Invitation;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway as its image starts it: alone, in front of services that may not be there yet. */
class GatewayApplicationTest {
  private static final Pattern LINK = Pattern.compile("(?m)^first administrator: (http://\\S+)$");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;
  final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void start_printsTheFirstAdministratorsLink_whichWorks_untilSomebodyAdministers()
      throws Exception {
    try (var gateway = start()) {
      var found = LINK.matcher(printed.toString(StandardCharsets.UTF_8));
      assertThat(found.find()).isTrue();
      var link = URI.create(found.group(1));

      var form = HTTP.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());

      assertThat(form.statusCode()).isEqualTo(200);
      assertThat(form.body()).contains("/first-administrator").contains("password");
      var secret = link.getQuery().replace("token=", "");
      var first = gateway.getBean(FirstAdministrator.class);
      assertThat(first.admit(secret, "anna", "Anna", "a right password")).isPresent();
      assertThat(gateway.getBean(Invitation.class).link("http://plan.example")).isEmpty();
    }
  }

  @Test
  void start_withTheCompanysOwnIssuer_invitesNobody_andGivesOutNoTokens() throws Exception {
    var keys = "--masterplan.gateway.oidc.jwks-uri=http://127.0.0.1:1/keys";
    var issuer = "--masterplan.gateway.oidc.issuer=https://id.company.example";
    try (var gateway = start(keys, issuer)) {
      var port = gateway.getEnvironment().getProperty("local.server.port");

      var answer = token(URI.create("http://127.0.0.1:" + port + "/v1/token"));

      assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("first administrator");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("by https://id.company.example.");
    }
  }

  @Test
  void invitation_isMade_underTheAddressThatPeopleUse_whileOthersAreThereWhoDoNotAdminister() {
    var users = new FileUsers(folder.resolve("users.json"));
    var passwords = new Passwords(4);
    new UserAdministration(users, passwords)
        .add(
            new UserAdministration.NewUser(
                "binh", "Bình", Set.of("cmo"), Set.of(), "a right password"));
    var first = new FirstAdministrator(folder.resolve("first"), users, passwords, () -> "s");

    assertThat(new Invitation(first, true).link("http://plan.example"))
        .contains("http://plan.example/first-administrator?token=s");
    assertThat(new Invitation(first, false).link("http://plan.example")).isEmpty();
  }

  private ConfigurableApplicationContext start(String... more) {
    var arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of(
            "--spring.config.name=gateway",
            "--server.port=0",
            "--masterplan.gateway.folder=" + folder));
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return GatewayApplication.start(out, arguments.toArray(String[]::new));
  }

  private static HttpResponse<String> token(URI at) throws IOException, InterruptedException {
    var asked = "{\"user\":\"anna\",\"password\":\"a right password\"}";
    var request =
        HttpRequest.newBuilder(at)
            .POST(BodyPublishers.ofString(asked))
            .header("Content-Type", "application/json")
            .header("Accept-Language", "en")
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
