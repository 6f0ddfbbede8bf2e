package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.identity.app.Learner;
import org.masterplan.profiles.identity.app.Models;
import org.masterplan.profiles.identity.app.Taught;
import org.masterplan.profiles.identity.engine.EngineLearner;
import org.masterplan.profiles.identity.engine.EngineMatching;
import org.masterplan.profiles.identity.engine.Learning;
import org.masterplan.profiles.identity.engine.MadeUp;
import org.masterplan.profiles.review.domain.Band;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Verdict;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What was learned of made-up people, held against what is said of some of their records. */
class CalibratingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final AuditEntry ENTRY = new AuditEntry(NOW, "lan", "FOUND", List.of(), "");
  private static final List<SourceRecord> RECORDS = MadeUp.records(7, 200);

  private final InMemoryReviews reviews = new InMemoryReviews();

  /** How often it was asked whether something newer was learned: once a turn. */
  private final AtomicInteger asked = new AtomicInteger();

  private StoredProfiles stored;

  @BeforeEach
  void load() {
    var soon = new Learning(100, 4, 10_000);
    stored =
        new StoredProfiles(
            "calibrating",
            (models, people) ->
                new EngineMatching(
                    counted(models),
                    StoredProfiles.lessons(people),
                    soon,
                    java.time.Clock.systemUTC()));
    stored.records.store(RECORDS);
    stored.identity.resolve(RECORDS, "loader");
  }

  private Calibrating calibrating(Optional<Learner> learner) {
    var taught = new Taught(stored.models, learner);
    return new Calibrating(taught, reviews, stored.records, stored.identity);
  }

  private Calibrating learning() {
    var lessons = StoredProfiles.lessons(stored.people());
    return calibrating(Optional.of(new EngineLearner(lessons, stored.clock)));
  }

  /** The first two records of which that is true. */
  private static Pair pair(BiPredicate<SourceRecord, SourceRecord> of) {
    for (var one : RECORDS) {
      for (var other : RECORDS) {
        if (one.number() < other.number() && of.test(one, other)) {
          return Pair.of(one.number(), other.number());
        }
      }
    }
    throw new AssertionError("no such pair was made up");
  }

  private static boolean same(SourceRecord one, SourceRecord other, String field) {
    var value = one.values().get(field);
    return value != null && value.equals(other.values().get(field));
  }

  private void say(Pair pair, Verdict verdict) {
    var finding = new Finding(Kind.DRAWN, 0, OptionalDouble.empty(), List.of("s"), true);
    var review = Review.found(pair, finding, 1, NOW);
    reviews.add(List.of(review), ENTRY);
    reviews.replace(review.say(new Opinion("lan", verdict, "", NOW)), ENTRY);
  }

  @Test
  void standing_whereNothingIsLearned_orNotYet_tellsNoBelief() {
    say(pair((one, other) -> same(one, other, "nationalId")), Verdict.SAME);

    var exact = calibrating(Optional.empty()).standing();
    assertThat(exact.learns()).isFalse();
    assertThat(exact.lesson()).isEmpty();
    assertThat(exact.bands()).isEmpty();
    var early = learning().standing();
    assertThat(early.learns()).isTrue();
    assertThat(early.lesson()).isEmpty();
    assertThat(early.bands()).isEmpty();
  }

  @Test
  void standing_countsWhatIsSaid_byWhatTheModelBelieves() {
    stored.learn();
    say(
        pair((one, other) -> same(one, other, "nationalId") && same(one, other, "phone")),
        Verdict.SAME);
    say(pair((one, other) -> one.values().size() == 5 && differ(one, other)), Verdict.DIFFERENT);
    say(new Pair(1, 2), Verdict.SAME);
    var open = new Finding(Kind.DRAWN, 0, OptionalDouble.empty(), List.of("s"), true);
    var silent = pair((one, other) -> same(one, other, "phone") && !same(one, other, "nationalId"));
    reviews.add(List.of(Review.found(silent, open, 1, NOW)), ENTRY);

    var bands = learning().standing().bands();

    assertThat(bands).extracting(Band::low).containsExactly(0.0, 0.05, 0.2, 0.5, 0.8, 0.95);
    assertThat(bands).extracting(Band::high).containsExactly(0.05, 0.2, 0.5, 0.8, 0.95, 1.0);
    assertThat(bands.getFirst()).isEqualTo(new Band(0, 0.05, 0, 1, 0));
    assertThat(bands.getLast()).isEqualTo(new Band(0.95, 1, 1, 0, 0));
    assertThat(bands.stream().mapToInt(b -> b.same() + b.different() + b.cannot()).sum())
        .isEqualTo(2);
  }

  @Test
  void standing_weighsWhatIsSaid_inOneTurn() {
    stored.learn();
    for (var other : RECORDS.subList(1, 4)) {
      say(Pair.of(RECORDS.getFirst().number(), other.number()), Verdict.CANNOT_TELL);
    }
    var calibrating = learning();
    asked.set(0);

    var bands = calibrating.standing().bands();

    assertThat(bands.stream().mapToInt(Band::cannot).sum()).isEqualTo(3);
    assertThat(asked).hasValue(1);
  }

  private Models counted(Models models) {
    return (Models)
        Proxy.newProxyInstance(
            Models.class.getClassLoader(),
            new Class<?>[] {Models.class},
            (_, method, given) -> {
              asked.addAndGet(method.getName().equals("after") ? 1 : 0);
              return method.invoke(models, given);
            });
  }

  private static boolean differ(SourceRecord one, SourceRecord other) {
    return other.values().size() == 5
        && one.values().keySet().stream().noneMatch(field -> same(one, other, field));
  }

  @Test
  void lesson_isReadAnew_onceSomethingNewerWasLearned() {
    stored.learn();
    var calibrating = learning();
    var first = calibrating.standing().lesson().orElseThrow();
    assertThat(first.records()).isEqualTo(RECORDS.size());
    assertThat(first.number()).isEqualTo(1);
    assertThat(calibrating.standing().lesson().orElseThrow()).isSameAs(first);

    var newer = stored.models.after(0).orElseThrow();
    stored.models.keep(
        new org.masterplan.profiles.identity.app.KeptModel(2, NOW, 99, newer.text()));

    var second = calibrating.standing().lesson().orElseThrow();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.learnedAt()).isEqualTo(NOW);
    assertThat(second.weights()).isEqualTo(first.weights());
  }

  @Test
  void band_holdsItsLowerEnd_andTheLastBothEnds() {
    assertThat(Band.empty(0.5, 0.8).holds(0.5)).isTrue();
    assertThat(Band.empty(0.5, 0.8).holds(0.8)).isFalse();
    assertThat(Band.empty(0.95, 1).holds(1)).isTrue();
    assertThat(Band.empty(0.5, 0.8).and(Verdict.CANNOT_TELL))
        .isEqualTo(new Band(0.5, 0.8, 0, 0, 1));
  }
}
