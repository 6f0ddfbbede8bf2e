package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.matching.command.ModelFile;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.engine.Agreement;
import org.masterplan.profiles.identity.engine.Batches;
import org.masterplan.profiles.identity.engine.DemoRecords;
import org.masterplan.profiles.identity.engine.EngineMatching;
import org.masterplan.profiles.identity.engine.Learning;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.BatchUpsertRecordsResponse.Result.Outcome;
import org.masterplan.profiles.v1.ExportCrosswalkRequest;
import org.masterplan.profiles.v1.ProfileServiceGrpc;

/**
 * Records pushed into the service in random order by several programs at once, some of them with
 * other values first, come to the persons that one batch of them all comes to.
 */
class IncrementalTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int PEOPLE = FULL ? 12_000 : 1_000;
  private static final int UPSERTS = FULL ? 50_000 : 1_200;
  private static final int PROGRAMS = 16;
  private static final int BETWEEN_LEARNING = 25;

  /** What somebody else says of themselves, and what was first said of a record by mistake. */
  private static final List<String> MISTAKEN = List.of(Dictionary.PHONE, Dictionary.EMAIL);

  @TempDir static Path generated;
  private static List<SourceRecord> demo;

  @TempDir Path folder;
  private final Random random = new Random(17);

  /** What is pushed, and when. */
  private record Upsert(double at, RecordName name, Map<String, String> values) {}

  @BeforeAll
  static void generate() throws Exception {
    var all = new ArrayList<>(DemoRecords.of(PEOPLE, generated).records());
    // Sources that are pushed into have the dictionary's fields alone; three say nothing in them.
    all.removeIf(record -> Collections.disjoint(record.values().keySet(), Dictionary.FIELDS));
    Collections.shuffle(all, new Random(1));
    demo = all.subList(0, Math.min(all.size(), UPSERTS * 4 / 5));
  }

  @Test
  void upserts_matchedBySharedKeys_equalABatch() throws Exception {
    try (var pushed = new PushedRecords(folder)) {
      pushAll(pushed);

      assertEqual("exact", pushed, batch(stored(pushed)));
    }
  }

  @Test
  void upserts_matchedByTheEngine_equalABatchByWhatItLearned() throws Exception {
    try (var pushed =
        new PushedRecords(
            folder,
            (models, people) ->
                new EngineMatching(
                    models, StoredProfiles.lessons(people), Learning.USUAL, Clock.systemUTC()))) {
      pushAll(pushed);

      var kept = pushed.fixture.stored.models.after(0).orElseThrow().text();
      var learned = ModelFile.read(kept).named(StoredProfiles.hashes());
      assertEqual("engine", pushed, Batches.by(learned, stored(pushed)));
    }
  }

  private void pushAll(PushedRecords pushed) throws Exception {
    pushed.register(demo);
    var work = new ArrayList<Callable<Void>>();
    for (var of : upserts()) {
      work.add(() -> push(of, pushed));
    }
    try (var threads = Executors.newFixedThreadPool(PROGRAMS)) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
  }

  private static Void push(List<Upsert> upserts, PushedRecords pushed) {
    int sent = 0;
    for (var each : upserts) {
      var result = pushed.push(each.name(), each.values()).getResults(0);
      assertThat(result.getOutcome())
          .as(result.getRejected().getReason())
          .isIn(Outcome.IMPORTED, Outcome.UPDATED, Outcome.UNCHANGED);
      if (++sent % BETWEEN_LEARNING == 0) {
        pushed.fixture.stored.learn();
      }
    }
    return null;
  }

  /** Of each program its own records, each with what is true of it last. */
  private List<List<Upsert>> upserts() {
    var all = new ArrayList<Upsert>();
    for (var record : demo) {
      double at = random.nextDouble();
      all.add(new Upsert(at, record.name(), record.values()));
    }
    for (int n = 0; all.size() < UPSERTS; n++) {
      var last = all.get(n);
      all.add(new Upsert(last.at() * random.nextDouble(), last.name(), mistaken(last.values())));
    }
    all.sort(Comparator.comparingDouble(Upsert::at));
    var programs = new ArrayList<List<Upsert>>();
    for (int program = 0; program < PROGRAMS; program++) {
      int own = program;
      programs.add(
          all.stream().filter(u -> Math.floorMod(u.name().hashCode(), PROGRAMS) == own).toList());
    }
    return programs;
  }

  private Map<String, String> mistaken(Map<String, String> values) {
    var mistaken = new LinkedHashMap<>(values);
    var other = demo.get(random.nextInt(demo.size())).values();
    for (var field : MISTAKEN) {
      if (other.containsKey(field)) {
        mistaken.put(field, other.get(field));
      }
    }
    return mistaken;
  }

  private static void assertEqual(String how, PushedRecords pushed, Map<Long, ?> batch) {
    var found = crosswalk(pushed);
    double f1 = Agreement.of(found, batch).f1();
    Figures.print(
        "profiles: incremental." + how,
        f1,
        "F1 of " + UPSERTS + " upserts through the service against one batch",
        "at least .995");
    assertThat(found.keySet()).isEqualTo(batch.keySet());
    assertThat(f1).isGreaterThanOrEqualTo(.995);
  }

  /** The profile of each record by its number, as the service tells it. */
  private static Map<Long, String> crosswalk(PushedRecords pushed) {
    var csv = new StringBuilder();
    ProfileServiceGrpc.newBlockingStub(pushed.fixture.grpc.as(ProfilesFixture.DATA))
        .exportCrosswalk(ExportCrosswalkRequest.getDefaultInstance())
        .forEachRemaining(part -> csv.append(part.getData().toStringUtf8()));
    var numbers = new HashMap<String, Long>();
    stored(pushed).forEach(record -> numbers.put(record.name().key(), record.number()));
    var profiles = new HashMap<Long, String>();
    for (var line : csv.toString().lines().skip(1).toList()) {
      var cells = line.split(",", -1);
      profiles.put(numbers.get(cells[0] + "/" + cells[1]), cells[2]);
    }
    return profiles;
  }

  private static List<SourceRecord> stored(PushedRecords pushed) {
    var records = new ArrayList<SourceRecord>();
    pushed.fixture.stored.records.each("", records::add);
    return records;
  }

  private static Map<Long, Integer> batch(List<SourceRecord> records) {
    var matching = new ExactMatching();
    matching.put(records.stream().map(Features::of).toList());
    var all = LongSet.of(records.stream().map(SourceRecord::number).toList());
    var groups = matching.group(all, new Constraints());
    var persons = new HashMap<Long, Integer>();
    for (int person = 0; person < groups.size(); person++) {
      for (long record : groups.get(person).toArray()) {
        persons.put(record, person);
      }
    }
    return persons;
  }
}
