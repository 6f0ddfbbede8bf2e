package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done about services that give no sign of life where no deadline can be set. */
class PatienceTest {
  @TempDir static Path folder;
  static GatewayFixture gateway;

  @BeforeAll
  static void start() {
    gateway = GatewayFixture.demo(folder, "--masterplan.gateway.patience=200ms");
    gateway.plan.communities.silent = true;
  }

  @AfterAll
  static void stop() {
    gateway.close();
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
    assertThat(answer.body()).contains("SERVICE_SILENT").contains("sign of life");
  }

  @Test
  void stream_thatDoesNotBegin_isGivenUp_inTheCallersLanguage() {
    var answer = gateway.call("GET", "/v1/profiles:crosswalk", "", "Accept-Language", "vi");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("SERVICE_SILENT").contains("không phản hồi");
  }

  @Test
  void file_thatStandsStill_doesNotPassForAWholeOne() {
    var answer = gateway.call("GET", "/v1/profiles:crosswalk?source=sources/crm", "");

    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
  }
}
