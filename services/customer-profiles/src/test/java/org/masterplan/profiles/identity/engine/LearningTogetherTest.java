package org.masterplan.profiles.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.identity.app.InMemoryJournal;
import org.masterplan.profiles.identity.app.InMemoryModels;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.app.Succession;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.source.app.InMemoryRecords;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Two instances that decide and learn at the same time come to what one would have come to. */
class LearningTogetherTest {
  private static final int MOST_AT_ONCE = 7;

  private final InMemoryModels models = new InMemoryModels();
  private final InMemoryRecords records = new InMemoryRecords();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final AtomicLong profiles = new AtomicLong(1000);

  private Identity opened() {
    People people = use -> records.each("", record -> use.accept(Features.of(record)));
    var matching =
        new EngineMatching(models, people, new Learning(60, 2, 1000), IdentityFixture.CLOCK);
    var minting = new Identity.Minting(profiles::incrementAndGet, IdentityFixture.CLOCK);
    var opened = new Identity(journal, matching, records, minting);
    opened.open();
    return opened;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void resolve_byTwoInstancesThatLearn_groupsEverybodyByTheNewest(int seed) throws Exception {
    var all = new ArrayList<>(MadeUp.records(seed, 150));
    Collections.shuffle(all, new Random(seed));
    var here = opened();
    var there = opened();
    int half = all.size() / 2;
    var work = new ArrayList<Callable<Void>>();
    for (var by : List.of(here, there)) {
      var own = by == here ? all.subList(0, half) : all.subList(half, all.size());
      work.add(() -> load(by, own.subList(0, own.size() / 2), seed));
      work.add(() -> load(by, own.subList(own.size() / 2, own.size()), seed + 1));
    }
    try (var threads = Executors.newFixedThreadPool(work.size())) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }

    assertThat(here.<Integer>ask(Roster::liveRecords)).isEqualTo(all.size());
    assertThat(persons(there)).isEqualTo(persons(here));
    here.resolveAgain(LongSet.of(), IdentityFixture.LAN);
    long newest = models.after(0).orElseThrow().number();
    assertThat(here.<Long>ask(Roster::groupedBy)).isEqualTo(newest);
    long decided = journal.last();
    var started = opened();
    started.resolveAgain(started.ask(Roster::everybody), IdentityFixture.LAN);
    assertThat(journal.last()).isEqualTo(decided);
  }

  private Void load(Identity by, List<SourceRecord> own, int seed) {
    var random = new Random(seed);
    var succession = new Succession(by);
    for (int from = 0; from < own.size(); ) {
      int to = Math.min(own.size(), from + 1 + random.nextInt(MOST_AT_ONCE));
      var some = own.subList(from, to);
      records.store(some);
      by.resolve(some, "loader");
      succession.learn();
      from = to;
    }
    return null;
  }

  private static Set<LongSet> persons(Identity by) {
    return by.ask(
        roster -> {
          var found = new HashSet<LongSet>();
          for (long id : roster.live()) {
            found.add(roster.members(id));
          }
          return found;
        });
  }
}
