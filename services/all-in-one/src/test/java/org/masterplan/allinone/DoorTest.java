package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.rest.PlanApi;

/** An empty plan without the demonstration: who gets in, and how. */
class DoorTest {
  @TempDir private Path data;

  @Test
  void emptyPlan_letsNobodyIn_butTheFirstAdministrator() throws Exception {
    try (var plan = Served.start(data)) {
      var nobody = new PlanApi(plan.address(), "");
      assertThat(nobody.status("/actuator/health")).isEqualTo(200);
      assertThat(nobody.status("/v1/portfolio")).isEqualTo(401);
      assertThat(nobody.status("/v1/communities")).isEqualTo(401);
      assertThat(nobody.status("/actuator/prometheus")).isEqualTo(401);
      assertThat(devToken(plan)).isEqualTo(404);
      assertThat(plan.text()).containsPattern("first administrator: http://127.0.0.1:\\d+/first");
      assertThat(new DataFolder(data).address()).contains(plan.address().toString());
    }
    assertThat(new DataFolder(data).address()).isEmpty();
    assertThat(Files.exists(data.resolve("store"))).isTrue();
  }

  private static int devToken(Served plan) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(plan.address().resolve("/v1/dev/token"))
            .POST(BodyPublishers.ofString("{\"user\":\"cmo\"}"))
            .header("Content-Type", "application/json")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
