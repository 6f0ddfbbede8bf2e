package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.platform.testkit.Figures;

/**
 * What the plan says of the loaded demonstration, held against what was planted in it. Other
 * classes add to the plan of today: only what was planted is looked at. At full counts plans of
 * other days are loaded, too: more by {@code -Dmasterplan.truthDays=2027-01-20,...}. Of many days
 * in little time {@link AnyDayTest} tells what depends on the day most.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("days")
class TruthTest {
  private static final String TODAY = "today";
  private static final String OTHERS =
      System.getProperty(
          "masterplan.truthDays",
          "full".equals(System.getProperty("masterplan.counts")) ? AnyDayTest.DAYS : "");

  /** The check that has to object to each kind of planted message, and to no near miss of it. */
  private static final Map<String, String> CHECKS =
      Map.of(
          "PROMOTION_FORBIDDEN", "policies/promotion-where-forbidden",
          "SALES_LANGUAGE", "policies/hidden-promotion",
          "QUIET_HOURS", "policies/quiet-hours-sms",
          "AD_LABEL", "policies/advertising-label");

  /** Planted for checks that the product does not have yet (the READMEs name what is partial). */
  private static final Set<String> WITHOUT_CHECK =
      Set.of(
          "INSIGHT_OVER_CAP", // declared members are the platform's figure; places are capped
          "TWIN_COMMUNITY", // overlap of communities is not reported
          "VANITY", // no ranking by effect
          "SIZE_IS_NOT_EFFECT",
          "CHANNEL_WITHOUT_SEGMENT", // findings on the plan's structure
          "ORG_CHART_STRUCTURE",
          "BROADCAST_ONLY",
          "OWNER_SILENT_AFTER_STUDY", // studies are not known to the plan
          "FACT_EXPIRED", // messages cite no facts and no events
          "RECAP_BEFORE_EVENT",
          "SAMENESS", // texts are not compared
          "CRISIS", // social listening keeps mentions only
          "COORDINATION",
          "WEAK_SIGNAL",
          "UNDISCLOSED_EMPLOYEE",
          "FALSE_MERGE"); // held by the generator's and the profiles' own tests

  /** Has a rule, and yet: a question about discounts reads as selling; it is only a warning. */
  private static final Set<String> FALSELY_OBJECTED = Set.of("messages/m-not-a-sale");

  /**
   * Counted by another test here: health, collisions, and what the plan itself lacks. A segment
   * whose communities are all abandoned counts as served while they are only seen to fade.
   */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "GHOST_SHIP",
          "ORPHAN",
          "OWNER_SILENT",
          "COLLISION",
          "CONTRADICTORY_OFFER",
          "SEGMENT_FORGOTTEN",
          "OBJECTIVE_UNSERVED");

  private static Served plan;
  private static Planted planted;
  private static PlanApi cmo;
  private static Map<String, JsonObject> health = Map.of();

  private final String day;

  TruthTest(String day) {
    this.day = day;
  }

  static Stream<String> days() {
    var others = Stream.of(OTHERS.split(",")).filter(each -> !each.isEmpty());
    return Stream.concat(Stream.of(TODAY), others);
  }

  @BeforeParameterizedClassInvocation
  static void look(String day) throws IOException {
    plan =
        day.equals(TODAY) ? Demonstration.shared().plan() : Demonstration.on(LocalDate.parse(day));
    planted = Planted.in(plan.data().resolve("generated"));
    cmo = plan.as("cmo");
    // Health follows the register: those who left last are the last to be heard of.
    Awaitility.await("health").atMost(Duration.ofMinutes(5)).until(TruthTest::isHeardOf);
  }

  /** The plan of today is not this class's alone. */
  @AfterParameterizedClassInvocation
  static void leave(String day) {
    if (!day.equals(TODAY)) {
      plan.close();
    }
  }

  private static boolean isHeardOf() throws IOException {
    health =
        items(cmo.get("/v1/communities/-/health:batchGet?" + named()), "healths")
            .collect(Collectors.toMap(h -> last(text(h, "community")), h -> h));
    return ids(Planted.Community::orphaned).stream().allMatch(c -> state(c).equals("ORPHANED"));
  }

  @Test
  @Tag("cap-13")
  @Tag("cap-15")
  void cap013_cap015_ghostShipsAndOrphans_areFound_andNearMissesAreNot() {
    var states =
        planted.communities().stream()
            .collect(Collectors.toMap(Planted.Community::id, c -> state(c.id())));

    new HealthTruth(planted, states).holds(day);
  }

  @Test
  @Tag("cap-13")
  void cap013_whatNobodyLooksAt_isNotCounted() throws IOException {
    var unseen = ids(Planted.Community::isUnseen);
    var summary = cmo.get("/v1/activities:summarize?" + named());
    int observed = summary.get("observed").getAsInt();
    Figures.print("truth.observed", observed, "communities", "168");

    assertThat(observed).isEqualTo(planted.communities().size() - unseen.size()).isEqualTo(168);
  }

  @Test
  @Tag("cap-56")
  void cap056_silentOwners_areNamed() {
    var silent = subjects("OWNER_SILENT");
    var named =
        silent.stream()
            .filter(c -> items(health(c), "reasons").anyMatch(r -> code(r).equals("OWNER_SILENT")))
            .count();
    Figures.print("truth.ownerSilent.found", named, "of 6", "at least 4");

    // The others' silence is within twice of what was usual for them.
    assertThat(silent).hasSize(6);
    assertThat(named).isGreaterThanOrEqualTo(4);
  }

  @Test
  @Tag("cap-11")
  void cap011_collisions_areExact() throws IOException {
    int found = 0;
    for (var pair : planted.pairs()) {
      if (!pair.left().startsWith("m-")) {
        continue; // Communities with the same people: the plan does not report them yet.
      }
      var between = between(pair);
      boolean apart = pair.persons() == 0 || pair.kind().equals("apart-windows");
      assertThat(between.keySet()).as(pair.toString()).hasSize(apart ? 0 : 1);
      if (!apart) {
        found++;
        assertThat(between).containsKey(pair.persons());
        boolean contradicts = Set.of("two-prices", "validity").contains(pair.kind());
        assertThat(between.get(pair.persons()))
            .as(pair.toString())
            .isEqualTo(contradicts ? "TWO_PRICES" : "SAME_PEOPLE");
      }
    }
    Figures.print("truth.collisions", found, "of 7 pairs", "exact to the person");
    assertThat(found).isEqualTo(7);
  }

  @Test
  @Tag("cap-51")
  void cap051_plantedMessages_areObjectedTo_andNearMissesAreNot() throws IOException {
    var missed = new TreeSet<String>();
    var accused = new TreeSet<String>();
    for (var fault : planted.faults()) {
      var check = CHECKS.get(fault.kind());
      if (check == null) {
        assertThat(WITHOUT_CHECK.contains(fault.kind()) || ELSEWHERE.contains(fault.kind()))
            .as(fault.toString())
            .isTrue();
      } else if (objections(fault.subject()).contains(check) == fault.isNearMiss()) {
        (fault.isNearMiss() ? accused : missed).add(fault.subject());
      }
    }
    Figures.print("truth.messages.missed", missed.size(), "", "0");
    Figures.print("truth.messages.accused", accused.size(), "", "1, a warning");
    assertThat(missed).isEmpty();
    assertThat(accused).isEqualTo(FALSELY_OBJECTED);
  }

  @Test
  @Tag("cap-16")
  void cap003_cap016_whatThePlanLacks_isNamed() throws IOException {
    var report = cmo.get("/v1/objectives:report");
    var unserved = report.getAsJsonArray("unservedObjectives").asList();
    var forgotten =
        items(cmo.get("/v1/portfolio"), "segments")
            .filter(s -> !s.getAsJsonArray("gaps").isEmpty())
            .map(s -> text(s, "segment"));

    assertThat(unserved)
        .extracting(JsonElement::getAsString)
        .filteredOn(o -> o.startsWith("objectives/o-"))
        .containsExactlyElementsOf(subjects("OBJECTIVE_UNSERVED"));
    assertThat(forgotten.filter(s -> !s.startsWith("segments/calls-")))
        .containsExactly("segments/cao-tuoi");
  }

  /** How many people get both, and why that matters; empty if the two do not collide. */
  private static Map<Integer, String> between(Planted.Pair pair) throws IOException {
    var found = new TreeMap<Integer, String>();
    items(cmo.get("/v1/messages/" + pair.left() + "/collisions"), "collisions")
        .filter(c -> text(c, "message").equals("messages/" + pair.right()))
        .forEach(c -> found.put(c.get("persons").getAsInt(), text(c, "reason")));
    return found;
  }

  /** The rules that object to a message, or to somebody's getting it. */
  private static Set<String> objections(String message) throws IOException {
    var checked = cmo.post("/v1/" + message + ":check");
    return Stream.of("objections", "refused")
        .flatMap(part -> items(checked, part))
        .map(each -> text(each, "rule"))
        .collect(Collectors.toSet());
  }

  private static List<String> subjects(String kind) {
    return planted.faults().stream()
        .filter(f -> f.kind().equals(kind))
        .map(Planted.Fault::subject)
        .toList();
  }

  private static List<String> ids(Predicate<Planted.Community> which) {
    return planted.ids(which);
  }

  private static String named() {
    return planted.communities().stream()
        .map(c -> "communities=communities/" + c.id())
        .collect(Collectors.joining("&"));
  }

  private static JsonObject health(String community) {
    assertThat(health).containsKey(community);
    return health.get(community);
  }

  private static String state(String community) {
    return text(health(community), "state");
  }

  private static String code(JsonObject reason) {
    return text(reason, "code");
  }

  private static Stream<JsonObject> items(JsonObject of, String name) {
    return of.has(name)
        ? of.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject)
        : Stream.of();
  }

  private static String text(JsonObject of, String name) {
    return of.has(name) ? of.get(name).getAsString() : "";
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
