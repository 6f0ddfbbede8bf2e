package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.allinone.rest.Body;
import org.masterplan.platform.testkit.Figures;

/**
 * The 76 customer databases of the demonstration, loaded through the API: what the plan counts and
 * whom it takes for one person, held against the truth. Other classes add sources of their own.
 */
@Tag("cap-8")
class CustomersTruthTest {
  private static final int DATABASES = 76;
  private static final int SAMPLES = 5;
  private static final int AT_ONCE = 200;

  private static Served plan;

  /** Rows of each database's file. */
  private static final Map<String, Long> ROWS = new TreeMap<>();

  /** The profile of each record, by database and record. */
  private static final Map<String, String> FOUND = new HashMap<>();

  /** The person of each record, by database and record. */
  private static final Map<String, String> TRUTH = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    plan = Demonstration.shared().plan();
    var generated = plan.data().resolve("generated");
    var manifest = Files.readString(generated.resolve("sources/sources.json"));
    for (var each : JsonParser.parseString(manifest).getAsJsonObject().getAsJsonArray("sources")) {
      var source = each.getAsJsonObject();
      ROWS.put(source.get("source").getAsString(), source.get("records").getAsLong());
    }
    keep(Files.readAllLines(generated.resolve("truth/records.csv")), TRUTH);
    keep(plan.file("data", "/v1/profiles:crosswalk").lines().toList(), FOUND);
    FOUND.keySet().removeIf(record -> !ROWS.containsKey(source(record)));
  }

  private static void keep(List<String> lines, Map<String, String> into) {
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      assertThat(into.put(cells[0] + "/" + cells[1], cells[2])).as(line).isNull();
    }
  }

  private static String source(String record) {
    return record.substring(0, record.indexOf('/'));
  }

  @Test
  void cap008_whatEachDatabaseIsSaidToHold_isWhatTheCrosswalkAndTheTruthHold() throws IOException {
    assertThat(ROWS).hasSize(DATABASES);
    var data = plan.as("data");
    long missing = 0;
    for (var source : ROWS.entrySet()) {
      var shown = data.get("/v1/sources/" + source.getKey());
      var found = of(source.getKey(), FOUND.keySet());
      var truth = of(source.getKey(), TRUTH.keySet());
      assertThat(shown.get("records").getAsLong()).as(source.getKey()).isEqualTo(found.size());
      assertThat(truth).as(source.getKey()).containsAll(found);
      truth.removeAll(found);
      assertThat(truth.size()).isLessThanOrEqualTo(shown.get("rejected").getAsInt());
      missing += truth.size();
    }
    Figures.print("customers.databases", ROWS.size(), "databases loaded", "76");
    Figures.print("customers.records", FOUND.size(), "of " + TRUTH.size(), "all but rejected");
    Figures.print("customers.rejected", missing, "rows rejected", "counted on screen");
  }

  private static Set<String> of(String source, Collection<String> records) {
    var of = new TreeSet<>(records);
    of.removeIf(record -> !source(record).equals(source));
    return of;
  }

  /** One query over all sources: it says which, as of when, and how much of what there is. */
  @Test
  @Tag("cap-7")
  void cap007_oneQuery_saysWhichDatabasesItWasDrawnFrom_andHowMuchItCovers() throws IOException {
    var answer = plan.as("cmo").get("/v1/profiles?pageSize=200&orderBy=records%20desc");
    var lineage = answer.getAsJsonObject("lineage");
    var named = new TreeMap<String, Long>();
    for (var each : lineage.getAsJsonArray("sources")) {
      var part = each.getAsJsonObject();
      named.put(part.get("source").getAsString(), part.get("records").getAsLong());
    }
    var drawn = new TreeMap<String, Long>();
    for (var profile : answer.getAsJsonArray("profiles")) {
      for (var record : profile.getAsJsonObject().getAsJsonArray("records")) {
        var name = record.getAsString();
        drawn.merge(name.substring(0, name.indexOf("/records/")), 1L, Long::sum);
      }
    }
    Figures.print("query.sources", named.size(), "of 76 databases in one page", "as its records");

    assertThat(named).isEqualTo(drawn).hasSizeGreaterThan(DATABASES / 2);
    assertThat(lineage.get("sourcesRegistered").getAsInt()).isGreaterThanOrEqualTo(DATABASES);
    assertThat(lineage.get("sourcesAnswering").getAsInt()).isGreaterThanOrEqualTo(DATABASES);
    assertThat(lineage.get("records").getAsInt()).isGreaterThanOrEqualTo(FOUND.size());
    assertThat(lineage.get("coverage").getAsDouble()).isBetween(.9, 1.0);
    assertThat(lineage.get("asOfTime").getAsString()).isNotEmpty();
  }

  @Test
  void cap008_crosswalk_joinsWhoIsOnePerson() {
    var truth = new HashMap<>(TRUTH);
    truth.keySet().retainAll(FOUND.keySet());
    double right = pairs(both().values());
    double precision = right / pairs(FOUND.values());
    double recall = right / pairs(truth.values());
    Figures.print("customers.precision", precision, "of pairs in one profile", ">= .99");
    Figures.print("customers.recall", recall, "of pairs of one person", ">= .65");

    assertThat(precision).isGreaterThanOrEqualTo(.99);
    assertThat(recall).isGreaterThanOrEqualTo(.65);
  }

  /** Of each record whom it was taken for, and who it is. */
  private static Map<String, List<String>> both() {
    var both = new HashMap<String, List<String>>();
    FOUND.forEach((record, profile) -> both.put(record, List.of(profile, TRUTH.get(record))));
    return both;
  }

  private static double pairs(Collection<?> groups) {
    var sizes = new HashMap<Object, Long>();
    groups.forEach(group -> sizes.merge(group, 1L, Long::sum));
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }

  /**
   * The people on the screen are those of the truth, within the interval that stands beside them:
   * in the demonstration's own sample, and in others drawn after it. One in twenty may miss.
   */
  @Test
  @Tag("cap-9")
  void cap009_peopleOnTheScreen_areTheTruth_withinTheirInterval() throws IOException {
    var person = who();
    long truly = person.values().stream().flatMap(Set::stream).distinct().count();
    int held = 0;
    for (int sample = 1; sample <= SAMPLES; sample++) {
      if (sample > 1) {
        lookAt(plan.as("data").post("/v1/peopleSample:draw"), person);
      }
      var summary = plan.as("cmo").get("/v1/profilesSummary");
      var people = summary.getAsJsonObject("people");
      assertThat(people.get("certainty").getAsString()).isEqualTo("INTERVAL");
      double records = summary.get("records").getAsLong();
      held += holds(people, "low", "high", truly) ? 1 : 0;
      var inflation = List.of("duplicateInflationLow", "duplicateInflationHigh");
      assertThat(holds(summary, inflation.getFirst(), inflation.getLast(), records / truly))
          .isEqualTo(holds(people, "low", "high", truly));
      var shown = plan.as("cmo").get("/v1/portfolio").getAsJsonObject("sources");
      assertThat(shown.getAsJsonObject("people").get("low")).isEqualTo(people.get("low"));
      assertThat(shown.getAsJsonObject("people").get("high")).isEqualTo(people.get("high"));
      Figures.print(
          "customers.people." + sample, people.get("people").getAsLong(), told(people), "");
    }
    Figures.print("customers.people.held", held, "of " + SAMPLES + " hold " + truly, ">= 3");

    assertThat(held).isGreaterThanOrEqualTo(3);
  }

  private static String told(JsonObject people) {
    return "people, %s to %s, in %s profiles"
        .formatted(people.get("low"), people.get("high"), people.get("profiles"));
  }

  private static boolean holds(JsonObject of, String low, String high, double truth) {
    return of.get(low).getAsDouble() <= truth && truth <= of.get(high).getAsDouble();
  }

  /** The persons of each profile. */
  private static Map<String, Set<String>> who() {
    var persons = new TreeMap<String, Set<String>>();
    for (var each : both().values()) {
      persons.computeIfAbsent(each.getFirst(), _ -> new TreeSet<>()).add(each.getLast());
    }
    return persons;
  }

  /** Says of each profile drawn in how many others its persons stand. */
  private static void lookAt(JsonObject sample, Map<String, Set<String>> persons)
      throws IOException {
    var looks = new JsonArray();
    for (var each : sample.getAsJsonArray("looks")) {
      var look = each.getAsJsonObject();
      var elsewhere = look.getAsJsonArray("elsewhere");
      for (var person : persons.getOrDefault(look.get("profile").getAsString(), Set.of())) {
        elsewhere.add(persons.values().stream().filter(of -> of.contains(person)).count() - 1);
      }
      looks.add(look);
    }
    for (int from = 0; from < looks.size(); from += AT_ONCE) {
      var some = new JsonArray();
      for (int at = from; at < Math.min(looks.size(), from + AT_ONCE); at++) {
        some.add(looks.get(at));
      }
      var body = new JsonObject();
      body.add("looks", some);
      plan.as("data").post("/v1/peopleSample:answer", new Body.Json(body));
    }
  }
}
