package org.masterplan.profiles.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.matching.command.ModelFile;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.identity.app.InMemoryModels;
import org.masterplan.profiles.identity.app.Matching;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.source.domain.SourceRecord;

/** The customers of the demonstration through both matchings; nothing was chosen by their truth. */
@Tag("cap-8")
class DemoMatchingTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int PEOPLE = Integer.getInteger("masterplan.people", FULL ? 12_000 : 1_000);
  private static final int AT_ONCE = 500;
  private static final int UPSERTS = FULL ? 50_000 : 4_000;

  private static DemoRecords demo;

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    demo = DemoRecords.of(PEOPLE, folder);
  }

  private static Matching engine(People people) {
    return new EngineMatching(new InMemoryModels(), people, Learning.USUAL, IdentityFixture.CLOCK);
  }

  @Test
  void cap008_engine_findsMoreThanSharedKeys_andJoinsFewerWrongly() throws Exception {
    var exact = measured("exact", _ -> new ExactMatching());
    var engine = measured("engine", DemoMatchingTest::engine);

    assertThat(engine.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(engine.f1()).isGreaterThan(exact.f1());
  }

  private static Agreement measured(String name, Function<People, Matching> matching)
      throws InterruptedException {
    var f = new IdentityFixture(matching);
    var thread = ManagementFactory.getThreadMXBean();
    long cpu = thread.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    for (int from = 0; from < demo.records().size(); from += AT_ONCE) {
      var batch = demo.records().subList(from, Math.min(demo.records().size(), from + AT_ONCE));
      f.records.store(batch);
      f.identity.resolve(batch, "loader");
      learn(name, f);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (thread.getCurrentThreadCpuTime() - cpu) / 1e9;
    var found = Agreement.of(profiles(f), demo.persons());
    print(name, found);
    print(name + ".profiles", f.identity.<Integer>ask(r -> r.liveProfiles()), "", "none");
    print(name + ".rate", demo.records().size() / seconds, "records/s", "none");
    print(name + ".cpu", busy / demo.records().size() * 1e3, "ms a record", "none");
    return found;
  }

  /** Tells how long learning took, and how long whoever asked meanwhile waited at most. */
  private static void learn(String name, IdentityFixture f) throws InterruptedException {
    long began = System.nanoTime();
    try (var waits = new Waits(f.identity)) {
      if (f.succession.learn()) {
        var what = name + ".learning of " + f.identity.<Integer>known(Roster::liveRecords);
        print(what, (System.nanoTime() - began) / 1e9, "s", "none");
        print(what + ", longest wait", waits.longest(), "s", "none");
      }
    }
  }

  @Test
  void cap008_upsertsInRandomOrder_equalABatch() {
    var models = new InMemoryModels();
    var f =
        new IdentityFixture(
            people -> new EngineMatching(models, people, Learning.USUAL, IdentityFixture.CLOCK));
    var order = order();
    long start = System.nanoTime();
    for (var record : order) {
      f.records.store(List.of(record));
      f.identity.resolve(List.of(record), "loader");
      f.succession.learn();
    }
    print("upserts.rate", order.size() / ((System.nanoTime() - start) / 1e9), "a second", "none");
    var found = profiles(f);
    var learned = ModelFile.read(models.after(0).orElseThrow().text());
    var same = Batches.by(learned, demo.records());
    var anew = Batches.anew(demo.records());

    double likeSame = agreement("upserts, against a batch by the same model", found, same);
    double likeAnew = agreement("upserts, against a batch that learns anew", found, anew);
    double resolved = agreement("resolved anew, against that batch", resolvedAnew(), anew);

    print("batch", Agreement.of(anew, demo.persons()));
    print("upserts", Agreement.of(found, demo.persons()));
    assertThat(likeSame).isGreaterThanOrEqualTo(0.995);
    assertThat(resolved).isGreaterThanOrEqualTo(0.995);
    assertThat(likeAnew).isGreaterThanOrEqualTo(0.98);
  }

  private static double agreement(String what, Map<Long, ?> found, Map<Long, ?> batch) {
    double f1 = Agreement.of(found, batch).f1();
    print(what + ": F1", f1, "", "goal .995");
    return f1;
  }

  /** What the operation would make of all records. */
  private static Map<Long, Integer> resolvedAnew() {
    People all = use -> demo.records().forEach(record -> use.accept(Features.of(record)));
    var learner = new EngineLearner(all, IdentityFixture.CLOCK);
    var records = LongSet.of(demo.records().stream().map(SourceRecord::number).toList());
    long start = System.nanoTime();
    var model = learner.learn(records, 1);
    var persons = learner.persons(model, records, new Constraints());
    print("resolved anew", (System.nanoTime() - start) / 1e9, "s", "none");
    var found = new HashMap<Long, Integer>();
    for (int p = 0; p < persons.size(); p++) {
      for (long record : persons.get(p).toArray()) {
        found.put(record, p);
      }
    }
    return found;
  }

  /** Every record once, in random order, and some of them again. */
  private static List<SourceRecord> order() {
    var random = new Random(1);
    var order = new ArrayList<>(demo.records());
    Collections.shuffle(order, random);
    while (order.size() < UPSERTS) {
      order.add(demo.records().get(random.nextInt(demo.records().size())));
    }
    return order;
  }

  private static Map<Long, Long> profiles(IdentityFixture f) {
    return f.identity.ask(
        roster -> {
          var profiles = new HashMap<Long, Long>();
          demo.records().forEach(r -> profiles.put(r.number(), roster.profileOf(r.number())));
          return profiles;
        });
  }

  private static void print(String name, double value, String unit, String bound) {
    Figures.print("profiles: " + PEOPLE + " people: " + name, value, unit, bound);
  }

  private static void print(String name, Agreement found) {
    print(name + ".precision", found.precision(), "", "goal .995");
    print(name + ".recall", found.recall(), "", "goal .90");
    print(name + ".f1", found.f1(), "", "none");
  }
}
