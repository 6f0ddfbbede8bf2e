package org.masterplan.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.compare.Comparers;
import org.masterplan.matching.compare.Glance;
import org.masterplan.matching.explain.Crowd;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.quality.DemoSet;
import org.masterplan.matching.table.LongBag;

/** What a glance and the screen say of a pair never contradicts what comparing it says. */
@Tag("cap-8")
class ScreenTest {
  private static final double ROUNDED = 1e-4;

  @Test
  void cap008_pairsOfManySources_areScreenedAsTheyWeigh(@TempDir Path folder) throws IOException {
    var set = DemoSet.of(1_000, 7, folder).firstPersons(300);
    var settings = Settings.DEFAULT.withFormats(set.formats());

    requireScreened(Resolver.resolve(set.schema(), settings, set.records()));
  }

  @Test
  void cap008_pairsOfNamesThatSlipped_areScreenedAsTheyWeigh() {
    for (long seed = 1; seed <= 5; seed++) {
      requireScreened(Resolver.resolve(Crowd.SCHEMA, Crowd.of(seed, 80)));
    }
  }

  private static void requireScreened(Resolution found) {
    var comparer = new Comparer(found.table());
    var glance = new Comparers(found.table(), 1).one().glance();
    var scorer = found.scorer();
    int hopeless = 0;
    var pairs = found.candidates().pairs();
    for (int p = 0; p < pairs.length; p++) {
      int left = LongBag.left(pairs[p]);
      int right = LongBag.right(pairs[p]);
      long pattern = comparer.pattern(left, right);
      double weight = scorer.weight(pattern, left, right);
      assertThat((double) found.weights()[p])
          .as(found.table().key(left) + " " + found.table().key(right))
          .isCloseTo(Compared.told(weight), within(ROUNDED));
      hopeless += Compared.told(weight) > weight && weight > Scorer.NEVER ? 1 : 0;
      requireMost(glance, scorer, pattern, left, right);
    }
    assertThat(hopeless).isPositive();
  }

  /** Before anything is told, after each feature, and of the whole. */
  private static void requireMost(Glance glance, Scorer scorer, long pattern, int left, int right) {
    double evidence = scorer.each(pattern, left, right, scorer.room());
    var screen = scorer.screen();
    var levels = glance.levels(left, right);
    requireLevels(levels, pattern);
    assertThat(screen.most(levels, left, right)).isGreaterThanOrEqualTo(evidence - ROUNDED);
    for (int f = 0; f < levels.length; f++) {
      if (glance.tell(f)) {
        requireLevels(levels, pattern);
        assertThat(screen.most(levels, left, right)).isGreaterThanOrEqualTo(evidence - ROUNDED);
      }
    }
    assertThat(glance.pattern()).isEqualTo(pattern);
    assertThat(screen.most(pattern, left, right)).isCloseTo(evidence, within(ROUNDED));
  }

  private static void requireLevels(int[] levels, long pattern) {
    for (int f = 0; f < levels.length; f++) {
      int level = Comparer.level(pattern, f);
      if (levels[f] >= 0) {
        assertThat(levels[f]).isEqualTo(level);
      } else if (level > 0 || !Glance.orNone(levels[f])) {
        assertThat(level).isGreaterThanOrEqualTo(Glance.best(levels[f]));
      }
    }
  }
}
