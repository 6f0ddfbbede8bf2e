package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.embeddedmongo.EmbeddedMongo;
import org.masterplan.kernel.query.Filter;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.identity.mongo.MongoJournal;
import org.masterplan.profiles.source.app.LoadDesk;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.source.jobs.LoadWork;

/** Instances on one store, killed with -9 at random moments. */
class InstanceKillTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int KILLS = Integer.getInteger("masterplan.killRounds", FULL ? 10 : 2);
  private static final int ROWS = FULL ? 30_000 : 6_000;
  private static final Duration LONG = Duration.ofMinutes(10); // of a machine with other work

  private final Random random = new Random(11);
  private final EmbeddedMongo store = EmbeddedMongo.inTemporaryFolder();
  private final MongoClient client = MongoClients.create(store.connectionString());
  private final MongoDatabase database = client.getDatabase("profiles");
  private final List<Process> processes = new ArrayList<>();

  @TempDir Path folder;
  private StoredProfiles stored;

  @BeforeEach
  void register() {
    stored = KilledInstance.stored(database);
    KilledInstance.register(stored);
  }

  @AfterEach
  void close() throws Exception {
    for (var process : processes) {
      process.destroyForcibly().waitFor();
    }
    client.close();
    store.close();
  }

  private Process instance(String name, String what) throws IOException {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledInstance.class.getName(),
                store.connectionString(),
                database.getName(),
                folder.toString(),
                name,
                what)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start();
    processes.add(process);
    return process;
  }

  private long acknowledged(String name) {
    var file = folder.resolve("acknowledged-" + name);
    try {
      return Files.exists(file) ? Files.readString(file).lines().count() : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private String log(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void pushesThroughTwoInstances_ofWhichOneIsKilledAgainAndAgain_loseAndDoubleNothing()
      throws Exception {
    var running = new ArrayList<>(List.of(instance("a0", "push"), instance("b0", "push")));
    var names = new ArrayList<>(List.of("a0", "b0"));
    for (int kill = 1; kill <= KILLS; kill++) {
      awaitProgress(names.get(0), running.get(0));
      awaitProgress(names.get(1), running.get(1));
      int which = random.nextInt(2);
      // Stopped in the middle of something and let go later: what it knew is stale by then.
      signal("STOP", running.get(which));
      awaitProgress(names.get(1 - which), running.get(1 - which));
      signal("CONT", running.get(which));
      awaitProgress(names.get(which), running.get(which));
      running.get(which).destroyForcibly().waitFor();
      // The other one goes on alone, whoever of them decided last.
      awaitProgress(names.get(1 - which), running.get(1 - which));
      names.set(which, (which == 0 ? "a" : "b") + kill);
      running.set(which, instance(names.get(which), "push"));
    }
    awaitProgress(names.get(0), running.get(0));
    awaitProgress(names.get(1), running.get(1));
    for (var process : running) {
      process.destroyForcibly().waitFor();
    }

    assertNothingIsLostOrDoubled();
  }

  private static void signal(String name, Process process) throws Exception {
    var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(sent.waitFor()).isZero();
  }

  /** Some pushes more, at a moment that nobody chose. */
  private void awaitProgress(String name, Process process) {
    long enough = acknowledged(name) + 20 + random.nextInt(40);
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              assertThat(process.isAlive()).as(log(name)).isTrue();
              return acknowledged(name) >= enough;
            });
  }

  private void assertNothingIsLostOrDoubled() throws IOException {
    var opened = KilledInstance.stored(database);
    opened.projection.catchUp();
    var told = told();
    var brokenOff = unplaced(opened);
    assertThat(brokenOff).doesNotContainAnyElementsOf(told);
    opened.countLater(opened.stores(KilledInstance.bodies(folder)));
    assertThat(unplaced(opened)).isEmpty();
    var found = new HashSet<String>();
    var assigned = new ArrayList<Long>();
    opened.records.each(
        "",
        record -> {
          assertThat(found.add(record.name().id())).isTrue();
          assigned.add(record.number());
        });
    assertThat(found).containsAll(told);
    assertThat(opened.identity.ask(InstanceKillTest::members))
        .containsExactlyInAnyOrderElementsOf(assigned);
    assertThat(opened.cards.count(new Filter.All()))
        .isEqualTo(opened.identity.<Integer>ask(Roster::liveProfiles).longValue());
    long last = new MongoJournal(database).last();
    assertThat(database.getCollection("identityJournal").countDocuments()).isEqualTo(last);
    Figures.print("profiles: kill.instances", KILLS, "kills", "10");
    Figures.print("profiles: kill.acknowledged", told.size(), "pushes, 0 lost", "0 lost");
    Figures.print("profiles: kill.takenUp", brokenOff.size(), "pushes that broke off", "all");
  }

  /** What was stored and not resolved when its instance died: nobody was told that it is there. */
  private static Set<String> unplaced(StoredProfiles opened) {
    var unplaced = new TreeSet<String>();
    opened.records.each(
        "",
        record -> {
          if (opened.identity.<Long>known(r -> r.profileOf(record.number())) == Move.NONE) {
            unplaced.add(record.name().id());
          }
        });
    return unplaced;
  }

  private Set<String> told() throws IOException {
    var told = new TreeSet<String>();
    try (var files = Files.newDirectoryStream(folder, "acknowledged-*")) {
      for (var file : files) {
        var text = Files.readString(file);
        // The last line may be cut.
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(told::add);
      }
    }
    return told;
  }

  private static List<Long> members(Roster roster) {
    var members = new ArrayList<Long>();
    for (long profile : roster.live()) {
      for (long record : roster.members(profile).toArray()) {
        members.add(record);
      }
    }
    return members;
  }

  @Test
  void load_ofWhichTheInstanceIsKilledAgainAndAgain_endsAsAnUndisturbedOne() throws Exception {
    var file = file();
    var undisturbed = undisturbed(file);
    var body = new Spool(folder, Limits.usual()).store(new ByteArrayInputStream(file));
    var load =
        new LoadDesk(stored.register, KilledInstance.bodies(folder), () -> "unused")
            .load(KilledInstance.CRM, body.copy(), "text/csv", ProfilesFixture.DATA);
    var works = new Operations(database, "profiles", stored.clock);
    var loads =
        new LoadWork(
            stored.loading(stored.stores(KilledInstance.bodies(folder))), KilledInstance.MACHINE);
    var operation = loads.start(works, load, file.length);
    long step = ROWS / (KILLS + 1);
    for (int kill = 1; kill <= KILLS; kill++) {
      var process = instance("l" + kill, "load");
      int round = kill;
      long enough = step * (kill - 1) + 1 + random.nextInt((int) step);
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(5))
          .until(
              () -> {
                assertThat(process.isAlive()).as(log("l" + round)).isTrue();
                return stored.records.count("crm") >= enough;
              });
      process.destroyForcibly().waitFor();
      assertThat(works.get(operation.getName()).getDone()).isFalse();
    }
    instance("last", "load");

    await().atMost(LONG).until(() -> works.get(operation.getName()).getDone());

    assertThat(works.get(operation.getName()).hasResponse()).isTrue();
    assertThat(state(KilledInstance.stored(database))).isEqualTo(undisturbed);
    Figures.print("profiles: kill.loads", KILLS, "kills of one load of " + ROWS, "10");
  }

  private byte[] file() {
    var text = new StringBuilder("id," + String.join(",", Dictionary.FIELDS) + "\n");
    for (int row = 0; row < ROWS; row++) {
      var values = KilledInstance.values("r" + row, random);
      var cells = Dictionary.FIELDS.stream().map(field -> values.getOrDefault(field, ""));
      text.append(cells.collect(Collectors.joining(",", "r" + row + ",", "\n")));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What the load comes to that nobody disturbs. */
  private Set<Set<String>> undisturbed(byte[] file) throws IOException {
    var own = new StoredProfiles("undisturbed");
    KilledInstance.register(own);
    var elsewhere = Files.createDirectory(folder.resolve("undisturbed"));
    var bodies = KilledInstance.bodies(elsewhere);
    var body = new Spool(elsewhere, Limits.usual()).store(new ByteArrayInputStream(file));
    var load =
        new LoadDesk(own.register, bodies, () -> "unused")
            .load(KilledInstance.CRM, body.copy(), "text/csv", ProfilesFixture.DATA);
    own.loading(own.stores(bodies)).run(load, new Undisturbed());
    return state(own);
  }

  /** A load from its beginning to its end. */
  private static final class Undisturbed implements Loading.Course {
    @Override
    public Load.Progress reached() {
      return Load.Progress.NONE;
    }

    @Override
    public void report(Load.Progress progress) {}
  }

  /** Who is one person, by what records say of themselves. */
  private static Set<Set<String>> state(StoredProfiles of) {
    var all = new java.util.HashMap<Long, SourceRecord>();
    of.records.each("", record -> all.put(record.number(), record));
    var persons = new HashSet<Set<String>>();
    of.identity.ask(
        roster -> {
          for (long profile : roster.live()) {
            var person = new TreeSet<String>();
            for (long record : roster.members(profile).toArray()) {
              var known = java.util.Objects.requireNonNull(all.get(record));
              person.add(known.name() + " " + known.version() + " " + known.values());
            }
            persons.add(person);
          }
          return persons;
        });
    assertThat(of.cards.count(new Filter.All())).isEqualTo(persons.size());
    return persons;
  }
}
