package org.masterplan.profiles.census.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.census.domain.Census;
import org.masterplan.profiles.census.domain.Inflation;
import org.masterplan.profiles.census.domain.Look;
import org.masterplan.profiles.census.domain.People;
import org.masterplan.profiles.census.estimate.StratifiedHeads;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.engine.DemoRecords;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * The customers of the demonstration's 76 databases, and samples of their profiles looked at by
 * somebody who knows the truth: the number of people that is told holds the true one.
 */
@Tag("cap-9")
class PeopleTruthTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int PEOPLE = FULL ? 12_000 : 1_000;
  private static final int SAMPLES = 50;
  private static final int AT_ONCE = 500;

  private static StoredProfiles stored;

  /** The persons of each profile, and the profiles of each person. */
  private static final Map<String, Set<String>> PERSONS = new HashMap<>();

  private static final Map<String, Set<String>> PROFILES = new HashMap<>();

  @BeforeAll
  static void load(@TempDir Path folder) throws Exception {
    var demo = DemoRecords.of(PEOPLE, folder);
    stored = new StoredProfiles("census");
    for (int from = 0; from < demo.records().size(); from += AT_ONCE) {
      int to = Math.min(demo.records().size(), from + AT_ONCE);
      var batch = demo.records().subList(from, to);
      stored.records.store(batch);
      stored.identity.resolve(batch, "loader");
    }
    stored.projection.catchUp();
    learnWho(demo);
  }

  private static void learnWho(DemoRecords demo) {
    for (SourceRecord record : demo.records()) {
      var person = demo.persons().getOrDefault(record.number(), "");
      long id = stored.identity.ask(roster -> roster.profileOf(record.number()));
      var profile = ProfileId.name(id);
      PERSONS.computeIfAbsent(profile, _ -> new TreeSet<>()).add(person);
      PROFILES.computeIfAbsent(person, _ -> new TreeSet<>()).add(profile);
    }
  }

  private static CountingPeople counting(Censuses censuses) {
    return new CountingPeople(censuses, stored.identity, new StratifiedHeads(), Clock.systemUTC());
  }

  /** What a steward who knows the truth says of a sample. */
  private static Map<String, List<Integer>> truth(Census census) {
    var said = new HashMap<String, List<Integer>>();
    census.looks().stream().map(Look::profile).forEach(p -> said.put(p, elsewhere(p)));
    return said;
  }

  private static List<Integer> elsewhere(String profile) {
    return PERSONS.getOrDefault(profile, Set.of()).stream()
        .map(person -> PROFILES.getOrDefault(person, Set.of()).size() - 1)
        .toList();
  }

  private static boolean holds(People people, long truth) {
    var bounds = people.bounds().orElseThrow();
    return bounds.low() <= truth && truth <= bounds.high();
  }

  @Test
  void cap009_theIntervalOfPeople_holdsTheTruth_andThatOfTheInflationDoes() {
    int held = 0;
    int inflated = 0;
    var widths = new ArrayList<Double>();
    double truth = PROFILES.size();
    int records = stored.identity.ask(roster -> roster.liveRecords());
    var counting = counting(new InMemoryCensuses());
    for (int sample = 0; sample < SAMPLES; sample++) {
      var people = counting.all(counting.say(truth(counting.draw(0, -1, "lan")), "lan"));
      var bounds = people.bounds().orElseThrow();
      var range = Inflation.of(records, people.profiles(), people).range().orElseThrow();
      held += holds(people, PROFILES.size()) ? 1 : 0;
      inflated += range.low() <= records / truth && records / truth <= range.high() ? 1 : 0;
      widths.add((bounds.high() - bounds.low()) / 2.0 / truth);
    }
    widths.sort(Comparator.naturalOrder());
    var share = "of " + SAMPLES + " intervals hold the truth";
    var told = PERSONS.size() + " profiles of " + PROFILES.size() + " people";
    Figures.print("profiles: people.held", held, share + ", " + told, "at least .9");
    Figures.print("profiles: people.inflation.held", inflated, share, "at least .9");
    Figures.print("profiles: people.width", widths.get(SAMPLES / 2), "half of it, median", "<= .1");

    assertThat(held).isGreaterThanOrEqualTo(SAMPLES * 9 / 10);
    assertThat(inflated).isGreaterThanOrEqualTo(SAMPLES * 9 / 10);
    assertThat(widths.get(SAMPLES / 2)).isLessThanOrEqualTo(.1);
  }

  @Test
  void cap009_theIntervalOfThePeopleOfAPart_holdsTheTruth() {
    var parts = new TreeMap<String, Filter>();
    for (var gender : List.of("FEMALE", "MALE")) {
      parts.put(gender, equal(new Value.Text(gender)));
    }
    parts.put("young", new Filter.Compare(CardFields.BIRTH_YEAR, Filter.Op.GE, number(1990)));
    parts.put("all", new Filter.All());
    var truths = new TreeMap<String, Integer>();
    parts.forEach((name, filter) -> truths.put(name, persons(filter)));
    int held = 0;
    var censuses = new InMemoryCensuses();
    var counting = counting(censuses);
    for (int sample = 0; sample < SAMPLES; sample++) {
      counting.say(truth(counting.draw(0, -1, "lan")), "lan");
      var told =
          new CountingParts(censuses, counting, stored.cards, new StratifiedHeads()).of(parts);
      for (var part : told.entrySet()) {
        held += holds(part.getValue(), truths.get(part.getKey())) ? 1 : 0;
      }
    }
    Figures.print("profiles: people.parts", truths.size(), "parts " + truths, "no bound");
    Figures.print("profiles: people.parts.held", held, "of " + 4 * SAMPLES, "at least .9");

    assertThat(held).isGreaterThanOrEqualTo(SAMPLES * 4 * 9 / 10);
  }

  @Test
  void people_ofAPart_areCountedByOneQuestion() {
    var censuses = new InMemoryCensuses();
    var counting = counting(censuses);
    counting.say(truth(counting.draw(0, -1, "lan")), "lan");
    var asked = new AtomicInteger();
    var counted =
        (Cards)
            Proxy.newProxyInstance(
                Cards.class.getClassLoader(),
                new Class<?>[] {Cards.class},
                (_, method, given) -> {
                  asked.addAndGet(method.getName().startsWith("count") ? 1 : 0);
                  return method.invoke(stored.cards, given);
                });
    var parts = new CountingParts(censuses, counting, counted, new StratifiedHeads());

    var people = parts.of(Map.of("all", new Filter.All()));

    assertThat(people.get("all").profiles()).isEqualTo(PERSONS.size());
    assertThat(asked).hasValue(1);
  }

  private static Filter equal(Value value) {
    return new Filter.Compare(CardFields.GENDER, Filter.Op.EQ, value);
  }

  private static Value number(double value) {
    return new Value.Number(value);
  }

  /** How many different persons the profiles truly are that a filter finds. */
  private static int persons(Filter filter) {
    var persons = new HashSet<String>();
    stored.cards.each(filter, card -> persons.addAll(PERSONS.getOrDefault(card.name(), Set.of())));
    return persons.size();
  }
}
