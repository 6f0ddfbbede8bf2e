package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.testkit.Figures;

/**
 * What the plan says the people of the demonstration are worth to it, how content and how close
 * they are, held against the truth: of people whom it takes for exactly who they are.
 */
class DealingsTruthTest {
  private static final int LOOKED_AT = 60;

  private static Served plan;
  private static Path truth;

  /** The profile of each person whose records are all in it, and who alone is in it. */
  private static final Map<String, String> WHOLE = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    plan = Demonstration.shared().plan();
    truth = plan.data().resolve("generated/truth");
    var person = new HashMap<String, String>();
    table("records.csv").forEach(cells -> person.put(cells[0] + "/" + cells[1], cells[2]));
    var persons = new HashMap<String, Set<String>>();
    var profiles = new HashMap<String, Set<String>>();
    for (var line : plan.file("data", "/v1/profiles:crosswalk").lines().skip(1).toList()) {
      var cells = line.split(",", -1);
      var who = person.getOrDefault(cells[0] + "/" + cells[1], "not made up");
      persons.computeIfAbsent(cells[2], _ -> new TreeSet<>()).add(who);
      profiles.computeIfAbsent(who, _ -> new TreeSet<>()).add(cells[2]);
    }
    profiles.forEach(
        (who, names) -> {
          var name = names.iterator().next();
          if (who.startsWith("p-")
              && names.size() == 1
              && persons.getOrDefault(name, Set.of()).size() == 1) {
            WHOLE.put(who, name);
          }
        });
  }

  private static List<String[]> table(String name) throws IOException {
    return Files.readAllLines(truth.resolve(name)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static JsonObject relations(String person) throws IOException {
    return plan.as("cmo").get("/v1/" + WHOLE.get(person) + "/relations");
  }

  @Test
  void valueAndSatisfaction_areThoseOfTheTruth() throws IOException {
    var some =
        table("dealings.csv").stream()
            .filter(cells -> WHOLE.containsKey(cells[0]))
            .limit(LOOKED_AT)
            .toList();
    assertThat(some).hasSize(LOOKED_AT);
    int worth = 0;
    int content = 0;
    for (var cells : some) {
      var said = relations(cells[0]);
      assertThat(said.get("valueRule").getAsString()).isEqualTo("SPENT_12_MONTHS");
      assertThat(said.get("orders").getAsString()).as(cells[0]).isEqualTo(cells[1]);
      assertThat(said.get("ratings").getAsString()).as(cells[0]).isEqualTo(cells[3]);
      assertThat(said.has("value")).as(cells[0]).isEqualTo(!cells[1].equals("0"));
      if (said.has("value")) {
        worth++;
        assertThat(said.getAsJsonObject("value").get("units").getAsString()).isEqualTo(cells[2]);
      }
      assertThat(said.has("satisfaction")).as(cells[0]).isEqualTo(!cells[4].isEmpty());
      if (said.has("satisfaction")) {
        content++;
        assertThat(said.get("satisfaction").getAsDouble())
            .isCloseTo(Double.parseDouble(cells[4]), within(.0001));
      }
    }
    Figures.print("dealings.value", worth, "of " + LOOKED_AT + " people", "as the truth");
    Figures.print("dealings.satisfaction", content, "of " + LOOKED_AT + " people", "as the truth");
    assertThat(worth).isPositive();
    assertThat(content).isPositive();
  }

  /** Who bought nothing is worth nobody knows what, which is not 0. */
  @Test
  void whoBoughtNothing_hasNoValue() throws IOException {
    var known = new TreeSet<String>();
    table("dealings.csv").forEach(cells -> known.add(cells[0]));
    var other = WHOLE.keySet().stream().filter(who -> !known.contains(who)).findFirst();

    var said = relations(other.orElseThrow());

    assertThat(said.has("value")).isFalse();
    assertThat(said.has("satisfaction")).isFalse();
  }

  @Test
  @Tag("cap-124")
  void cap124_relations_areMadeOfWhatPeopleDid() throws IOException {
    var some =
        table("interactions.csv").stream()
            .filter(cells -> WHOLE.containsKey(cells[1]))
            .limit(LOOKED_AT)
            .toList();
    assertThat(some).hasSize(LOOKED_AT);
    for (var cells : some) {
      var tie = tie(relations(cells[1]), "communities/" + cells[0]);
      assertThat(tie.get("posts").getAsString()).as(cells[1]).isEqualTo(cells[2]);
      assertThat(tie.get("given").getAsString()).as(cells[1]).isEqualTo(cells[3]);
      assertThat(tie.get("events").getAsString()).as(cells[1]).isEqualTo(cells[4]);
      assertThat(tie.get("strength").getAsDouble()).isBetween(.01, 1.0);
    }
    Figures.print("dealings.ties", some.size(), "ties to communities", "as the truth");
  }

  private static JsonObject tie(JsonObject relations, String community) {
    for (var each : relations.getAsJsonArray("relations")) {
      if (each.getAsJsonObject().get("community").getAsString().equals(community)) {
        return each.getAsJsonObject();
      }
    }
    throw new AssertionError(relations + " (expected: a tie to " + community + ")");
  }
}
