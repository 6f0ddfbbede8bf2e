package org.masterplan.profiles.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.InMemoryModels;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.Matching;
import org.masterplan.profiles.identity.app.MatchingContract;
import org.masterplan.profiles.identity.app.Models;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;

class EngineMatchingTest extends MatchingContract {
  private static final Models LEARNED = MadeUp.learned();
  private static final List<Features> PEOPLE = MadeUp.people(11, 120);
  private static final People ALL = PEOPLE::forEach;
  private static final LongSet NUMBERS = LongSet.of(PEOPLE.stream().map(Features::record).toList());

  private final Models models = new InMemoryModels();

  /** Something was learned before, and never again. */
  @Override
  protected Matching matching(People people) {
    return new EngineMatching(LEARNED, people, new Learning(500, 4, 0), Instant::now);
  }

  private EngineMatching learning() {
    return new EngineMatching(models, ALL, new Learning(100, 2, 1000), () -> Instant.EPOCH);
  }

  private static Set<LongSet> groups(Matching matching) {
    return Set.copyOf(matching.group(NUMBERS, new Constraints()));
  }

  /** Before it has learned, shared keys answer. */
  @Nested
  class Unlearned extends MatchingContract {
    @Override
    protected Matching matching(People people) {
      return new EngineMatching(
          new InMemoryModels(), people, new Learning(500, 4, 1000), Instant::now);
    }
  }

  /** It learns of each few records anew. */
  @Nested
  class LearningAllTheTime extends MatchingContract {
    @Override
    protected Matching matching(People people) {
      return new EngineMatching(
          new InMemoryModels(), people, new Learning(2, 1, 1000), Instant::now);
    }
  }

  @Test
  void successor_onceThereIsEnough_learns_andEverybodyIsOutdated() {
    var matching = learning();
    matching.put(PEOPLE.subList(0, 99));
    assertThat(matching.method()).isEqualTo("EXACT_KEYS");
    assertThat(models.after(0)).isEmpty();

    matching.put(PEOPLE.subList(99, 101));
    assertThat(matching.method()).isEqualTo("EXACT_KEYS");
    learn(matching);

    assertThat(matching.method()).isEqualTo("LEARNED_WEIGHTS");
    assertThat(matching.outdated(0))
        .isEqualTo(LongSet.of(PEOPLE.stream().limit(101).map(Features::record).toList()));
    assertThat(models.after(0).orElseThrow().records()).isEqualTo(101);
  }

  @Test
  void successor_onceThereAreManyMore_learnsAnew() {
    var matching = learning();
    matching.put(PEOPLE.subList(0, 100));
    learn(matching);
    matching.put(PEOPLE.subList(100, 199));
    assertThat(matching.successor()).isEmpty();

    matching.put(PEOPLE.subList(199, 200));
    learn(matching);

    assertThat(models.after(1).orElseThrow().records()).isEqualTo(200);
  }

  @Test
  void anotherInstance_weighsByWhatTheFirstHasLearned() {
    var first = learning();
    var second = learning();
    second.put(PEOPLE.subList(0, 60));
    first.put(PEOPLE);
    learn(first);

    second.put(PEOPLE.subList(60, 90));
    assertThat(second.behind()).isTrue();
    var newer = second.newer().orElseThrow();
    second.put(PEOPLE.subList(90, 150));
    newer.prepare(new Constraints());
    second.put(PEOPLE.subList(150, PEOPLE.size()));
    assertThat(second.method()).isEqualTo("EXACT_KEYS");

    assertThat(newer.stand()).isTrue();

    assertThat(second.behind()).isFalse();
    assertThat(second.newer()).isEmpty();
    assertThat(second.outdated(0)).isEqualTo(NUMBERS);
    assertThat(models.after(1)).isEmpty();
    assertThat(groups(second)).isEqualTo(groups(first));
  }

  @Test
  void afterAStart_theSameRecordsAreTheSamePersons() {
    var before = learning();
    for (var each : PEOPLE) {
      before.put(List.of(each));
      learn(before);
    }

    var after = learning();
    after.admit(PEOPLE.subList(150, PEOPLE.size()));
    after.admit(PEOPLE.subList(0, 150));

    assertThat(after.method()).isEqualTo("LEARNED_WEIGHTS");
    assertThat(groups(after)).isEqualTo(groups(before));
    var one = PEOPLE.get(3);
    assertThat(after.put(List.of(one)).contains(one.record())).isTrue();
    assertThat(groups(after)).isEqualTo(groups(before));
  }

