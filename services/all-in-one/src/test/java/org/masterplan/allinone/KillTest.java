package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.platform.testkit.Figures;

/** The process dies while people write; what it acknowledged is there afterwards. */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("masterplan.killRounds", rounds());
  private static final int WRITERS = 4;
  private final Random random = new Random(7);

  @TempDir private Path data;

  private static int rounds() {
    return "full".equals(System.getProperty("masterplan.counts")) ? 5 : 2;
  }

  @Test
  void acknowledgedWrites_afterKill_areAllThere() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    int lost = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try (var plan = Served.empty(data)) {
        lost += missing(plan, acknowledged);
        acknowledged.addAll(writeUntilKilled(plan, round));
      }
    }
    try (var plan = Served.empty(data)) {
      lost += missing(plan, acknowledged);
    }
    Figures.print("kill.rounds", ROUNDS, "", "5 in make verify");
    Figures.print("kill.acknowledged", acknowledged.size(), "writes", "more than 0");
    Figures.print("kill.lost", lost, "writes", "0");
    assertThat(acknowledged).isNotEmpty();
    assertThat(lost).isZero();
  }

  private List<String> writeUntilKilled(Served plan, int round) throws Exception {
    var written = new ConcurrentLinkedQueue<String>();
    var cmo = plan.as("cmo");
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int w = 0; w < WRITERS; w++) {
        var prefix = "k-%d-%d-".formatted(round, w);
        writers.execute(() -> write(cmo, prefix, written));
      }
      var enough = 40 + random.nextInt(60);
      Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> written.size() >= enough);
      plan.kill();
    }
    return List.copyOf(written);
  }

  private static void write(PlanApi cmo, String prefix, ConcurrentLinkedQueue<String> written) {
    try {
      for (int i = 0; i < 100_000; i++) {
        var body = new JsonObject();
        body.addProperty("title", prefix + i);
        cmo.post("/v1/segments?segmentId=" + prefix + i, new Body.Json(body));
        written.add(prefix + i);
      }
    } catch (IOException _) {
      // The process is gone: what this write was, nobody was told.
    }
  }

  private static int missing(Served plan, List<String> acknowledged) throws IOException {
    var cmo = plan.as("cmo");
    int missing = 0;
    for (var id : acknowledged) {
      if (cmo.status("/v1/segments/" + id) != 200) {
        missing++;
      }
    }
    return missing;
  }
}
