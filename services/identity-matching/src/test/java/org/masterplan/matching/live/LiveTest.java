package org.masterplan.matching.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.quality.Sets;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.table.RecordKey;

class LiveTest {
  private static final Sets SET = Sets.fake();

  /** Pairs on which the two may differ: weights are the earlier batch's, not those of the whole. */
  private static final double TOLERANCE = 0.02;

  @Test
  void upserts_giveWhatABatchOfAllGives() {
    var all = SET.records();
    var first = new ArrayList<RawRecord>();
    var later = new ArrayList<RawRecord>();
    for (int r = 0; r < all.size(); r++) {
      (r % 10 == 3 ? later : first).add(all.get(r));
    }
    var live = new Live(Resolver.resolve(SET.schema(), first));

    later.forEach(live::upsert);

    var batch = Resolver.resolve(SET.schema(), all);
    double agreement = agreement(batch, live);
    System.out.println(
        String.format(
            Locale.ROOT,
            "FIGURE matching.liveAgreement %.4f share (floor %.2f)",
            agreement,
            1 - TOLERANCE));
    assertThat(agreement).isGreaterThanOrEqualTo(1 - TOLERANCE);
  }

  @Test
  void upsert_ofTheSameRecordTwice_changesNothing() {
    var live = new Live(Resolver.resolve(SET.schema(), SET.records()));
    var row = SET.records().get(5);
    var key = new RecordKey(row.source(), row.id());
    live.upsert(row);
    var before = live.entity(key);

    var again = live.upsert(row);

    assertThat(again.entity().source()).isEqualTo(before.source());
    assertThat(live.entity(new RecordKey("fake_1000", "4"))).isEqualTo(again.entity());
  }

  @Test
  void upsert_ofAStranger_isAnEntityOfItsOwn() {
    var live = new Live(Resolver.resolve(SET.schema(), SET.records()));

    var change =
        live.upsert(new RawRecord("new", "1", List.of("Zyxw", "Qqqq", "1899-01-01", "", "")));

    assertThat(change.entity()).isEqualTo(new RecordKey("new", "1"));
    assertThat(change.touched()).containsExactly(new RecordKey("new", "1"));
  }

  /** F1 of the pairs of one against the pairs of the other. */
  private static double agreement(Resolution batch, Live live) {
    double both = 0;
    double inBatch = 0;
    double inLive = 0;
    for (int i = 0; i < batch.table().size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean left = batch.entities()[i] == batch.entities()[j];
        boolean right = live.entity(batch.table().key(i)).equals(live.entity(batch.table().key(j)));
        both += left && right ? 1 : 0;
        inBatch += left ? 1 : 0;
        inLive += right ? 1 : 0;
      }
    }
    return 2 * both / (inBatch + inLive);
  }
}
