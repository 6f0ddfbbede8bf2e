package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.engine.Resolver;

/**
 * The floors of quality on published sets: one configuration, only the columns differ; no threshold
 * was chosen with the truth, some choices of design were made looking at it (RATIONALE.md), and all
 * true pairs count, compared or not.
 */
class QualityTest {
  @Test
  void febrl1_staysAboveItsFloor() {
    check(TruthSet.febrl(1), new Floor(0.99, 0.995, 0.998));
  }

  @Test
  void febrl2_staysAboveItsFloor() {
    check(TruthSet.febrl(2), new Floor(0.99, 0.995, 0.998));
  }

  @Test
  void febrl3_staysAboveItsFloor() {
    check(TruthSet.febrl(3), new Floor(0.99, 0.99, 0.997));
  }

  @Test
  void fake1000_staysAboveItsFloor() {
    check(TruthSet.fake(), new Floor(0.97, 0.90, 0.93));
  }

  @Test
  void anonlinksThreeFiles_stayAboveTheirFloor() {
    check(TruthSet.anonlink(), new Floor(0.99, 0.90, 0.95));
  }

  private record Floor(double precision, double f1, double goal) {}

  private static void check(TruthSet set, Floor floor) {
    var measured = Measured.of(set, Resolver.resolve(set.schema(), set.records()));

    print(set.name() + ".precision", measured.precision(), "floor " + floor.precision());
    print(set.name() + ".recall", measured.recall(), "none");
    print(set.name() + ".f1", measured.f1(), "goal " + floor.goal());
    print(set.name() + ".blockingRecall", measured.blockingRecall(), "none");
    assertThat(measured.precision()).isGreaterThanOrEqualTo(floor.precision());
    assertThat(measured.f1()).isGreaterThanOrEqualTo(floor.f1());
  }

  private static void print(String name, double value, String goal) {
    System.out.println(
        String.format(Locale.ROOT, "FIGURE matching.%s %.4f share (%s)", name, value, goal));
  }
}
