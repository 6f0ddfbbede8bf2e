package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.source.domain.RecordName;

/** Three databases of the demonstration are replaced, and nobody in them is lost by it. */
class RetiredDatabasesTest {
  private static final String UNIT = "sua";
  private static final int RETIRED = 3;
  private static final int PAGE = 200;

  private static Served plan;
  private static PlanApi data;

  /** Rows of each database's file, of those that are replaced. */
  private static final Map<String, Long> ROWS = new TreeMap<>();

  @BeforeAll
  static void replace() throws IOException {
    plan = Demonstration.shared().plan();
    data = plan.as("data");
    var manifest = plan.data().resolve("generated/sources/sources.json");
    var sources = JsonParser.parseString(Files.readString(manifest)).getAsJsonObject();
    for (var each : sources.getAsJsonArray("sources")) {
      var source = each.getAsJsonObject();
      if (source.get("unit").getAsString().equals(UNIT) && ROWS.size() < RETIRED) {
        ROWS.put(source.get("source").getAsString(), source.get("records").getAsLong());
      }
    }
    for (var source : ROWS.entrySet()) {
      replace(source.getKey(), source.getValue());
    }
  }

  private static void replace(String source, long rows) throws IOException {
    var counted = said(source);
    counted.addProperty("rows", Long.toString(rows));
    step(data, source, "reconcile", counted);
    for (var state : List.of("SHADOW", "MASTER_HERE", "READ_ONLY")) {
      var next = said(source);
      next.addProperty("state", state);
      step(data, source, "advance", next);
    }
    step(plan.as("unit"), source, "signOff", said(source));
    step(data, source, "retire", said(source));
  }

  private static JsonObject said(String source) throws IOException {
    var said = new JsonObject();
    said.addProperty("reason", "replaced by the plan");
    said.addProperty("etag", replacement(source).get("etag").getAsString());
    return said;
  }

  private static void step(PlanApi who, String source, String act, JsonObject said)
      throws IOException {
    who.post("/v1/sources/" + source + ":" + act, new Body.Json(said));
  }

  @Test
  @Tag("cap-7")
  void cap007_everyLiveRecordOfAReplacedDatabase_answersByItsOldId() throws IOException {
    long answered = 0;
    for (var source : ROWS.keySet()) {
      for (var record : records(source)) {
        var name = record.get("name").getAsString();
        var found = data.get("/v1/profiles:lookup?record=" + escaped(name));
        assertThat(found.get("name")).as(name).isEqualTo(record.get("profile"));
        assertThat(found.getAsJsonArray("records").asList())
            .extracting(JsonElement::getAsString)
            .contains(name);
        answered++;
      }
    }
    Figures.print("retired.answered", answered, "records of 3 databases", "all");
    assertThat(answered).isPositive();
  }

  @Test
  void everyRowOfAReplacedDatabase_isARecordOrRejectedOrSaidTwice() throws IOException {
    for (var source : ROWS.entrySet()) {
      var signed = replacement(source.getKey()).getAsJsonObject("reconciliation");
      long rows = signed.get("rows").getAsLong();
      assertThat(rows).isEqualTo(source.getValue());
      assertThat(count(signed, "records") + count(signed, "rejected") + count(signed, "repeated"))
          .isEqualTo(rows);
      assertThat(records(source.getKey())).hasSize((int) count(signed, "records"));
    }
  }

  @Test
  void whatAReplacedDatabaseIsGivenBack_isEveryRecordThatTheTruthKnows() throws IOException {
    var truth = truth();
    for (var source : ROWS.keySet()) {
      var given = new TreeSet<String>();
      for (var line : giveBack(source)) {
        var cells = line.split(",", -1);
        boolean erased = cells[1].isEmpty() && !cells[6].isEmpty();
        if (cells[2].isEmpty() && !erased) {
          assertThat(given.add(cells[0])).as(line).isTrue();
          assertThat(cells[1]).startsWith("profiles/");
        }
      }
      assertThat(given).as(source).isSubsetOf(truth.get(source)).hasSameSizeAs(records(source));
    }
  }

