package org.masterplan.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.table.LongBag;

/** Groups of records are told apart by what is known of them, thing by thing. */
@Tag("cap-8")
class AveragesTest {
  private static final double UNKNOWN = Double.NaN;

  /** Of each pair by its numbers: telephone, mailbox, and the name with the prior. */
  private static PairWeights weights(double[][][] told) {
    return new PairWeights() {
      @Override
      public double weight(int left, int right) {
        return weigh(left, right, new double[parts()]);
      }

      @Override
      public int parts() {
        return 3;
      }

      @Override
      public double weigh(int left, int right, double[] parts) {
        System.arraycopy(told[Math.max(left, right)][Math.min(left, right)], 0, parts, 0, 3);
        return Arrays.stream(parts).filter(part -> !Double.isNaN(part)).sum();
      }
    };
  }

  private static int[] entities(double[][][] told) {
    var weights = weights(told);
    var pairs = new LongBag();
    for (int i = 0; i < told.length; i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(LongBag.pair(j, i));
      }
    }
    var all = pairs.takeDistinct();
    var heavy = new float[all.length];
    for (int p = 0; p < all.length; p++) {
      heavy[p] = (float) weights.weight(LongBag.left(all[p]), LongBag.right(all[p]));
    }
    return Clusters.of(told.length, all, heavy, weights);
  }

  private static double[] told(double phone, double mail, double name) {
    return new double[] {phone, mail, name};
  }

  /** Three records of one telephone; the last of them has the mailbox of a fourth without one. */
  @Test
  void aRecordThatKnowsNothingOfTheTelephone_isNotPartedByThoseThatDo() {
    var phones = told(19, UNKNOWN, -4);
    var name = told(UNKNOWN, UNKNOWN, -4);
    double[][][] told = {{}, {phones}, {phones, phones}, {name, name, told(UNKNOWN, 10, -4)}};

    assertThat(entities(told)).containsOnly(0);
  }

  @Test
  void aRecordThatMostContradict_isNotJoinedByOneThatAgrees() {
    var phones = told(19, UNKNOWN, -4);
    var other = told(-6, UNKNOWN, -4);
    double[][][] told = {{}, {phones}, {phones, phones}, {other, other, told(UNKNOWN, 8, -4)}};

    assertThat(entities(told)).containsExactly(0, 0, 0, 3);
  }

  /** Telephone and mailbox together would do, but no two records have both. */
  @Test
  void groupsOfWhichNoTwoRecordsAreTied_stayApart() {
    var same = told(19, 19, -4);
    var phone = told(3, UNKNOWN, -4);
    var mail = told(UNKNOWN, 3, -4);
    double[][][] told = {{}, {same}, {phone, mail}, {mail, phone, same}};

    assertThat(entities(told)).containsExactly(0, 0, 2, 2);
  }
}
