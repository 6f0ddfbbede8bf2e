package org.masterplan.profiles.connection.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.connection.app.ConnectionDesk;
import org.masterplan.profiles.connection.app.DatabasesContract.Person;
import org.masterplan.profiles.connection.app.InMemoryConnections;
import org.masterplan.profiles.connection.app.InMemoryDatabases;
import org.masterplan.profiles.connection.domain.Definition;
import org.masterplan.profiles.source.app.LoadDesk;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.grpc.SpooledBodies;

/** A pull that is interrupted at each of its reports, and taken up here or elsewhere. */
class PullWorkTest {
  private static final Actor LAN = new Actor("lan", Set.of(Role.DATA_TEAM), Set.of(), "");
  private static final int ROWS = 1200;

  @TempDir Path here;
  @TempDir Path elsewhere;
  private final StoredProfiles stored = new StoredProfiles("pulls");
  private final TestClock clock = TestClock.at(Instant.parse("2026-11-22T02:00:00Z"));
  private final InMemoryDatabases databases = new InMemoryDatabases();
  private final ConnectionDesk desk =
      new ConnectionDesk(stored.register, new InMemoryConnections(), databases, stored.clock);

  @BeforeEach
  void table() {
    databases.create(
        "people",
        LongStream.rangeClosed(1, ROWS).mapToObj(i -> new Person(i, "Lê Na", i)).toList());
  }

  @Test
  void run_takenUpOnTheSameMachine_equalsAnUndisturbedOne() {
    int reports = undisturbed();
    for (int cut = 1; cut <= reports; cut++) {
      var source = source("here" + cut);
      var broken = new Interrupted(source, cut);
      assertThatThrownBy(() -> work(here).run(broken)).isInstanceOf(Killed.class);

      check(source, (ImportResult) work(here).run(broken.resumed()));
    }
  }

  @Test
  void run_takenUpByAnotherMachine_readsAgain() {
    int reports = undisturbed();
    for (int cut = 1; cut <= reports; cut++) {
      var source = source("away" + cut);
      var broken = new Interrupted(source, cut);
      assertThatThrownBy(() -> work(here).run(broken)).isInstanceOf(Killed.class);

      check(source, (ImportResult) work(elsewhere).run(broken.resumed()));
    }
  }

  /** Each row is half a second in coming. */
  @Test
  void run_thatIsCancelled_stopsAtTheNextReport_alsoOfASlowDatabase() {
    databases.create(
        "people", LongStream.rangeClosed(1, 8).mapToObj(i -> new Person(i, "Lê Na", i)).toList());
    databases.beforeEachRow(() -> clock.advance(Duration.ofMillis(500)));
    var cancelled = new Interrupted(source("slow"), 2);

    assertThatThrownBy(() -> work(here).run(cancelled)).isInstanceOf(Killed.class);

    assertThat(databases.given()).isEqualTo(4);
    assertThat(here).isEmptyDirectory();
  }

  @Test
  void run_leavesNoBodyBehind() throws Exception {
    undisturbed();

    try (var files = Files.list(here)) {
      assertThat(files).isEmpty();
    }
  }

  /** How often an undisturbed pull reports: read twice, fetched, three batches, the end. */
  private int undisturbed() {
    var source = source("whole");
    var run = new Interrupted(source, Integer.MAX_VALUE);
    var result = (ImportResult) work(here).run(run);

    check(source, result);
    assertThat(result.getImported()).isEqualTo(ROWS);
    assertThat(run.reports).isEqualTo(7);
    return run.reports;
  }

  private void check(ResourceName source, ImportResult result) {
    assertThat(result.getImported() + result.getUpdated() + result.getUnchanged()).isEqualTo(ROWS);
    assertThat(result.getUpdated() + result.getRejectedTotal()).isZero();
    assertThat(stored.register.get(source).holdings().records()).isEqualTo(ROWS);
    assertThat(desk.get(source).reached().cursor()).isEqualTo(Integer.toString(ROWS));
  }

  private ResourceName source(String id) {
    var name = new ResourceName("sources", id);
    var fields = Map.of("fullName", ColumnMapping.given("họ tên", ""));
    var description = new Source.Description(id, "", "", List.of(), "", "", "", 0);
    stored.register.register(name, description, new Mapping("id", fields, false), LAN);
    var people = new Definition("jdbc:sqlite:memory.db", "", "", "people", "changed");
    desk.define(name, Optional.empty(), _ -> people, List.of(), LAN);
    return name;
  }

  private PullWork work(Path folder) {
    var spool = new Spool(folder, Limits.usual());
    var stores = stored.stores(new SpooledBodies(spool, new Uploads(Limits.usual())));
    var loads = new LoadDesk(stored.register, stores.bodies(), () -> "unused");
    return new PullWork(desk, new PullWork.Intake(loads, stored.loading(stores), spool), clock);
  }

  /** The process is gone. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A run that ends right after one of its reports was stored. */
  private static final class Interrupted implements Run {
    private final ResourceName source;
    private final int cut;
    private final Map<String, String> begun;
    private final Progress reached;
    private Map<String, String> checkpoint = Map.of();
    private Progress progress = Progress.NONE;
    private int reports;

    Interrupted(ResourceName source, int cut) {
      this(source, cut, Map.of(), Progress.NONE);
    }

    private Interrupted(ResourceName source, int cut, Map<String, String> begun, Progress reached) {
      this.source = source;
      this.cut = cut;
      this.begun = begun;
      this.reached = reached;
    }

    Interrupted resumed() {
      return new Interrupted(source, Integer.MAX_VALUE, checkpoint, progress);
    }

    @Override
    public String name() {
      return "operations/profiles-pull-" + source.id();
    }

    @Override
    public String startedBy() {
      return "lan";
    }

    @Override
    public Map<String, String> payload() {
      return PullWork.payload(source, false);
    }

    @Override
    public Map<String, String> checkpoint() {
      return begun;
    }

    @Override
    public Progress progress() {
      return reached;
    }

    @Override
    public long fence() {
      return 1;
    }

    @Override
    public void report(Progress progress, Map<String, String> checkpoint) {
      this.progress = progress;
      this.checkpoint = new HashMap<>(checkpoint);
      if (++reports == cut) {
        throw new Killed();
      }
    }
  }
}
