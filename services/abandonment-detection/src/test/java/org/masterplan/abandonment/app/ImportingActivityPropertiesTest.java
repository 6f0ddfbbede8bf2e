package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

@Tag("cap-13")
class ImportingActivityPropertiesTest {
  @Property
  void cap013_take_givesEqualHealthInAnyOrderAndHoweverOften(@ForAll long seed) {
    var random = new Random(seed);
    var lines = lines(random);
    var shuffled = new ArrayList<>(lines);
    shuffled.addAll(lines.subList(0, lines.size() / 2));
    Collections.shuffle(shuffled, random);
    var plain = new Harbour();
    var other = new Harbour();

    plain.load(lines);
    int half = shuffled.size() / 2;
    other.load(shuffled.subList(0, half));
    other.load(shuffled.subList(half, shuffled.size()));

    assertThat(other.lookout.get("me-bim").judgement())
        .isEqualTo(plain.lookout.get("me-bim").judgement());
    assertThat(other.lookout.get("me-bim").attendance())
        .isEqualTo(plain.lookout.get("me-bim").attendance());
  }

  @Property
  void cap013_judge_neverCountsTimeAfterTheEndOfObservation(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int later) {
    var lines = lines(new Random(seed));
    var until = Harbour.NOW.minus(Duration.ofDays(later));
    var harbour = new Harbour();
    harbour.load(Harbour.COLUMNS, before(lines, later), until);
    var seen = harbour.lookout.get("me-bim").judgement();

    // What came after nobody looked: the same facts, judged later, say the same.
    harbour.judging.judgeAll();

    assertThat(harbour.lookout.get("me-bim").judgement()).isEqualTo(seen);
    assertThat(seen.observedUntil()).isEqualTo(until);
  }

  @Property
  void cap013_judge_isMoreAlarmedTheLongerItLooksAtSilence(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int weeks) {
    var lines = before(lines(new Random(seed)), 430);
    var soon = new Harbour();
    var late = new Harbour();
    soon.load(Harbour.COLUMNS, lines, Harbour.NOW.minus(Duration.ofDays(7L * weeks)));
    late.load(Harbour.COLUMNS, lines, Harbour.NOW);

    double early = soon.lookout.get("me-bim").judgement().abandoned().days365().p();

    assertThat(late.lookout.get("me-bim").judgement().abandoned().days365().p())
        .isGreaterThanOrEqualTo(early - .001);
  }

  private static List<String> lines(Random random) {
    var lines = new ArrayList<String>();
    int count = 5 + random.nextInt(120);
    for (int i = 0; i < count; i++) {
      var at = Harbour.NOW.minus(Duration.ofHours(431 * 24 + random.nextInt(24_000)));
      var author = random.nextBoolean() ? "employees/lan" : "m" + random.nextInt(9);
      lines.add("me-bim," + at + "," + author + ",POST");
    }
    return lines;
  }

  private static List<String> before(List<String> lines, int daysAgo) {
    var until = Harbour.NOW.minus(Duration.ofDays(daysAgo)).toString();
    return lines.stream().filter(l -> l.split(",")[1].compareTo(until) < 0).toList();
  }
}
