package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.allinone.rest.Refused;
import org.masterplan.allinone.rest.SourceCalls;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.testkit.Figures;

/**
 * People of the demonstration are erased, a backup from before is put back, and the files that they
 * came with are handed in again: nothing of theirs is held anywhere. 3 of 1,000 people, 100 at full
 * counts.
 */
@Order(3)
@ResourceLock(Resources.LOCALE)
class ErasureTest {
  private static final int ERASED =
      "full".equals(System.getProperty("masterplan.counts")) ? 100 : 3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Files that nobody's wish reaches: what the demonstration is loaded from, and stores. */
  private static final Set<String> APART = Set.of("generated", "store");

  private PlantedPeople people;
  private List<String> erased;
  private Needles needles;
  private int sought;

  @Test
  void erased_areNowhere_neitherAfterARestore_norAfterTheirFilesComeAgain() throws Exception {
    var copy = Served.folder().resolve("copy");
    Path data;
    try (var plan = Demonstration.on(LocalDate.now(ZoneOffset.UTC))) {
      data = plan.data();
      choose(data);
      var taken = Typed.run("backup", copy.toString(), "--data", data.toString(), "--as", "admin");
      assertThat(taken.ending()).as(taken.errors()).isZero();
      assertForgottenIn(erase(plan));
    }
    assertForgotten(data);

    var restored = Typed.run("restore", copy.toString(), "--data", data.toString());

    assertThat(restored.ending()).as(restored.errors()).isZero();
    var back = found(data).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    assertThat(back).as("in the backup").hasSizeGreaterThan(sought / 2);
    try (var plan = Served.start(data, "--demo")) {
      Awaitility.await("erased again").atMost(PATIENCE).until(() -> known(plan).isEmpty());
      assertForgottenIn(reload(plan));
      var exported = plan.file("data", "/v1/profiles:export?format=JSONL");
      assertThat(exported.lines()).hasSizeGreaterThan(100);
      assertForgottenIn(exported);
      assertThat(known(plan)).isEmpty();
    }
    assertForgotten(data);
    var verified = Typed.run("audit", "verify", "--data", data.toString(), "--lang", "en");
    assertThat(verified.ending()).as(verified.text()).isZero();
  }

  /** Evenly from among all, so that every kind of customer database has some. */
  private void choose(Path data) throws IOException {
    people = PlantedPeople.in(new DataFolder(data).generated());
    var all = people.all();
    erased = Stream.iterate(0, i -> i + all.size() / ERASED).limit(ERASED).map(all::get).toList();
    var values = people.values(Set.copyOf(erased));
    needles = new Needles(values);
    sought = values.size();
    Figures.print("erasure.values", sought, "of " + ERASED + " people", "");
    assertThat(sought).isGreaterThan(5 * ERASED);
  }

  /** Everything that the plan answered meanwhile. */
  private String erase(Served plan) throws IOException {
    var privacy = plan.as("privacy");
    var why = new JsonObject();
    why.addProperty("reason", "asked to");
    var answers = new StringBuilder();
    var operations = new ArrayList<String>();
    for (var profile : known(plan)) {
      var operation = privacy.post("/v1/" + profile + ":erase", new Body.Json(why));
      operations.add(operation.get("name").getAsString());
    }
    for (var operation : operations) {
      Awaitility.await(operation)
          .atMost(PATIENCE)
          .until(() -> privacy.get("/v1/" + operation).has("response"));
      answers.append(privacy.get("/v1/" + operation));
    }
    assertThat(known(plan)).isEmpty();
    return answers.toString();
  }

  /** The profiles of the people, under whichever of their records. */
  private Set<String> known(Served plan) throws IOException {
    var data = plan.as("data");
    var names = new TreeSet<String>();
    for (var record : people.records(erased)) {
      profile(data, record).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<String> profile(PlanApi data, String record) throws IOException {
    try {
      var found = data.get("/v1/profiles:lookup?record=" + record);
      return Optional.of(found.get("name").getAsString());
    } catch (Refused e) {
      assertThat(e.status()).as(record).isEqualTo(404);
      return Optional.empty();
    }
  }

  /** Hands the files that have something of theirs in again; what the plan answered. */
  private String reload(Served plan) throws IOException {
    var data = plan.as("data");
    var answers = new StringBuilder();
    for (var source : people.sources(erased)) {
      var calls = new SourceCalls(data, source);
      answers.append(calls.await(calls.load(people.file(source))));
      answers.append(data.get("/v1/sources/" + source + "/rejectedRows?pageSize=1000"));
    }
    var files = new DataFolder(plan.data()).generated();
    answers.append(hand(data, "/v1/consents:import", files.resolve("consents.csv")));
    var cmo = plan.as("cmo");
    answers.append(hand(cmo, "/v1/mentions:import", files.resolve("mentions.csv")));
    answers.append(hand(cmo, "/v1/activities:import", files.resolve("activity/events.csv")));
    for (var list : lists(files.resolve("members"))) {
      var community = String.valueOf(list.getFileName()).replace(".csv", "");
      answers.append(hand(cmo, "/v1/communities/" + community + "/members:import", list));
    }
    return answers.toString();
  }

  private static JsonObject hand(PlanApi who, String path, Path file) throws IOException {
    return who.post(path, new Body.File(file, "text/csv"));
  }

  private static List<Path> lists(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private void assertForgottenIn(String answers) {
    assertThat(needles.in(Texts.fold(answers))).as("answers").isEmpty();
  }

  private void assertForgotten(Path data) throws IOException {
    assertThat(found(data)).as("collections").isEmpty();
    assertThat(inFiles(data)).as("files").isEmpty();
  }

  /** What is found of theirs, by collection. */
  private Map<String, Set<String>> found(Path data) {
    var found = new TreeMap<String, Set<String>>();
    Holdings.each(
        data,
        (collection, json) -> {
          var in = needles.in(Texts.fold(json));
          if (!in.isEmpty()) {
            found.computeIfAbsent(collection, _ -> new HashSet<>()).addAll(in);
          }
        });
    return found;
  }

  /** The log, uploads that are still about, and whatever else lies in the plan's folder. */
  private Map<String, Set<String>> inFiles(Path data) throws IOException {
    var found = new TreeMap<String, Set<String>>();
    try (var files = Files.walk(data)) {
      files
          .filter(Files::isRegularFile)
          .filter(f -> !isApart(data, f))
          .forEach(f -> look(f, found));
    }
    return found;
  }

  private void look(Path file, Map<String, Set<String>> found) {
    try {
      var in = needles.in(Texts.fold(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
      if (!in.isEmpty()) {
        found.put(file.toString(), in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isApart(Path data, Path file) {
    var top = data.relativize(file).getName(0).toString();
    return APART.stream().anyMatch(top::startsWith);
  }
}