  /** Whom its unit exports: every record of its databases once, under the person that it is of. */
  @Test
  void theUnitsExport_isTheTruthOfItsDatabases() throws IOException {
    var persons = persons();
    var exported = new TreeSet<String>();
    long people = 0;
    long right = 0;
    for (var line : plan.file("unit", "/v1/profiles:export?format=JSONL").lines().toList()) {
      var records =
          JsonParser.parseString(line).getAsJsonObject().getAsJsonArray("records").asList().stream()
              .map(JsonElement::getAsString)
              .toList();
      records.forEach(record -> assertThat(exported.add(record)).as(record).isTrue());
      var truly = records.stream().map(record -> persons.getOrDefault(record, "")).distinct();
      people++;
      right += truly.count() == 1 ? 1 : 0;
    }
    for (var source : ROWS.keySet()) {
      var own = "sources/" + source + "/records/";
      assertThat(exported.stream().filter(record -> record.startsWith(own)))
          .containsExactlyInAnyOrderElementsOf(
              records(source).stream().map(record -> record.get("name").getAsString()).toList());
    }
    assertThat(exported).isSubsetOf(persons.keySet());
    Figures.print("retired.export.people", people, "people of one unit", "every record once");
    Figures.print("retired.export.right", (double) right / people, "are one person", ">= .98");
    assertThat((double) right / people).isGreaterThanOrEqualTo(.98);
  }

  @Test
  void theBoard_saysHowManyAreReplaced_andWhatKeepsTheOthers() throws IOException {
    var board = plan.as("cmo").get("/v1/replacements?pageSize=200");

    assertThat(board.get("retired").getAsLong()).isGreaterThanOrEqualTo(RETIRED);
    assertThat(board.get("total").getAsLong()).isGreaterThanOrEqualTo(76);
    for (var each : board.getAsJsonArray("replacements")) {
      var replacement = each.getAsJsonObject();
      var blockers = replacement.getAsJsonArray("blockers");
      switch (replacement.get("state").getAsString()) {
        case "RETIRED" -> assertThat(blockers).as(replacement.toString()).isEmpty();
        case "REGISTERED", "LOADED" -> assertThat(blockers).as(replacement.toString()).isNotEmpty();
        default -> {}
      }
    }
    assertThat(plan.as("cmo").get("/v1/portfolio").getAsJsonObject("sources").get("retired"))
        .isEqualTo(board.get("retired"));
  }

  private static JsonObject replacement(String source) throws IOException {
    return data.get("/v1/sources/" + source + "/replacement");
  }

  private static List<JsonObject> records(String source) throws IOException {
    var records = new ArrayList<JsonObject>();
    var token = "";
    do {
      var path = "/v1/sources/" + source + "/records?pageSize=" + PAGE + "&pageToken=";
      var page = data.get(path + escaped(token));
      page.getAsJsonArray("records").forEach(each -> records.add(each.getAsJsonObject()));
      token = page.get("nextPageToken").getAsString();
    } while (!token.isEmpty());
    return records;
  }

  /** The ids of each database's records. */
  private static Map<String, TreeSet<String>> truth() throws IOException {
    var truth = new TreeMap<String, TreeSet<String>>();
    var lines = Files.readAllLines(plan.data().resolve("generated/truth/records.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      truth.computeIfAbsent(cells[0], _ -> new TreeSet<>()).add(cells[1]);
    }
    return truth;
  }

  /** The true person of each record, by the record's name. */
  private static Map<String, String> persons() throws IOException {
    var persons = new TreeMap<String, String>();
    var lines = Files.readAllLines(plan.data().resolve("generated/truth/records.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      persons.put(new RecordName(cells[0], cells[1]).toString(), cells[2]);
    }
    return persons;
  }

  /** Lines without the header. */
  private static List<String> giveBack(String source) throws IOException {
    return plan.file("data", "/v1/sources/" + source + ":giveBack").lines().skip(1).toList();
  }

  private static long count(JsonObject of, String name) {
    return of.get(name).getAsLong();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
