package org.masterplan.profiles.census.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.census.domain.Look;
import org.masterplan.profiles.census.domain.Size;
import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;

@Tag("cap-9")
class DrawingTest {
  private static final Decision.By BY =
      new Decision.By(Instant.EPOCH, "loader", Cause.RESOLVED, "");

  /** Profiles 0, 1, 2... of so many records each. */
  private static Roster roster(int... records) {
    var moves = new ArrayList<Move>();
    for (int profile = 0; profile < records.length; profile++) {
      for (int i = 0; i < records[profile]; i++) {
        moves.add(new Move(moves.size(), Move.NONE, profile));
      }
    }
    var roster = new Roster();
    roster.apply(new Decision(1, BY, moves, List.of(), List.of(), List.of()));
    return roster;
  }

  private static int[] each(int profiles, int records) {
    var all = new int[profiles];
    Arrays.fill(all, records);
    return all;
  }

  @Test
  void some_ofEachSize_asManyAsItHasOfAll_andNoneTwice() {
    var all = each(1_000, 1);
    Arrays.fill(all, 600, 990, 2);
    Arrays.fill(all, 990, 1_000, 9);
    var drawing = new Drawing(roster(all));

    var looks = drawing.some(100, new SplittableRandom(1));

    assertThat(drawing.profiles()).isEqualTo(Map.of(Size.ONE, 600, Size.TWO, 390, Size.MANY, 10));
    assertThat(drawing.arrivals().left()).isEqualTo(600 + 780 + 90);
    assertThat(looks).filteredOn(look -> look.size() == Size.ONE).hasSize(60);
    assertThat(looks).filteredOn(look -> look.size() == Size.TWO).hasSize(39);
    assertThat(looks).filteredOn(look -> look.records() == 9).hasSize(10);
    assertThat(new HashSet<>(looks)).hasSize(109);
    assertThat(looks).contains(Look.drawn(ProfileId.name(995), 9));
    assertThat(drawing.some(100, new SplittableRandom(1))).isEqualTo(looks);
    assertThat(drawing.some(100, new SplittableRandom(2))).isNotEqualTo(looks);
  }

  @Test
  void profiles_areTakenDown_asNumbersAlone() {
    var roster = roster(each(100_000, 1));
    var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();

    var drawing = new Drawing(roster);

    // A number of 8 bytes and one of 4 for each, the first written a few times while rows grow.
    assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(64L * 100_000);
    assertThat(drawing.profiles()).isEqualTo(Map.of(Size.ONE, 100_000));
  }
}
