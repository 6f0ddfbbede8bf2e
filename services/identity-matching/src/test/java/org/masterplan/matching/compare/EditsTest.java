package org.masterplan.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick ways of telling a distance answer as the whole table does. */
class EditsTest {
  private static final int TRIES = 20_000;

  @Test
  void distance_isThatOfTheWholeTable() {
    var random = new Random(1);
    for (int n = 0; n < TRIES; n++) {
      var a = text(random);
      var b = n % 2 == 0 ? text(random) : edited(a, random);
      int limit = random.nextInt(8);

      assertThat(Edits.distance(a, b, limit))
          .as("%s %s %d", a, b, limit)
          .isEqualTo(Math.min(limit + 1, table(a, b)));
    }
  }

  @Test
  void jaroWinkler_isLeftOutOnlyBelowTheLeast() {
    var random = new Random(2);
    for (int n = 0; n < TRIES; n++) {
      var a = text(random);
      var b = n % 2 == 0 ? text(random) : edited(a, random);
      double least = 0.5 + random.nextDouble() / 2;

      boolean reached = Edits.jaroWinkler(a, b) >= least;
      assertThat(Edits.jaroWinkler(a, b, least) >= least).as("%s %s", a, b).isEqualTo(reached);
    }
  }

  private static String text(Random random) {
    int letters = 2 + random.nextInt(8);
    var text = new StringBuilder();
    for (int length = random.nextInt(20); length > 0; length--) {
      text.append((char) ('a' + random.nextInt(letters)));
    }
    return text.toString();
  }

  private static String edited(String text, Random random) {
    var edited = new StringBuilder(text);
    for (int edits = random.nextInt(4); edits > 0 && edited.length() > 1; edits--) {
      int at = random.nextInt(edited.length() - 1);
      char here = edited.charAt(at);
      switch (random.nextInt(4)) {
        case 0 -> edited.deleteCharAt(at);
        case 1 -> edited.insert(at, 'b');
        case 2 -> edited.setCharAt(at, 'c');
        default -> {
          edited.setCharAt(at, edited.charAt(at + 1));
          edited.setCharAt(at + 1, here);
        }
      }
    }
    return edited.toString();
  }

  private static int table(String a, String b) {
    var cells = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cells[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, i, j, cells);
      }
    }
    return cells[a.length()][b.length()];
  }

  private static int cell(String a, String b, int i, int j, int[][] cells) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(cells[i - 1][j - 1] + change, Math.min(cells[i - 1][j], cells[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cells[i - 2][j - 2] + 1) : least;
  }
}
