package org.masterplan.allinone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.allinone.rest.Refused;
import org.masterplan.allinone.rest.SourceCalls;
import org.masterplan.platform.testkit.Figures;

/** The process dies while people write; what it acknowledged is there afterwards. */
@Order(2)
class KillTest {
  private static final int ROUNDS = Integer.getInteger("masterplan.killRounds", rounds());
  private static final String BASE = "base";
  private final Random random = new Random(7);

  @TempDir private Path data;
  @TempDir private Path files;

  /** Something that the plan acknowledged, and where it is looked for afterwards. */
  private record Written(Kind kind, String token) {}

  private static int rounds() {
    return "full".equals(System.getProperty("masterplan.counts")) ? 5 : 2;
  }

  @Test
  void acknowledgedWrites_afterKill_areAllThere() throws Exception {
    List<Written> acknowledged = new ArrayList<>();
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
    assertThat(Scratch.names()).noneMatch(name -> name.matches("(librocksdb|tomcat).*"));
  }

  private List<Written> writeUntilKilled(Served plan, int round) throws Exception {
    var written = new ConcurrentLinkedQueue<Written>();
    if (round == 0) {
      plan.as("cmo")
          .post("/v1/businessUnits?businessUnitId=sua", new Body.Json(Bodies.titled("Sữa")));
      var calls = new SourceCalls(plan.as("data"), BASE);
      plan.as("data").post("/v1/sources?sourceId=" + BASE, new Body.Json(source(BASE)));
      calls.await(
          calls.load(Bodies.csv(files, "id,ho ten,email", "1,Lan," + BASE + "@vi-du.example")));
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

  private static boolean everyKindIsIn(Collection<Written> all) {
    return Stream.of(Kind.values())
        .allMatch(kind -> all.stream().anyMatch(each -> each.kind() == kind));
  }

  private void write(PlanApi user, Kind kind, int round, ConcurrentLinkedQueue<Written> written) {
    try {
      for (int i = 0; i < 100_000; i++) {
        var id = "k-%d-%d".formatted(round, i);
        written.add(new Written(kind, kind.writing.write(this, user, id)));
      }
    } catch (IOException _) {
      // The process is gone: what this write was, nobody was told.
    }
  }

  private static int missing(Served plan, List<Written> acknowledged) throws IOException {
    var users = Map.of("cmo", plan.as("cmo"), "data", plan.as("data"));
    int missing = 0;
    for (var each : acknowledged) {
      var user = Objects.requireNonNull(users.get(each.kind().user));
      if (!each.kind().looking.isThere(user, each.token())) {
        missing++;
      }
    }
    return missing;
  }

  private static String create(PlanApi user, String plural, String parameter, JsonObject body)
      throws IOException {
    var id = body.get("title").getAsString();
    user.post("/v1/" + plural + "?" + parameter + "=" + id, new Body.Json(body));
    return "/v1/" + plural + "/" + id;
  }

  private static boolean answers(PlanApi user, String path) throws IOException {
    return user.status(path) == 200;
  }

  /** Acknowledged is the file, not what came of it: the load goes on after the kill. */
  private String load(PlanApi user, String id) throws IOException {
    var source = create(user, "sources", "sourceId", source("l-" + id));
    new SourceCalls(user, "l-" + id).load(Bodies.csv(files, "id,ho ten", "1,Bình"));
    return source + "/records/1";
  }

  private static boolean isLoaded(PlanApi user, String record) {
    try {
      Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> answers(user, record));
      return true;
    } catch (ConditionTimeoutException _) {
      return false;
    }
  }

  private String members(PlanApi user, String id) throws IOException {
    var community = create(user, "communities", "communityId", ofUnit("m-" + id));
    user.post(community + "/members:import", Bodies.csv(files, "handle", "lan"));
    return community + "/members";
  }

  private static boolean hasMember(PlanApi user, String members) throws IOException {
    return user.get(members).getAsJsonArray("members").size() == 1;
  }

  /** A purpose of its own each: names of purposes are letters. */
  private String consent(PlanApi user, String id) throws IOException {
    var purpose = new StringBuilder("K");
    for (var part : id.split("-")) {
      part.chars().filter(Character::isDigit).forEach(c -> purpose.append((char) (c + 'A' - '0')));
      purpose.append('_');
    }
    var body = new JsonObject();
    body.addProperty("purpose", purpose.append('K').toString());
    body.addProperty("channel", "EMAIL");
    body.addProperty("evidence", id);
    user.post("/v1/" + profile(user) + ":grantConsent", new Body.Json(body));
    return body.get("purpose").getAsString();
  }

  private static boolean isGranted(PlanApi user, String purpose) throws IOException {
    var consents = user.get("/v1/" + profile(user) + "/consents?pageSize=200");
    return consents.toString().contains("\"" + purpose + "\"");
  }

  private static String profile(PlanApi user) throws IOException {
    var found = user.get("/v1/profiles:lookup?record=sources/" + BASE + "/records/1");
    return found.get("name").getAsString();
  }

  /** Every other one is only reserved, and confirmed when it is looked for. */
  private String contact(PlanApi user, String id) throws IOException {
    var body = new JsonObject();
    body.addProperty("email", id + "@vi-du.example");
    body.addProperty("messageClass", "SERVICE_NOTICE");
    body.addProperty("channel", "EMAIL");
    body.addProperty("businessUnit", "businessUnits/sua");
    body.addProperty("reserve", true);
    body.addProperty("requestId", UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString());
    var decided = user.post("/v1/contacts:decide", new Body.Json(body));
    var reservation = decided.get("reservation").getAsString();
    assertThat(reservation).isNotEmpty();
    if (id.hashCode() % 2 == 0) {
      confirm(user, reservation);
    }
    return reservation;
  }

  private static boolean isHeld(PlanApi user, String reservation) throws IOException {
    try {
      confirm(user, reservation);
      return true;
    } catch (Refused _) {
      return false;
    }
  }

  private static void confirm(PlanApi user, String reservation) throws IOException {
    var body = new JsonObject();
    body.addProperty("reservation", reservation);
    user.post("/v1/contacts:confirm", new Body.Json(body));
  }

  private static JsonObject ofUnit(String title) {
    var body = Bodies.titled(title);
    body.addProperty("businessUnit", "businessUnits/sua");
    return body;
  }

  private static JsonObject message(String title) {
    var body = ofUnit(title);
    body.addProperty("text", "Xin chào");
    body.addProperty("messageClass", "INFO");
    body.addProperty("channel", "EMAIL");
    body.addProperty("plannedTime", Instant.now().plus(Duration.ofDays(90)).toString());
    return body;
  }

  private static JsonObject source(String title) {
    var body = ofUnit(title);
    body.addProperty("legalBasis", "CONTRACT");
    return body;
  }

  /** Writes; answers where it is looked for. */
  private interface Writing {
    String write(KillTest test, PlanApi user, String id) throws IOException;
  }

  /** Whether it is there. */
  private interface Looking {
    boolean isThere(PlanApi user, String token) throws IOException;
  }

  /** What is written, each by its own writer into a service of its own way of storing. */
  private enum Kind {
    SEGMENT(
        "cmo",
        (_, u, id) -> create(u, "segments", "segmentId", Bodies.titled(id)),
        KillTest::answers),
    COMMUNITY(
        "cmo",
        (_, u, id) -> create(u, "communities", "communityId", ofUnit(id)),
        KillTest::answers),
    MESSAGE(
        "cmo", (_, u, id) -> create(u, "messages", "messageId", message(id)), KillTest::answers),
    SOURCE("data", (_, u, id) -> create(u, "sources", "sourceId", source(id)), KillTest::answers),
    LOAD("data", KillTest::load, KillTest::isLoaded),
    CONSENT("data", KillTest::consent, KillTest::isGranted),
    MEMBERS("cmo", KillTest::members, KillTest::hasMember),
    CONTACT("cmo", KillTest::contact, KillTest::isHeld);

    private final String user;
    private final Writing writing;
    private final Looking looking;

    Kind(String user, Writing writing, Looking looking) {
      this.user = user;
      this.writing = writing;
      this.looking = looking;
    }
  }
}
