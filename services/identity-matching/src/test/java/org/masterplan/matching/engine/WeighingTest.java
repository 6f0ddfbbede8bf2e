package org.masterplan.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.explain.Crowd;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.LongBag;

/** A pair weighs the same as an edge of a batch, inside a component, live and in explanations. */
@Tag("cap-8")
class WeighingTest {
  private static final double ROUNDED = 1e-4;
  private static final double CONTRADICTED = -12;
  private static final double UNWITNESSED = -0.5;

  private static final Schema SCHEMA =
      Schema.of(
          "fullName",
          "birthDate",
          "phone",
          "email",
          "nationalId",
          "organisation",
          "city",
          "occupation");

  /** Another middle name and all else another: without the dates already against the pair. */
  private static final List<String> FAMILY =
      List.of(
          "Nguyễn Văn Hùng|1961-03-02|0912345678|minh@vd.vn|012345678|An Phát|Hà Nội|bác sĩ",
          "Nguyễn Minh Hùng|1990-11-20|0912345678|kta.77@tt.vn|987651234|Kim Liên|Huế|sinh viên",
          "Nguyễn Văn Hùng||0912345678|||||");

  @Test
  void cap008_everyCandidatePair_weighsTheSameEverywhere() {
    requireSameWeights(Resolver.resolve(Crowd.SCHEMA, Crowd.of(7, 60)));
    requireSameWeights(Resolver.resolve(SCHEMA, family()));
  }

  /** The third record's ties do not outvote what the dates say, however little else agrees. */
  @Test
  void cap008_fatherAndSonAndARecordWithoutADate_stayApart() {
    var found = Resolver.resolve(SCHEMA, family());

    assertThat(found.entities()).containsExactly(0, 1, 0);
    long pattern = new Comparer(found.table()).pattern(0, 1);
    var scorer = found.scorer();
    double alone = scorer.evidence(pattern, 0, 1, scorer.room()) + scorer.model().priorWeight();
    assertThat(alone).isBetween(CONTRADICTED, UNWITNESSED);
    assertThat(found.explaining().pair(0, 1).weight()).isEqualTo(CONTRADICTED);
  }

  private static void requireSameWeights(Resolution found) {
    var comparer = new Comparer(found.table());
    var scorer = found.scorer();
    var explaining = found.explaining();
    var pairs = found.candidates().pairs();
    assertThat(pairs).isNotEmpty();
    for (int p = 0; p < pairs.length; p++) {
      int left = LongBag.left(pairs[p]);
      int right = LongBag.right(pairs[p]);
      double weight = scorer.weight(comparer.pattern(left, right), left, right);
      assertThat((double) found.weights()[p])
          .as(found.table().key(left) + " " + found.table().key(right))
          .isCloseTo(Compared.told(weight), within(ROUNDED));
      assertThat(explaining.pair(left, right).weight()).isEqualTo(weight);
    }
  }

  private static List<RawRecord> family() {
    var rows = new ArrayList<RawRecord>();
    for (var row : FAMILY) {
      rows.add(new RawRecord("s", String.valueOf(rows.size()), List.of(row.split("[|]", -1))));
    }
    return rows;
  }
}
