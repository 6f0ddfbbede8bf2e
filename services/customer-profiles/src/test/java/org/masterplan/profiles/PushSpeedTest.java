package org.masterplan.profiles;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.query.Filter;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.identity.engine.DemoRecords;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What one pushed record costs, pushed alone and by several clients at once. */
class PushSpeedTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int MOST_WRITES = 5;
  private static final int MOST_COMMANDS = 8;
  private static final int CLIENTS = 16;

  /** So many people are there before; infra/benchmarks/profiles.sh asks for 200,000. */
  private static final int SETTLED = Integer.getInteger("masterplan.settled", 2000);

  @TempDir Path folder;

  private List<SourceRecord> demo() throws Exception {
    var all = new ArrayList<>(DemoRecords.of(FULL ? 3000 : 1000, folder).records());
    Collections.shuffle(all, new Random(42));
    return FULL ? all : all.subList(0, 200);
  }

  @Test
  void recordsPushedOneByOne_costAtMostFiveWritesEach() throws Exception {
    var records = demo();
    try (var pushed = new PushedRecords(folder)) {
      pushed.register(records);

      var costs = pushed.alone(records);

      costs.tell("push");
      Figures.print("push.writes", costs.mostWrites(), "writes for a record", "at most 5");
      assertThat(costs.mostWrites()).isLessThanOrEqualTo(MOST_WRITES);
      assertThat(costs.commandsEach()).isLessThanOrEqualTo(MOST_COMMANDS);
    }
  }

  @Test
  void recordsPushedTogether_areEachInOneProfile_andShareRounds() throws Exception {
    var records = demo();
    try (var pushed = new PushedRecords(folder)) {
      pushed.register(records);

      var costs = pushed.together(records, CLIENTS);

      costs.tell("push.together");
      var identity = pushed.fixture.stored.identity;
      assertThat(identity.<Integer>ask(roster -> roster.liveRecords())).isEqualTo(records.size());
      assertThat(pushed.fixture.stored.cards.count(new Filter.All()))
          .isEqualTo(identity.<Integer>ask(roster -> roster.liveProfiles()).longValue());
      assertThat(identity.<Long>ask(roster -> roster.applied())).isLessThan(records.size());
      assertThat(costs.commandsEach()).isLessThan(MOST_COMMANDS);
    }
  }

  @Test
  void recordsPushedWhereManyPeopleAre_costAsMuchAsWhereThereAreFew() throws Exception {
    var records = demo();
    // Of few sources: the first push into each marks it, and asks again whether it is open.
    var bySource = records.stream().sorted(comparing(r -> r.name().source())).toList();
    var first = bySource.subList(0, records.size() / 5);
    var others = new ArrayList<>(records);
    others.removeAll(first);
    try (var pushed = new PushedRecords(folder)) {
      pushed.settle(SETTLED);
      pushed.register(records);

      var one = pushed.alone(first);
      var all = pushed.together(others, CLIENTS);

      Figures.print("push.settled", SETTLED, "profiles there before", "200,000");
      one.tell("push.settled.alone");
      all.tell("push.settled.together");
      Figures.print("push.settled.heap", heap(), "MB after a collection", "stated");
      assertThat(one.mostWrites()).isLessThanOrEqualTo(MOST_WRITES);
      assertThat(one.commandsEach()).isLessThanOrEqualTo(MOST_COMMANDS);
      assertThat(all.commandsEach()).isLessThan(MOST_COMMANDS);
      assertThat(pushed.fixture.stored.identity.<Integer>ask(roster -> roster.liveRecords()))
          .isEqualTo(SETTLED + records.size());
    }
  }

  private static double heap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (1024.0 * 1024);
  }
}
