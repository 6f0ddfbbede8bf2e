package org.masterplan.profiles.sealing.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.mongo.KeyedSealing;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.source.mongo.MongoRecords;

/** Everything is sealed by the newest key, also after a stop in the middle. */
class SealWorkTest {
  private static final int RECORDS = 1_200;
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final byte[] OLD =
      "an older secret of the installation".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEW =
      "a newer secret of the installation".getBytes(StandardCharsets.UTF_8);

  private final MongoDatabase database = MongoTestServer.database("seal");
  private final Sealing before = new KeyedSealing(Map.of(1, OLD));
  private final Sealing after = new KeyedSealing(Map.of(1, OLD, 2, NEW));

  @BeforeEach
  void indexes() {
    CollectionIndexes.create(database, MongoRecords.indexes());
  }

  private static SourceRecord record(int n) {
    var values = Map.of("email", "p" + n + "@x.vn");
    var content = new SourceRecord.Content(values, values);
    var origin = new SourceRecord.Origin("load-1", n, NOW, NOW);
    return new SourceRecord(n + 1L, new RecordName("crm", "%04d".formatted(n)), 1, content, origin);
  }

  private void store(Sealing sealing, int from, int to) {
    var some = new ArrayList<SourceRecord>();
    for (int n = from; n < to; n++) {
      some.add(record(n));
    }
    new MongoRecords(database, sealing).store(some);
  }

  /** An operation that is stopped after so many reports. */
  private static final class Interrupted implements Run {
    private int left;
    private Map<String, String> checkpoint = Map.of();
    private Progress progress = Progress.NONE;

    Interrupted(int left) {
      this.left = left;
    }

    @Override
    public String name() {
      return "operations/profiles-seal-2";
    }

    @Override
    public String startedBy() {
      return "customer-profiles";
    }

    @Override
    public Map<String, String> payload() {
      return Map.of();
    }

    @Override
    public Map<String, String> checkpoint() {
      return checkpoint;
    }

    @Override
    public Progress progress() {
      return progress;
    }

    @Override
    public long fence() {
      return 1;
    }

    @Override
    public void report(Progress reached, Map<String, String> from) {
      if (left-- == 0) {
        throw new IllegalStateException("stopped");
      }
      progress = reached;
      checkpoint = from;
    }
  }

  @Test
  void run_sealsWhatWasStoredAsItIs_andWhatAnEarlierKeySealed_oncePerDocument() {
    store(Sealing.OPEN, 0, 600);
    store(before, 600, RECORDS);
    var records = new MongoRecords(database, after);
    var changed = record(5).next(record(7).content(), record(5).origin());
    new MongoRecords(database, before).store(List.of(changed));
    var work = new SealWork(records.sealed());
    var run = new Interrupted(2);
    assertThatThrownBy(() -> work.run(run)).hasMessage("stopped");
    run.left = -1;

    work.run(run);

    assertThat(run.progress()).isEqualTo(new Progress(RECORDS + 1, RECORDS + 1 - 200, 0, 0, 0));
    var sealed = new ArrayList<Integer>();
    for (var name : List.of("records", "recordVersions")) {
      for (var document : database.getCollection(name).find()) {
        assertThat(after.isCurrent(document)).isTrue();
        assertThat(document.toJson()).doesNotContain("@x.vn");
        sealed.add(1);
      }
    }
    assertThat(sealed).hasSize(RECORDS + 1);
    assertThat(records.holding(List.of(new Key("email", "p700@x.vn")), 5))
        .containsExactly(record(700));
    assertThat(records.versionsBefore(List.of(changed)).getFirst().content())
        .isEqualTo(record(5).content());
    var anew = new Interrupted(-1);
    work.run(anew);
    assertThat(anew.progress().accepted()).isZero();
  }
}
