package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.Said;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Verdict;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** A word is taken back while it is said, or by somebody who is killed over it. */
class UndoRacesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final AuditEntry ENTRY = new AuditEntry(NOW, "lan", "FOUND", List.of(), "");

  private final InMemoryReviews reviews = new InMemoryReviews();
  private StoredProfiles stored;
  private Deciding deciding;
  private Pair pair;

  /** Two people who share nothing. */
  @BeforeEach
  void load() {
    stored = new StoredProfiles("undo-races");
    deciding = new Deciding(reviews, stored.identity, stored.projection, stored.clock);
    var lan = record("1", Map.of("fullName", "Nguyễn Thị Lan", "phone", "+84912345678"));
    var binh = record("2", Map.of("fullName", "Trần Bình", "phone", "+84987654321"));
    stored.identity.resolve(List.of(lan, binh), "loader");
    pair = Pair.of(lan.number(), binh.number());
    var finding = new Finding(Kind.SHARING, 1, OptionalDouble.empty(), List.of("s"), false);
    reviews.add(List.of(Review.found(pair, finding, 1, NOW)), ENTRY);
  }

  private SourceRecord record(String id, Map<String, String> values) {
    var record =
        new SourceRecord(
            stored.numbers.incrementAndGet(),
            new RecordName("s", id),
            1,
            new SourceRecord.Content(values, values),
            new SourceRecord.Origin("profiles-1", 2, NOW, NOW));
    stored.records.store(List.of(record));
    return record;
  }

  private Deciding.Act act(String actor) {
    return new Deciding.Act(actor, deciding.get(pair).revision(), "seen");
  }

  private Said said() {
    return stored.identity.ask(roster -> Identity.said(roster, pair.left(), pair.right()));
  }

  /** Decides over the same reviews; something happens once a word of them is stored. */
  private Deciding after(Consumer<Review> stores) {
    return watched(stores, _ -> {});
  }

  private Deciding watched(Consumer<Review> after, Consumer<Review> before) {
    var watched =
        (Reviews)
            Proxy.newProxyInstance(
                Reviews.class.getClassLoader(),
                new Class<?>[] {Reviews.class},
                (_, method, arguments) -> {
                  if (!method.getName().equals("replace")) {
                    return method.invoke(reviews, arguments);
                  }
                  before.accept((Review) arguments[0]);
                  reviews.replace((Review) arguments[0], (AuditEntry) arguments[1]);
                  after.accept((Review) arguments[0]);
                  return null;
                });
    return new Deciding(watched, stored.identity, stored.projection, stored.clock);
  }

  @Test
  void undo_betweenAWordAndTheJournal_counts() {
    var slow =
        after(
            stores -> {
              if (stores.owed() && stores.state() == Review.State.DECIDED) {
                deciding.undo(pair, act("ha"));
              }
            });

    assertThatThrownBy(() -> slow.decide(pair, Verdict.SAME, act("lan"))).isInstanceOf(Stale.class);

    assertThat(said()).isEqualTo(Said.NOTHING);
    assertThat(deciding.get(pair).state()).isEqualTo(Review.State.OPEN);
  }

  /** Somebody undid it and said the opposite before the journal was told of the first word. */
  @Test
  void anotherWord_betweenAWordAndTheJournal_counts() {
    var slow =
        after(
            stores -> {
              if (stores.owed() && stores.opinions().getFirst().actor().equals("lan")) {
                deciding.undo(pair, act("ha"));
                deciding.decide(pair, Verdict.DIFFERENT, act("ha"));
              }
            });

    assertThatThrownBy(() -> slow.decide(pair, Verdict.SAME, act("lan"))).isInstanceOf(Stale.class);

    assertThat(said()).isEqualTo(Said.DIFFERENT);
    assertThat(deciding.get(pair).outcome()).contains(Verdict.DIFFERENT);
  }

  @Test
  void undo_ofWhichTheReviewCannotBeWritten_leavesTheJournalAlone() {
    deciding.decide(pair, Verdict.SAME, act("lan"));
    var killed =
        watched(
            _ -> {},
            _ -> {
              throw new IllegalStateException("killed");
            });

    assertThatThrownBy(() -> killed.undo(pair, act("ha"))).hasMessage("killed");

    assertThat(said()).isEqualTo(Said.SAME);
    assertThat(deciding.get(pair).outcome()).contains(Verdict.SAME);
  }

  /** Killed once it is undone, before the journal is told. */
  @Test
  void carryOutOwed_takesBackWhatAKillLeftStanding() {
    undoneAndKilled();
    assertThat(said()).isEqualTo(Said.SAME);

    deciding.carryOutOwed();

    assertThat(said()).isEqualTo(Said.NOTHING);
    assertThat(deciding.get(pair).state()).isEqualTo(Review.State.OPEN);
    long told = stored.identity.<Long>ask(r -> r.applied());
    deciding.carryOutOwed();
    assertThat(stored.identity.<Long>ask(r -> r.applied())).isEqualTo(told);
  }

  @Test
  void decide_onWhatAKillLeftStanding_startsFromWhatWasSaidBeforeIt() {
    undoneAndKilled();

    deciding.decide(pair, Verdict.DIFFERENT, act("ha"));
    assertThat(said()).isEqualTo(Said.DIFFERENT);
    deciding.undo(pair, act("ha"));

    assertThat(said()).isEqualTo(Said.NOTHING);
  }

  private void undoneAndKilled() {
    deciding.decide(pair, Verdict.SAME, act("lan"));
    var killed =
        after(
            _ -> {
              throw new IllegalStateException("killed");
            });
    assertThatThrownBy(() -> killed.undo(pair, act("ha"))).hasMessage("killed");
    assertThat(deciding.get(pair).state()).isEqualTo(Review.State.OPEN);
  }
}
