package org.masterplan.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.command.Crosswalk;
import org.masterplan.matching.explain.Crowd;
import org.masterplan.matching.quality.Sets;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.table.RecordKey;

class DeterminismTest {
  private static final Sets SET = Sets.fake();

  @Test
  void crosswalk_isTheSameBytesInAnyOrderAndWithAnyThreads() throws IOException {
    var expected = crosswalk(SET.records(), 1);

    for (int threads : new int[] {1, 2, 4}) {
      var shuffled = new ArrayList<>(SET.records());
      Collections.shuffle(shuffled, new Random(threads));
      assertThat(crosswalk(shuffled, threads)).isEqualTo(expected);
    }
  }

  /** So many pairs that threads share them out. */
  @Test
  void crosswalkOfManyPairs_isTheSameBytesWithAnyThreads() throws IOException {
    var rows = new ArrayList<>(Crowd.of(11, 8_000));
    var one = Resolver.resolve(Crowd.SCHEMA, Settings.DEFAULT.withThreads(1), rows);
    assertThat(one.candidates().pairs().length).isGreaterThan(500_000);

    for (int threads : new int[] {2, 4}) {
      Collections.shuffle(rows, new Random(threads));
      var other = Resolver.resolve(Crowd.SCHEMA, Settings.DEFAULT.withThreads(threads), rows);
      assertThat(written(other)).isEqualTo(written(one));
      assertThat(other.weights()).isEqualTo(one.weights());
    }
  }

  private static String written(Resolution found) throws IOException {
    var out = new StringBuilder();
    Crosswalk.write(found, out);
    return out.toString();
  }

  @Test
  void cannotLink_keepsApartWhatWasOneEntity() {
    var before = Resolver.resolve(SET.schema(), SET.records());
    int second = firstOfLargerEntity(before);
    var left = before.table().key(before.entities()[second]);
    var right = before.table().key(second);

    var after = decided(List.of(new Settings.Link(left, right, false)));

    assertThat(entity(after, left)).isNotEqualTo(entity(after, right));
  }

  @Test
  void mustLink_joinsWhatNothingElseJoins() {
    var left = new RecordKey("fake_1000", "0");
    var right = new RecordKey("fake_1000", "999");

    var after = decided(List.of(new Settings.Link(left, right, true)));

    assertThat(entity(after, left)).isEqualTo(entity(after, right));
  }

  @Test
  void explanation_addsUpToTheWeight() {
    var found = Resolver.resolve(SET.schema(), SET.records());
    var explaining = found.explaining();
    var random = new Random(7);

    for (int n = 0; n < 2000; n++) {
      int left = random.nextInt(found.table().size());
      int right = random.nextInt(found.table().size());
      var why = explaining.pair(left, right);
      double sum =
          why.start()
              + why.guard()
              + why.contributions().stream().mapToDouble(c -> c.weight() + c.tfAdjustment()).sum();
      assertThat(sum).isCloseTo(why.weight(), org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  private static String crosswalk(List<RawRecord> records, int threads) throws IOException {
    var settings = Settings.DEFAULT.withThreads(threads);
    return written(Resolver.resolve(SET.schema(), settings, records));
  }

  private static Resolution decided(List<Settings.Link> links) {
    return Resolver.resolve(SET.schema(), Settings.DEFAULT.withLinks(links), SET.records());
  }

  private static int firstOfLargerEntity(Resolution found) {
    int record = 0;
    while (found.entities()[record] == record) {
      record++;
    }
    return record;
  }

  private static int entity(Resolution found, RecordKey key) {
    int record = 0;
    while (!found.table().key(record).equals(key)) {
      record++;
    }
    return found.entities()[record];
  }
}
