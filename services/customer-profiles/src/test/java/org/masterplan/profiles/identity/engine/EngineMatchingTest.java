package org.masterplan.profiles.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.InMemoryModels;
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
  void put_onceThereIsEnough_learns_andAnswersEveryRecord() {
    var matching = learning();
    matching.put(PEOPLE.subList(0, 99));
    assertThat(matching.method()).isEqualTo("EXACT_KEYS");
    assertThat(models.after(0)).isEmpty();

    var affected = matching.put(PEOPLE.subList(99, 101));

    assertThat(matching.method()).isEqualTo("LEARNED_WEIGHTS");
    assertThat(affected)
        .isEqualTo(LongSet.of(PEOPLE.stream().limit(101).map(Features::record).toList()));
    assertThat(models.after(0).orElseThrow().records()).isEqualTo(101);
  }

  @Test
  void put_onceThereAreManyMore_learnsAnew() {
    var matching = learning();
    matching.put(PEOPLE.subList(0, 100));
    matching.put(PEOPLE.subList(100, 199));
    assertThat(models.after(1)).isEmpty();

    matching.put(PEOPLE.subList(199, 200));

    assertThat(models.after(1).orElseThrow().records()).isEqualTo(200);
  }

  @Test
  void anotherInstance_weighsByWhatTheFirstHasLearned() {
    var first = learning();
    var second = learning();
    second.put(PEOPLE.subList(0, 60));
    first.put(PEOPLE);

    var affected = second.put(PEOPLE.subList(60, PEOPLE.size()));

    assertThat(affected).isEqualTo(NUMBERS);
    assertThat(models.after(1)).isEmpty();
    assertThat(groups(second)).isEqualTo(groups(first));
  }

  @Test
  void afterAStart_theSameRecordsAreTheSamePersons() {
    var before = learning();
    PEOPLE.forEach(each -> before.put(List.of(each)));

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

    assertThat(matching.method()).isEqualTo("EXACT_KEYS");
    assertThat(models.after(0)).isEmpty();
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
