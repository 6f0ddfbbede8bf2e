package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done about services that give no sign of life where no deadline can be set. */
class PatienceTest {
  @RegisterExtension
  static final GatewayFixture gateway = GatewayFixture.demo("--masterplan.gateway.patience=200ms");

  @BeforeEach
  void noAnswer() {
    gateway.plan.communities.silent = true;
  }

  @Test
  void upload_thatIsNotTaken_isGivenUp() {
    var request =
        HttpRequest.newBuilder(gateway.at("/v1/communities:import"))
            .POST(BodyPublishers.ofString("title\n".repeat(200_000)))
            .header("Authorization", "Bearer " + gateway.token("cmo"))
            .header("Content-Type", "text/csv")
            .build();

    var answer = gateway.send(request);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("SERVICE_SILENT")
        .contains("community-registry")
        .contains("sign of life");
  }

  @Test
  void stream_thatDoesNotBegin_isGivenUp_inTheCallersLanguage() {
    var answer = gateway.call("GET", "/v1/profiles:crosswalk", "", "Accept-Language", "vi");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("SERVICE_SILENT")
        .contains("customer-profiles")
        .contains("không phản hồi");
  }

  @Test
  void file_thatStandsStill_doesNotPassForAWholeOne() {
    var answer = gateway.call("GET", "/v1/profiles:crosswalk?source=sources/crm", "");

    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({"large,text/html", "large,*/*", "large-failing,text/html", "large-failing,*/*"})
  void file_thatBreaksOffAfterItsBeginning_endsAsABrokenConnection(String source, String accept)
      throws Exception {
    var request =
        HttpRequest.newBuilder(gateway.at("/v1/profiles:crosswalk?source=sources/" + source))
            .header("Authorization", "Bearer " + gateway.token("cmo"))
            .header("Accept", accept)
            .build();
    var file = new ByteArrayOutputStream();

    try (var http = HttpClient.newHttpClient();
        var body = http.send(request, BodyHandlers.ofInputStream()).body()) {
      assertThatThrownBy(() -> body.transferTo(file)).isInstanceOf(IOException.class);
    }

    assertThat(FakeProfiles.LARGE).startsWith(file.toString(StandardCharsets.UTF_8));
    assertThat(file.size()).isPositive();
  }
}
