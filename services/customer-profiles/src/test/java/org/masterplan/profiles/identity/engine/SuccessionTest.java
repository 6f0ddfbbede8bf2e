package org.masterplan.profiles.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.identity.app.InMemoryJournal;
import org.masterplan.profiles.identity.app.InMemoryModels;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.app.Succession;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.source.app.InMemoryRecords;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Nobody waits for what is learned, and what comes meanwhile is not lost. */
class SuccessionTest {
  private static final List<SourceRecord> PEOPLE = MadeUp.records(11, 120);

  private final InMemoryModels models = new InMemoryModels();
  private final InMemoryRecords records = new InMemoryRecords();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final AtomicLong profiles = new AtomicLong(1000);
  private final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private volatile boolean held;
  private volatile boolean broken;
  private final Identity identity = opened();
  private final Succession succession = new Succession(identity);

  @AfterEach
  void release() {
    goOn.countDown();
  }

  private Identity opened() {
    return opened(journal);
  }

  private Identity opened(Journal journal) {
    var matching =
        new EngineMatching(models, people(), new Learning(100, 4, 1000), IdentityFixture.CLOCK);
    var minting = new Identity.Minting(profiles::incrementAndGet, IdentityFixture.CLOCK);
    var opened = new Identity(journal, matching, records, minting);
    opened.open();
    return opened;
  }

  /** All records; whoever reads them while they are held waits. */
  private People people() {
    return use -> {
      if (held) {
        reading.countDown();
        await(goOn);
      }
      if (broken) {
        throw new IllegalStateException("no store");
      }
      records.each("", record -> use.accept(Features.of(record)));
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void load(List<SourceRecord> some) {
    records.store(some);
    identity.resolve(some, "loader");
  }

  private boolean heldUp(BooleanSupplier learning, Runnable meanwhile) throws Exception {
    try (var thread = Executors.newSingleThreadExecutor()) {
      held = true;
      Future<Boolean> done = thread.submit(learning::getAsBoolean);
      await(reading);
      held = false;
      meanwhile.run();
      goOn.countDown();
      return done.get();
    }
  }

  /** As another instance sees it that weighs everybody anew. */
  private void assertEverybodyIsGroupedByWhatWasLearned() {
    long decided = journal.last();
    var other = opened();
    assertThat(other.<Long>ask(Roster::groupedBy)).isEqualTo(1);
    other.resolveAgain(other.ask(Roster::everybody), IdentityFixture.LAN);
    assertThat(journal.last()).isEqualTo(decided);
  }

  @Test
  void learn_leavesTimeForWhoeverAsksAndDecides() throws Exception {
    load(PEOPLE.subList(0, 150));

    boolean learned =
        heldUp(
            succession::learn,
            () -> {
              load(PEOPLE.subList(150, 200));
              assertThat(identity.<Integer>ask(Roster::liveRecords)).isEqualTo(200);
              identity.remove(LongSet.of(PEOPLE.get(7).number()), IdentityFixture.LAN);
              records.erase(PEOPLE.subList(7, 8));
              assertThat(succession.learn()).isFalse();
            });

    assertThat(learned).isTrue();
    assertThat(identity.<Integer>ask(Roster::liveRecords)).isEqualTo(199);
    assertEverybodyIsGroupedByWhatWasLearned();
  }

  @Test
  void adopt_leavesTimeForWhoeverAsksAndDecides() throws Exception {
    load(PEOPLE.subList(0, 150));
    var model = model();

    boolean adopted =
        heldUp(() -> succession.adopt(model), () -> load(PEOPLE.subList(150, PEOPLE.size())));

    assertThat(adopted).isTrue();
    succession.settle();
    assertThat(identity.<Integer>ask(Roster::liveRecords)).isEqualTo(PEOPLE.size());
    assertEverybodyIsGroupedByWhatWasLearned();
    assertThat(succession.adopt(model)).isTrue();
  }

  @Test
  void adopt_ofAModelThatAnotherInstanceWasFasterThan_changesNothing() {
    load(PEOPLE);
    var model = model();
    var other = new Succession(opened());
    assertThat(other.learn()).isTrue();
    long decided = journal.last();

    assertThat(succession.adopt(new KeptModel(1, model.learnedAt(), 1, model.text()))).isFalse();

    assertThat(journal.last()).isEqualTo(decided);
  }

  @Test
  void whatAnotherInstanceLearned_isReadBesideWhoeverAsks_andCountsForTheNextDecision()
      throws Exception {
    load(PEOPLE.subList(0, 150));
    var other = opened();
    assertThat(succession.learn()).isTrue();
    var some = PEOPLE.subList(150, 200);
    records.store(some);

    boolean resolved =
        heldUp(
            () -> !other.resolve(some, "loader").records().isEmpty(),
            () -> assertThat(other.<Integer>ask(Roster::liveRecords)).isEqualTo(150));

    assertThat(resolved).isTrue();
    assertThat(other.method()).isEqualTo("LEARNED_WEIGHTS");
    assertThat(identity.<Integer>ask(Roster::liveRecords)).isEqualTo(200);
    assertEverybodyIsGroupedByWhatWasLearned();
  }

  @Test
  void whatAnotherInstanceLearned_whileOneDecides_countsForThatDecision() {
    load(PEOPLE.subList(0, 150));
    var other = opened(learningBeforeTheFirst());
    var some = PEOPLE.subList(150, 200);
    records.store(some);

    other.resolve(some, "loader");

    assertThat(other.method()).isEqualTo("LEARNED_WEIGHTS");
    assertThat(identity.<Integer>ask(Roster::liveRecords)).isEqualTo(200);
    assertEverybodyIsGroupedByWhatWasLearned();
  }

  /** The journal, in which the first instance is a little faster with all that it has learned. */
  private Journal learningBeforeTheFirst() {
    return new Journal() {
      private boolean first = true;

      @Override
      public boolean append(Decision decision) {
        if (first) {
          first = false;
          assertThat(succession.learn()).isTrue();
        }
        return journal.append(decision);
      }

      @Override
      public List<Decision> after(long number, int limit) {
        return journal.after(number, limit);
      }

      @Override
      public List<Decision> said(long profile, int limit) {
        return journal.said(profile, limit);
      }

      @Override
      public long last() {
        return journal.last();
      }
    };
  }

  @Test
  void whatAnotherInstanceLearned_thatCannotBeRead_isReadByTheNext() {
    load(PEOPLE.subList(0, 150));
    var other = opened();
    assertThat(succession.learn()).isTrue();
    var some = PEOPLE.subList(150, 200);
    records.store(some);
    broken = true;
    assertThatThrownBy(() -> other.resolve(some, "loader")).hasMessage("no store");
    broken = false;

    other.resolve(some, "loader");

    assertThat(identity.<Integer>ask(Roster::liveRecords)).isEqualTo(200);
    assertEverybodyIsGroupedByWhatWasLearned();
  }

  @Test
  void learn_thatBreaksOff_changesNothing_andIsDueStill() {
    load(PEOPLE);
    broken = true;

    assertThatThrownBy(succession::learn).hasMessage("no store");
    broken = false;

    assertThat(succession.learn()).isTrue();
    assertEverybodyIsGroupedByWhatWasLearned();
  }

  private KeptModel model() {
    People all = use -> records.each("", record -> use.accept(Features.of(record)));
    return new EngineLearner(all, IdentityFixture.CLOCK).learn(identity.ask(Roster::everybody), 1);
  }
}
