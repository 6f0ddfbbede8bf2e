package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.platform.testkit.Figures;

/** The process dies while people write; what it acknowledged is there afterwards. */
@Order(2)
class KillTest {
  private static final int ROUNDS = Integer.getInteger("masterplan.killRounds", rounds());
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
    assertThat(everyKindIsIn(acknowledged)).isTrue();
    assertThat(lost).isZero();
  }

  private List<String> writeUntilKilled(Served plan, int round) throws Exception {
    var written = new ConcurrentLinkedQueue<String>();
    if (round == 0) {
      plan.as("cmo").post("/v1/businessUnits?businessUnitId=sua", new Body.Json(titled("Sữa")));
    }
    try (var writers = Executors.newFixedThreadPool(Kind.values().length)) {
      for (var kind : Kind.values()) {
        var user = plan.as(kind.user);
        writers.execute(() -> write(user, kind, round, written));
      }
      var enough = 40 + random.nextInt(60);
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> written.size() >= enough && everyKindIsIn(written));
      plan.kill();
    }
    return List.copyOf(written);
  }

  private static boolean everyKindIsIn(Collection<String> paths) {
    return Stream.of(Kind.values())
        .allMatch(kind -> paths.stream().anyMatch(path -> path.startsWith(kind.path)));
  }

  private static void write(
      PlanApi user, Kind kind, int round, ConcurrentLinkedQueue<String> written) {
    try {
      for (int i = 0; i < 100_000; i++) {
        var id = "k-%d-%d".formatted(round, i);
        user.post(kind.creation + id, new Body.Json(kind.body.apply(id)));
        written.add(kind.path + id);
      }
    } catch (IOException _) {
      // The process is gone: what this write was, nobody was told.
    }
  }

  private static int missing(Served plan, List<String> acknowledged) throws IOException {
    var cmo = plan.as("cmo");
    int missing = 0;
    for (var path : acknowledged) {
      if (cmo.status(path) != 200) {
        missing++;
      }
    }
    return missing;
  }

  private static JsonObject titled(String title) {
    var body = new JsonObject();
    body.addProperty("title", title);
    return body;
  }

  private static JsonObject ofUnit(String title) {
    var body = titled(title);
    body.addProperty("businessUnit", "businessUnits/sua");
    return body;
  }

  private static JsonObject message(String title) {
    var body = ofUnit(title);
    body.addProperty("text", "Xin chào");
    body.addProperty("messageClass", "INFO");
    body.addProperty("channel", "EMAIL");
    body.addProperty("plannedTime", "2027-03-01T03:00:00Z");
    return body;
  }

  private static JsonObject source(String title) {
    var body = ofUnit(title);
    body.addProperty("legalBasis", "CONTRACT");
    return body;
  }

  /** What is written, each by its own writer into a service of its own way of storing. */
  private enum Kind {
    SEGMENT("cmo", "segments", "segmentId", KillTest::titled),
    COMMUNITY("cmo", "communities", "communityId", KillTest::ofUnit),
    MESSAGE("cmo", "messages", "messageId", KillTest::message),
    SOURCE("data", "sources", "sourceId", KillTest::source);

    private final String user;
    private final String path;
    private final String creation;
    private final Function<String, JsonObject> body;

    Kind(String user, String plural, String idParameter, Function<String, JsonObject> body) {
      this.user = user;
      this.path = "/v1/" + plural + "/";
      this.creation = "/v1/" + plural + "?" + idParameter + "=";
      this.body = body;
    }
  }
}
