package org.masterplan.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.Dates.Reading;

class DatesTest {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @Test
  void read_takesThreeStyles() {
    assertThat(Dates.read("2026-11-21")).isEqualTo(new Reading.Certain(DAY));
    assertThat(Dates.read(" 21/11/2026 ")).isEqualTo(new Reading.Certain(DAY));
    assertThat(Dates.read("21-11-2026")).isEqualTo(new Reading.Certain(DAY));
    assertThat(Dates.read("20261121")).isEqualTo(new Reading.Certain(DAY));
  }

  @Test
  void read_reportsADateWhoseMonthCouldComeFirst() {
    assertThat(Dates.read("03/04/2026"))
        .isEqualTo(new Reading.Ambiguous(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 3, 4)));
    assertThat(Dates.read("05/05/2026")).isEqualTo(new Reading.Certain(LocalDate.of(2026, 5, 5)));
  }

  @Test
  void read_refusesWhatIsNoDay() {
    for (var text :
        new String[] {"", "31/02/2026", "11/21/2026", "20261301", "1/1/26", "hôm qua"}) {
      assertThat(Dates.read(text)).as(text).isEqualTo(new Reading.Unreadable());
    }
  }

  @Test
  void time_readsOffsetsClocksAndCounts() {
    var noon = Instant.parse("2026-11-21T05:00:00Z");
    assertThat(Dates.time("2026-11-21T05:00:00Z", ZONE)).contains(noon);
    assertThat(Dates.time("2026-11-21T12:00:00+07:00", ZONE)).contains(noon);
    assertThat(Dates.time("2026-11-21 12:00", ZONE)).contains(noon);
    assertThat(Dates.time("21/11/2026 12:00:00", ZONE)).contains(noon);
    assertThat(Dates.time("" + noon.getEpochSecond(), ZONE)).contains(noon);
    assertThat(Dates.time("21/11/2026", ZONE)).contains(Instant.parse("2026-11-20T17:00:00Z"));
    assertThat(Dates.time("21/11/2026 25:00", ZONE)).isEmpty();
  }

  @Property
  void read_ofAnIsoDate_givesItBack(@ForAll @IntRange(min = 0, max = 60000) int day) {
    var date = LocalDate.ofEpochDay(day);
    assertThat(Dates.read(date.toString())).isEqualTo(new Reading.Certain(date));
  }
}