  @Test
  void afterAStart_ofManyRecordsWithoutAModel_sharedKeysAnswerUntilAPersonAsks() {
    var matching = new EngineMatching(models, ALL, new Learning(10, 4, 100), Instant::now);
    matching.admit(PEOPLE);

    matching.put(PEOPLE.subList(0, 1));

    assertThat(matching.successor()).isEmpty();
    assertThat(matching.method()).isEqualTo("EXACT_KEYS");
    assertThat(models.after(0)).isEmpty();
  }

  @Test
  void successor_madeReadyWhileRecordsComeChangeAndGo_isAsIfItHadSeenThem() {
    var stored = new java.util.concurrent.ConcurrentHashMap<Long, Features>();
    People people = use -> stored.values().forEach(use);
    var matching =
        new EngineMatching(models, people, new Learning(100, 2, 1000), () -> Instant.EPOCH);
    put(matching, stored, PEOPLE.subList(0, 120));
    var successor = matching.successor().orElseThrow();
    assertThat(matching.successor()).isEmpty();
    put(matching, stored, PEOPLE.subList(120, 170));
    successor.prepare(new Constraints());
    put(matching, stored, PEOPLE.subList(170, PEOPLE.size()));
    var changed = new Features(PEOPLE.get(5).record(), PEOPLE.get(190).values());
    put(matching, stored, List.of(changed));
    var gone = LongSet.of(PEOPLE.get(3).record(), PEOPLE.get(180).record());
    java.util.Arrays.stream(gone.toArray()).forEach(stored::remove);
    matching.remove(gone);

    assertThat(successor.stand()).isTrue();

    var all = NUMBERS.minus(gone);
    var afterAStart = new EngineMatching(models, people, new Learning(100, 2, 1000), Instant::now);
    afterAStart.admit(List.copyOf(stored.values()));
    assertThat(Set.copyOf(matching.group(all, new Constraints())))
        .isEqualTo(Set.copyOf(afterAStart.group(all, new Constraints())));
    assertThat(models.after(0).orElseThrow().records()).isEqualTo(120);
  }

  @Test
  void successor_whenAnotherInstanceLearnedFirst_standsNot_andThatOnesModelCounts() {
    var first = learning();
    var second = learning();
    first.put(PEOPLE);
    second.put(PEOPLE);
    var late = second.successor().orElseThrow();
    late.prepare(new Constraints());
    learn(first);
    models.keep(later(models.after(0).orElseThrow()));

    assertThat(late.stand()).isFalse();

    var newer = second.newer().orElseThrow();
    newer.prepare(new Constraints());
    assertThat(newer.stand()).isTrue();
    assertThat(second.model()).isEqualTo(2);
    assertThat(groups(second)).isEqualTo(groups(first));
    assertThat(second.successor()).isEmpty();
  }

  private static KeptModel later(KeptModel model) {
    return new KeptModel(2, model.learnedAt(), model.records(), model.text());
  }

  private static void put(
      Matching matching, java.util.Map<Long, Features> stored, List<Features> some) {
    some.forEach(each -> stored.put(each.record(), each));
    matching.put(some);
  }

  @Test
  void learned_recordsOfOnePersonAreFound_thatShareNoKey() {
    var matching = matching(use -> {});
    var one =
        new Features(
            1,
            java.util.Map.of(
                "fullName", "Đỗ Ngọc Yến", "birthDate", "1971-03-09", "phone", "+84907654321"));
    var other =
        new Features(
            2,
            java.util.Map.of(
                "fullName", "Do Ngoc Yen", "birthDate", "1971-03-09", "phone", "+84907654312"));

    matching.put(List.of(one, other));

    assertThat(matching.group(LongSet.of(1, 2), new Constraints()))
        .containsExactly(LongSet.of(1, 2));
    assertThat(matching.link(one, other).orElseThrow().contributions())
        .extracting(each -> each.field())
        .contains("givenName", "birthDate", "phone");
  }
}
